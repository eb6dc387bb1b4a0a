import type { AddressInfo } from 'node:net'
import { redactResponses } from '@tacet/runtime/express'
import express from 'express'
import { ANSWER_SIZES, ordinaryJson } from './ordinary.ts'
import { makeSecrets, registryOf } from './secrets.ts'

// Started as a process of its own, so that the load comes from another one: plain, or with Tacet and 1,000 secrets.
const app = express()
app.disable('x-powered-by')
const secrets = makeSecrets(1000)
if (process.argv[2] === 'tacet') app.use(redactResponses({ registry: registryOf(secrets) }))

for (const size of ANSWER_SIZES) {
  const body = ordinaryJson(size)
  app.get(`/${size}`, (_, res) => {
    res.json(body)
  })
}
app.get('/secret', (_, res) => {
  res.json({ token: secrets.at(-1) })
})

const server = app.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port)
})
// How much CPU time the answers took it is asked before and after a load.
process.on('message', () => process.send?.(process.cpuUsage()))
process.on('disconnect', () => process.exit())
