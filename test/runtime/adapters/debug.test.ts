import { createRequire } from 'node:module'
import { createRegistry, type RedactionEvent, type Registry } from '@tacet/runtime'
import { redactDebug } from '@tacet/runtime/debug'
import createDebug, { type Debug } from 'debug'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { logAdapterContract, withoutChildren } from '../../contract/log-adapter.ts'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { failingRegistry, registryWith } from '../../helpers/registries.ts'

const debug3 = createRequire(import.meta.url)('debug-3') as Debug & { default: Debug }
const secret = fakeSecret('debug')
const PLACEHOLDER = '[REDACTED:KEY]'

const filled = () => registryWith({ KEY: secret })

let undo = () => {}
afterEach(() => {
  undo()
  undo = () => {}
  vi.restoreAllMocks()
})

describe.each([
  ['debug 4', createDebug],
  ['debug 3', debug3],
])('%s', (major, debug) => {
  ;(debug as unknown as { inspectOpts: { hideDate: boolean } }).inspectOpts.hideDate = true
  debug.enable('test:*')

  /** What it writes to standard error. */
  const written = (act: (log: ReturnType<Debug>) => void, registry?: Registry, colours = false): string => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const undone = registry ? redactDebug(debug, { registry }) : () => {}
    const log = debug('test:a')
    Object.assign(log, { useColors: colours })
    act(log)
    undone()
    const text = write.mock.calls.map(([chunk]) => String(chunk)).join('')
    write.mockRestore()
    return text.replaceAll(/\+\d+ms/g, '+0ms')
  }

  logAdapterContract(
    {
      name: major,
      prints: 'text',
      open(registry) {
        const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
        const off = registry ? redactDebug(debug, { registry }) : () => {}
        const log = debug('test:contract')
        Object.assign(log, { useColors: false })
        return {
          log: {
            message: (text, ...interpolated) => log(text, ...interpolated),
            fields: (fields, text = '') => log('%O %s', fields, text),
            error: (error, text = '') => log('%O %s', error, text),
          },
          close() {
            off()
            const text = write.mock.calls.map(([chunk]) => String(chunk)).join('')
            write.mockRestore()
            return text
          },
        }
      },
    },
    { ...withoutChildren, 'a nested field': 'does not print it', toJSON: 'does not print it' },
  )

  test.each([false, true])('%%s, %%o, %%O, %%j and an error, with colours: %s', (colours) => {
    const act = (log: ReturnType<Debug>) => {
      log('%s %o %O %j %d 100%%', secret, { secret }, [secret], { secret }, 1, 'rest')
      log(new Error(`bad ${secret}`))
      log({ secret })
    }
    const plain = written(act, undefined, colours)
    expect(plain.split(secret).length).toBeGreaterThan(5)
    const redacted = written(act, filled(), colours)
    expect(redacted.includes(secret)).toBe(false)
    expect(redacted.split(PLACEHOLDER).length).toBe(plain.split(secret).length)
  })

  test.each([false, true])('a value of several lines, with colours: %s', (colours) => {
    const registry = createRegistry()
    const lines = `${fakeSecret('one', 9)}\n${fakeSecret('two', 9)}\n${fakeSecret('three', 9)}`
    registry.add('LINES', lines)
    const redacted = written((log) => log(`a ${lines} b`), registry, colours)
    expect(redacted.includes('a [REDACTED:LINES] b')).toBe(true)
  })

  test.each([false, true])('what only the finished text has, colours: %s', (colours) => {
    const act = (log: ReturnType<Debug>) => log('%s%s %s', secret.slice(0, 9), secret.slice(9), '100% %s')
    const plain = written(act, undefined, colours)
    expect(plain.includes(secret)).toBe(true)
    expect(written(act, filled(), colours)).toBe(plain.replaceAll(secret, PLACEHOLDER))
  })

  test('instances with a log of their own, and instances made before', () => {
    const seen: unknown[][] = []
    const log = debug('test:own')
    log.log = (...args: unknown[]) => void seen.push(args)
    undo = redactDebug(debug, { registry: filled() })
    log('a', { secret })
    log.extend('sub')(secret)
    expect(JSON.stringify(seen).includes(PLACEHOLDER)).toBe(true)
    expect(JSON.stringify(seen).includes(secret)).toBe(false)
  })

  test('a namespace with a secret in it', () => {
    const redacted = written((log) => log.extend(secret)('hello'), filled())
    expect(redacted.includes(secret)).toBe(false)
    expect(redacted.includes(`test:a:${PLACEHOLDER} hello`)).toBe(true)
  })

  test('the undo takes it away, and events name the namespace', () => {
    const registry = filled()
    const events: RedactionEvent[] = []
    registry.on('redaction', (event) => events.push(event))
    written((log) => log('a %s', secret), registry)
    expect(written((log) => log('%O', { secret })).includes(secret)).toBe(true)
    expect(events).toEqual([{ name: 'KEY', form: 'raw', sink: 'debug', place: 'test:a' }])
  })

  test('when redaction fails, only that is printed', () => {
    const registry = failingRegistry({ KEY: secret })
    const text = written((log) => {
      log(secret)
      log('%O', { secret }, { secret })
    }, registry)
    expect(text.includes(secret)).toBe(false)
    expect(text.match(/^\[WITHHELD[^\]]*\]$/gm)?.length).toBe(2)
  })
})
