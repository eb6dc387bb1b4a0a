import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createRegistry, type Registry } from '@tacet/runtime'
import { redactLogs } from '@tacet/runtime/pino'
import { type Logger, pino } from 'pino'
import { pino as pino9 } from 'pino-9'
import { afterAll, expect, test } from 'vitest'
import { logAdapterContract } from '../../contract/log-adapter.ts'
import type { Log } from '../../contract/log-cases.ts'
import { fakeSecret } from '../../helpers/fake-secret.ts'

const folder = mkdtempSync(join(tmpdir(), 'tacet-pino-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/${name}.cjs`, import.meta.url))
const base = { timestamp: false, base: { service: 'test' } } as const

/** The options as they are without us when there is no registry. */
const options = (registry?: Registry) => (registry ? redactLogs({ ...base }, { registry }) : { ...base })

/** The stream that pino made by itself from `options.transport`. */
const destinationOf = (log: Logger, { streamSym }: typeof pino.symbols) =>
  (log as unknown as Record<symbol, NodeJS.EventEmitter & { end(): void }>)[streamSym]!

let files = 0
const newFile = () => join(folder, `${++files}.log`)

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

function memory() {
  const lines: string[] = []
  return { write: (line: string) => void lines.push(line), written: () => lines.join('') }
}

/** Ends a destination and returns what it has written to the file. */
async function ended(destination: NodeJS.EventEmitter & { end(): void }, file: string): Promise<string> {
  const closed = once(destination, 'close')
  destination.end()
  await closed
  return readFileSync(file, 'utf8')
}

for (const [major, make] of [
  ['pino 10', pino],
  ['pino 9', pino9 as unknown as typeof pino],
] as const) {
  logAdapterContract({
    name: `${major}, a plain stream`,
    open(registry) {
      const stream = memory()
      return { log: asLog(make(options(registry), stream)), close: stream.written }
    },
  })

  for (const sync of [true, false]) {
    logAdapterContract({
      name: `${major}, a file written ${sync ? 'at once' : 'later'}`,
      open(registry) {
        const file = newFile()
        const destination = make.destination({ dest: file, sync, minLength: sync ? 0 : 4096 })
        return { log: asLog(make(options(registry), destination)), close: () => ended(destination, file) }
      },
    })
  }

  logAdapterContract({
    name: `${major}, the second of a multistream`,
    open(registry) {
      const [first, second] = [memory(), memory()]
      const streams = make.multistream([{ stream: first }, { level: 'debug', stream: second }])
      return { log: asLog(make(options(registry), streams)), close: second.written }
    },
  })

  logAdapterContract({
    name: `${major}, a worker transport`,
    open(registry) {
      const file = newFile()
      const transport = make.transport({ target: fixture('file-transport'), options: { destination: file } })
      return { log: asLog(make(options(registry), transport)), close: () => ended(transport, file) }
    },
  })

  test(`${major}, options.transport with several targets, one of which rewrites the lines`, async () => {
    const registry = createRegistry()
    const secret = fakeSecret('targets')
    registry.add('KEY', secret)
    const [raw, pretty] = [newFile(), newFile()]
    const targets = [
      { target: fixture('file-transport'), options: { destination: raw } },
      { target: fixture('pretty-transport'), options: { destination: pretty }, level: 'error' },
    ]
    const log = make(redactLogs({ ...base, transport: { targets } }, { registry }))
    log.child({ a: secret }).info('one %s', secret)
    log.error(new Error(`two ${secret}`))
    const output = await ended(destinationOf(log, make.symbols), raw)
    expect(output.trimEnd().split('\n').length).toBe(2)
    expect(readFileSync(pretty, 'utf8')).toMatch(/^ERROR two \[REDACTED:KEY\]/)
    for (const written of [output, readFileSync(pretty, 'utf8')]) {
      expect(written.includes('[REDACTED:KEY]')).toBe(true)
      expect(written.includes(secret)).toBe(false)
    }
  })
}
