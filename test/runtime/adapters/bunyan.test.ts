import { once } from 'node:events'
import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RedactionEvent } from '@tacet/runtime'
import { redactLogger } from '@tacet/runtime/bunyan'
import bunyan from 'bunyan'
import { afterAll, describe, expect, test } from 'vitest'
import { logAdapterContract } from '../../contract/log-adapter.ts'
import type { Log } from '../../contract/log-cases.ts'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { errorFields } from '../../helpers/logged-json.ts'
import { failingRegistry, registryWith } from '../../helpers/registries.ts'

const bunyan1 = createRequire(import.meta.url)('bunyan-1') as typeof bunyan

const folder = mkdtempSync(join(tmpdir(), 'tacet-bunyan-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const secret = fakeSecret('bunyan')
const PLACEHOLDER = '[REDACTED:KEY]'

const filled = () => registryWith({ KEY: secret })

/** bunyan writes the time of day, the host and the process into each line. */
const withoutClock = (line: string) => line.replace(/"time":"[^"]*"/, '"time":""')

function asLog(logger: bunyan): Log {
  return {
    message: (text, ...interpolated) => logger.info(text, ...interpolated),
    fields: (fields, text) => logger.info({ fields }, text),
    error: (error, text) => logger.error(error, text),
    child: (bindings) => asLog(logger.child(bindings)),
  }
}

describe.each([
  ['bunyan 2', bunyan],
  ['bunyan 1', bunyan1],
])('%s', (major, { createLogger, RingBuffer }) => {
  const memory = () => {
    const lines: string[] = []
    return { lines, write: (line: string) => void lines.push(withoutClock(line)) }
  }

  logAdapterContract(
    {
      name: `${major}, a stream`,
      open(registry) {
        const { lines, write } = memory()
        const stream = { write } as unknown as NodeJS.WritableStream
        const logger = createLogger({
          name: 'test',
          serializers: { err: errorFields },
          streams: [{ stream }],
        })
        if (registry) redactLogger(logger, { registry })
        return { log: asLog(logger), close: () => lines.join('') }
      },
    },
    { 'BigInt, Map, Date, Buffer': 'throws on it' },
  )

  logAdapterContract({
    name: `${major}, a raw stream`,
    open(registry) {
      const records: unknown[] = []
      const stream = { write: (record: object) => void records.push({ ...record, time: 0 }) }
      const logger = createLogger({
        name: 'test',
        serializers: { err: errorFields },
        streams: [{ type: 'raw', stream: stream as unknown as NodeJS.WritableStream }],
      })
      if (registry) redactLogger(logger, { registry })
      const text = (_key: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)
      return {
        log: asLog(logger),
        close: () => records.map((record) => JSON.stringify(record, text)).join('\n'),
      }
    },
  })

  test('a file, also once it is opened again', async () => {
    const path = join(folder, `${major}.log`)
    const logger = redactLogger(createLogger({ name: 'test', streams: [{ path }] }), { registry: filled() })
    const streamOf = () =>
      (logger as unknown as { streams: { stream: NodeJS.WritableStream }[] }).streams[0]!.stream
    logger.info('one %s', secret)
    const first = once(streamOf(), 'close')
    await once(streamOf(), 'open')
    renameSync(path, `${path}.1`)
    logger.reopenFileStreams()
    await first
    logger.info('two %s', secret)
    const second = once(streamOf(), 'close')
    streamOf().end()
    await second
    for (const [file, count] of [
      [`${path}.1`, 'one'],
      [path, 'two'],
    ] as const) {
      expect(JSON.parse(readFileSync(file, 'utf8')).msg).toBe(`${count} ${PLACEHOLDER}`)
    }
  })

  test('streams that are added later, and children in either way', () => {
    const { lines, write } = memory()
    const logger = redactLogger(createLogger({ name: 'test', streams: [] }), { registry: filled() })
    logger.addStream({ stream: { write } as unknown as NodeJS.WritableStream })
    logger.info(secret)
    logger.child({ secret }).info('simple')
    logger.child({ a: 1 }, true).info(secret)
    const child = logger.child({ b: 1 })
    child.addStream({ stream: { write } as unknown as NodeJS.WritableStream })
    child.info(secret)
    expect(lines.length).toBe(5)
    expect(lines.every((line) => line.includes(PLACEHOLDER) && !line.includes(secret))).toBe(true)
  })

  test('a ring buffer gets a copy, and keeps the record of what holds no secret', () => {
    const ring = new RingBuffer({ limit: 10 })
    const logger = redactLogger(
      createLogger({
        name: 'test',
        streams: [{ type: 'raw', stream: ring as unknown as NodeJS.WritableStream }],
      }),
      { registry: filled() },
    )
    const fields = { key: secret }
    logger.info({ fields }, 'hello')
    const plain = { a: 1 }
    logger.info({ plain })
    expect(ring.records).toMatchObject([{ fields: { key: PLACEHOLDER }, msg: 'hello' }, { plain }])
    expect(ring.records[1].plain).toBe(plain)
    expect(fields.key).toBe(secret)
  })

  test('events name the logger', () => {
    const registry = filled()
    const events: RedactionEvent[] = []
    registry.on('redaction', (event) => events.push(event))
    const { write } = memory()
    const stream = { write } as unknown as NodeJS.WritableStream
    redactLogger(createLogger({ name: 'billing', stream }), { registry }).info(secret)
    expect(events).toEqual([{ name: 'KEY', form: 'raw', sink: 'bunyan', place: 'billing' }])
  })

  test('when redaction fails, a record with the level says so', () => {
    const registry = failingRegistry({ KEY: secret })
    const { lines, write } = memory()
    const ring = new RingBuffer({ limit: 10 })
    const logger = createLogger({
      name: secret,
      streams: [
        { stream: { write } as unknown as NodeJS.WritableStream },
        { type: 'raw', stream: ring as unknown as NodeJS.WritableStream },
      ],
    })
    redactLogger(logger, { registry }).warn({ secret }, secret)
    for (const record of [JSON.parse(lines[0]!), ring.records[0]]) {
      expect(record).toMatchObject({ level: 40, msg: expect.stringMatching(/^\[WITHHELD/), v: 0 })
      expect(JSON.stringify(record).includes(secret)).toBe(false)
    }
    expect(lines[0]!.endsWith('}\n')).toBe(true)
  })
})
