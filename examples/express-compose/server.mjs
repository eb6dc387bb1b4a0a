import { loadSecrets } from '@tacet/runtime'
import { redactResponses } from '@tacet/runtime/express'
import { redactLogs } from '@tacet/runtime/pino'
import express from 'express'
import { pino } from 'pino'
import { definitions } from './secrets.mjs'

const secrets = loadSecrets(definitions)
const log = pino(redactLogs())
const app = express()

app.use(redactResponses())
app.get('/healthz', (_, response) => response.json({ ok: true }))
// What happens by accident: a page for debugging that tells too much.
app.get('/debug', (_, response) => {
  log.info({ environment: process.env }, 'debug page')
  response.json({ environment: process.env, tlsKey: secrets.tlsKey.reveal() })
})

const server = app.listen(process.env.PORT ?? 3000, () =>
  log.info({ port: server.address().port }, 'listening'),
)
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close())
