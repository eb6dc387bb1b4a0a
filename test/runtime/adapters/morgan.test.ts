import type { RedactionEvent, Registry } from '@tacet/runtime'
import { redactLogs } from '@tacet/runtime/morgan'
import express from 'express'
import morgan from 'morgan'
import request from 'supertest'
import { afterEach, expect, test, vi } from 'vitest'
import { logAdapterContract, withoutChildren } from '../../contract/log-adapter.ts'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { loggedJson } from '../../helpers/logged-json.ts'
import { failingRegistry, registryWith } from '../../helpers/registries.ts'

const secret = fakeSecret('morgan')

const filled = () => registryWith({ KEY: secret })

afterEach(() => {
  vi.restoreAllMocks()
})

// There has never been another major than 1.
/** Logs each request at once, in a format of the user: what the contract logs is in the request. */
logAdapterContract(
  {
    name: 'morgan 1',
    open(registry) {
      const lines: string[] = []
      const options = { immediate: true, stream: { write: (line: string) => void lines.push(line) } }
      const log = morgan<{ logged: unknown } & Parameters<ReturnType<typeof morgan>>[0]>(
        (_tokens, { logged }) => loggedJson(logged),
        registry ? redactLogs(options, { registry }) : options,
      )
      const write = (logged: unknown) => log({ logged } as never, {} as never, () => {})
      return {
        log: {
          message: (message, ...values) => write({ message, values }),
          fields: (fields, message) => write({ fields, message }),
          error: (error, message) => write({ error, message }),
        },
        close: () => lines.join(''),
      }
    },
  },
  withoutChildren,
)

test.each(['combined', 'common', 'dev', 'short', 'tiny', ':url :req[x-key] :res[x-key] :method'])(
  'a request in the format %s',
  async (format) => {
    const run = async (registry?: Registry) => {
      const lines: string[] = []
      const options = { stream: { write: (line: string) => void lines.push(line) } }
      const app = express()
      app.use(morgan(format, registry ? redactLogs(options, { registry }) : options))
      app.get('/a', (_request, response) => void response.set('x-key', secret).send('hello'))
      await request(app)
        .get(`/a?key=${secret}`)
        .set({ referer: `http://x/?${secret}`, 'user-agent': secret, 'x-key': secret })
        .auth('user', secret)
      return lines.map((line) => line.replace(/\[\d\d\/[^\]]*\]/, '[date]').replace(/[\d.]+ ms/, '0 ms'))
    }
    const [plain] = await run()
    expect(plain!.includes(secret)).toBe(true)
    expect(await run(filled())).toEqual([plain!.replaceAll(secret, '[REDACTED:KEY]')])
  },
)

test('without a stream it writes to standard output, and events name the sink', () => {
  const registry = filled()
  const events: RedactionEvent[] = []
  registry.on('redaction', (event) => events.push(event))
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const options = redactLogs({ immediate: true }, { registry })
  morgan(() => `got ${secret}`, options)({} as never, {} as never, () => {})
  expect(write.mock.calls).toEqual([['got [REDACTED:KEY]\n']])
  expect(events).toEqual([{ name: 'KEY', form: 'raw', sink: 'morgan' }])
})

test('when redaction fails, a line says so', () => {
  const registry = failingRegistry({ KEY: secret })
  const lines: string[] = []
  const stream = { write: (line: string) => void lines.push(line) }
  for (const text of [secret, JSON.stringify({ secret })]) {
    const log = morgan(() => text, redactLogs({ immediate: true, stream }, { registry }))
    log({} as never, {} as never, () => {})
  }
  expect(lines).toEqual([
    expect.stringMatching(/^\[WITHHELD[^\n]*\n$/),
    expect.stringMatching(/^"\[WITHHELD[^\n]*"\n$/),
  ])
})
