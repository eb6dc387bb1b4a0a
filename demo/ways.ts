import { createReadStream } from 'node:fs'
import type { FileSecret, Secret } from '@tacet/runtime'
import type { Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'

export interface Loaded {
  readonly databaseUrl: Secret
  readonly paymentKey: Secret
  readonly sessionSecret: Secret
  readonly adminPin: Secret
  readonly tlsKey: FileSecret
  readonly account: FileSecret
}

/** One way to leak: what a developer wrote without thinking of it. */
export interface Way {
  readonly what: string
  readonly where: string
  readonly leak: (secrets: Loaded, log: Logger, req: Request, res: Response) => void
}

/** What an HTTP client throws when the server says no, with all that it was told. */
function clientError(secrets: Loaded): Error {
  const headers = { authorization: `Bearer ${secrets.paymentKey.reveal()}` }
  return Object.assign(new Error('Request failed with status code 401'), {
    config: { url: '/charges', headers },
    request: { headers: `authorization: Bearer ${secrets.paymentKey.reveal()}` },
  })
}

function logged(what: string, write: (secrets: Loaded, log: Logger) => void): Way {
  return {
    what,
    where: 'log',
    leak(secrets, log, _, res) {
      write(secrets, log)
      res.sendStatus(204)
    },
  }
}

function answered(
  what: string,
  where: string,
  leak: (secrets: Loaded, res: Response, req: Request) => void,
): Way {
  return { what, where, leak: (secrets, _, req, res) => leak(secrets, res, req) }
}

const inLogs: readonly Way[] = [
  logged('a debug line with the environment', (_, log) => log.debug({ env: process.env }, 'starting with')),
  logged('an error with the secret in message and stack', (secrets, log) => {
    log.error(new Error(`connect ECONNREFUSED ${secrets.databaseUrl.reveal()}`))
  }),
  logged('the secret in the cause of an error', (secrets, log) => {
    const cause = new Error(`bad key ${secrets.paymentKey.reveal()}`)
    log.error(new Error('payment failed', { cause }))
  }),
  logged("an HTTP client's error with its headers", (secrets, log) => log.error(clientError(secrets))),
  logged('base64, as in a Kubernetes Secret', (secrets, log) => {
    const data = Buffer.from(`{"key":"${secrets.paymentKey.reveal()}"}`).toString('base64')
    log.info({ manifest: { data } }, 'applied')
  }),
  logged('percent-encoded, in a query', (secrets, log) => {
    const password = new URL(secrets.databaseUrl.reveal()).password
    log.info(`GET /login?password=${password}&next=%2F`)
  }),
  logged('JSON in JSON', (secrets, log) => {
    const body = JSON.stringify({ credentials: JSON.stringify({ url: secrets.databaseUrl.reveal() }) })
    log.info({ request: body }, 'sent')
  }),
  logged('hex', (secrets, log) => {
    log.info(`frame ${Buffer.from(secrets.paymentKey.reveal()).toString('hex')}`)
  }),
  logged('a connection string', (secrets, log) =>
    log.info({ dsn: secrets.databaseUrl.reveal() }, 'connecting'),
  ),
  logged('one line of the PEM key', (secrets, log) => {
    log.warn(`unexpected line in key: ${secrets.tlsKey.reveal().split('\n')[3]}`)
  }),
  logged("a child logger's bindings", (secrets, log) => {
    log.child({ session: secrets.sessionSecret.reveal() }).info('session opened')
  }),
  logged('a number', (secrets, log) => log.info({ pin: Number(secrets.adminPin.reveal()) }, 'pin checked')),
  logged('a Buffer', (secrets, log) => log.info({ key: Buffer.from(secrets.paymentKey.reveal()) }, 'read')),
]

const inResponses: readonly Way[] = [
  answered('res.json', 'body', (secrets, res) => {
    res.json({ account: JSON.parse(secrets.account.reveal()), ok: true })
  }),
  answered('res.send of a Buffer', 'body', (secrets, res) => {
    res.send(Buffer.from(`key=${secrets.paymentKey.reveal()}`))
  }),
  answered('res.write cut in the middle of it', 'body', (secrets, res) => {
    const key = secrets.paymentKey.reveal()
    res.type('text').write(`first half ${key.slice(0, 9)}`)
    setImmediate(() => res.end(`${key.slice(9)} second half`))
  }),
  answered('a file that is streamed', 'body', (secrets, res) => {
    createReadStream(secrets.tlsKey.path, { highWaterMark: 100 }).pipe(res.type('text'))
  }),
  answered('res.sendFile', 'body', (secrets, res) => {
    res.sendFile(secrets.account.path, { dotfiles: 'allow' })
  }),
  answered('res.redirect', 'Location', (secrets, res) => {
    res.redirect(`/callback?key=${encodeURIComponent(secrets.databaseUrl.reveal())}`)
  }),
  answered('a header', 'header', (secrets, res) => {
    res.set('X-Upstream', secrets.databaseUrl.reveal()).send('ok')
  }),
  answered('a cookie', 'Set-Cookie', (secrets, res) => {
    res.cookie('session', secrets.sessionSecret.reveal(), { httpOnly: true }).send('ok')
  }),
  answered('a trailer', 'trailer', (secrets, res) => {
    res.set('Trailer', 'X-Key').write('ok')
    res.addTrailers({ 'X-Key': secrets.paymentKey.reveal() })
    res.end()
  }),
  answered('the error page', 'log, body', (secrets) => {
    throw new Error(`no route to ${secrets.databaseUrl.reveal()}`)
  }),
  answered('server-sent events', 'body', (secrets, res) => {
    res.type('text/event-stream')
    res.write('data: hello\n\n')
    res.end(`event: key\ndata: ${secrets.paymentKey.reveal()}\n\n`)
  }),
  answered('a compressed response', 'body', (secrets, res) => {
    res.type('text').send(`${'all is well. '.repeat(200)}${secrets.paymentKey.reveal()}`)
  }),
]

export const ways: readonly Way[] = [...inLogs, ...inResponses]

/** The route of a way. */
export function pathOf(way: Way): string {
  return `/${ways.indexOf(way)}`
}

export function handlerOf(way: Way, secrets: Loaded, log: Logger): RequestHandler {
  return (req, res) => way.leak(secrets, log, req, res)
}
