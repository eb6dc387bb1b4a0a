import type { AddressInfo } from 'node:net'
import { env, file, loadSecrets } from '@tacet/runtime'
import { redactResponses } from '@tacet/runtime/express'
import { redactLogs } from '@tacet/runtime/pino'
import compression from 'compression'
import express, { type ErrorRequestHandler } from 'express'
import pino from 'pino'
import { handlerOf, pathOf, ways } from './ways.ts'

// A service as it is found everywhere, with every way to leak as a route. Tacet is three lines of it; the first
// argument `unprotected` leaves them out, which shows that without them every way does leak.
const isProtected = process.argv[2] !== 'unprotected'

const secrets = loadSecrets({
  databaseUrl: env('DATABASE_URL'),
  paymentKey: env('PAYMENT_KEY'),
  sessionSecret: env('SESSION_SECRET'),
  adminPin: env('ADMIN_PIN'),
  tlsKey: file('tls.key'),
  account: file('account.json'),
})
const options: pino.LoggerOptions = { level: 'debug' }
const log = isProtected ? pino(redactLogs(options)) : pino(options)
const app = express()

/** Logs the error and shows it to the developer, as many services do. Express knows it by its four parameters. */
const showError: ErrorRequestHandler = (error: Error, _req, res, _next) => {
  log.error(error)
  res.status(500).type('html').send(`<h1>${error.message}</h1><pre>${error.stack}</pre>`)
}

if (isProtected) app.use(redactResponses())
app.use(compression())
for (const way of ways) app.get(pathOf(way), handlerOf(way, secrets, log))
app.use(showError)

const server = app.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port)
})
process.on('disconnect', () => server.close(() => process.exit()))
