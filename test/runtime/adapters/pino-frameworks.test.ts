import { redactLogs } from '@tacet/runtime/pino'
import express from 'express'
import { fastify } from 'fastify'
import { fastify as fastify4 } from 'fastify-4'
import { pino } from 'pino'
import { pinoHttp } from 'pino-http'
import { pinoHttp as pinoHttp10 } from 'pino-http-10'
import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { logAdapterContract } from '../../contract/log-adapter.ts'
import type { Log } from '../../contract/log-cases.ts'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { registryWith } from '../../helpers/registries.ts'

const secret = fakeSecret('frameworks')
const base = { timestamp: false, base: { service: 'test' } } as const

const filled = () => registryWith({ KEY: secret })

function memory() {
  const lines: string[] = []
  return { lines, write: (line: string) => void lines.push(line) }
}

interface PinoLogger {
  info(text: string, ...interpolated: unknown[]): void
  info(fields: object, text?: string): void
  child(bindings: Record<string, unknown>): PinoLogger
}

function asLog(logger: PinoLogger): Log {
  return {
    message: (text, ...interpolated) => logger.info(text, ...interpolated),
    fields: (fields, text) => logger.info(fields, text),
    error: (error, text) => logger.info(error, text),
    child: (bindings) => asLog(logger.child(bindings)),
  }
}

/** Nothing but placeholders is left of the secret, and it was there. */
function expectRedacted(lines: readonly string[], least: number): void {
  const output = lines.join('')
  expect(output.includes(secret)).toBe(false)
  expect(output.split('[REDACTED:KEY]').length - 1).toBeGreaterThanOrEqual(least)
  for (const line of lines) JSON.parse(line)
}

const withSecrets = (path: string) => `${path}?key=${secret}`

describe.each([
  ['pino-http 11', pinoHttp],
  ['pino-http 10', pinoHttp10 as unknown as typeof pinoHttp],
])('%s', (major, make) => {
  logAdapterContract({
    name: major,
    open(registry) {
      const stream = memory()
      const { logger } = make(registry ? redactLogs({ ...base }, { registry }) : { ...base }, stream)
      return { log: asLog(logger), close: () => stream.lines.join('') }
    },
  })

  test.each(['its own logger', 'a logger that is given'])('a request, by %s', async (which) => {
    const stream = memory()
    const options = redactLogs({ ...base }, { registry: filled() })
    const app = express()
    app.use(which === 'its own logger' ? make(options, stream) : make({ logger: pino(options, stream) }))
    app.get('/a', (req, response) => {
      req.log.info({ secret }, 'in the route')
      response.set('x-key', secret).send('hello')
    })
    app.get('/fails', (_request, response) => {
      response.err = new Error(`failed with ${secret}`)
      response.status(500).end()
    })
    await request(app)
      .get(withSecrets('/a'))
      .set({ authorization: `Bearer ${secret}`, cookie: `a=${secret}` })
    await request(app).get(withSecrets('/fails'))
    expect(stream.lines.length).toBe(3)
    expectRedacted(stream.lines, 8)
  })
})

describe.each([
  ['Fastify 5', fastify],
  ['Fastify 4', fastify4 as unknown as typeof fastify],
])('%s', (major, make) => {
  logAdapterContract({
    name: major,
    open(registry) {
      const stream = memory()
      const options = { ...base, stream }
      const app = make({ logger: registry ? redactLogs(options, { registry }) : options })
      return { log: asLog(app.log), close: () => stream.lines.join('') }
    },
  })

  test('a request, an error, and the logger of the request', async () => {
    const stream = memory()
    const app = make({ logger: redactLogs({ ...base, stream }, { registry: filled() }) })
    app.get('/a', (req) => {
      req.log.info({ secret }, 'in the route')
      return { ok: true }
    })
    app.get('/fails', () => {
      throw new Error(`failed with ${secret}`)
    })
    await app.inject({ url: withSecrets('/a'), headers: { authorization: `Bearer ${secret}` } })
    await app.inject({ url: withSecrets('/fails') })
    await app.inject({ url: withSecrets(`/${secret}`) })
    await app.close()
    expectRedacted(stream.lines, 6)
  })
})

test('Fastify 5 with a logger that is given', async () => {
  const stream = memory()
  const app = fastify({ loggerInstance: pino(redactLogs({ ...base }, { registry: filled() }), stream) })
  app.get('/a', () => ({ ok: true }))
  await app.inject({ url: withSecrets('/a') })
  await app.close()
  expectRedacted(stream.lines, 1)
})
