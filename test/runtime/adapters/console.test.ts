import { execFile } from 'node:child_process'
import { Console } from 'node:console'
import { PassThrough } from 'node:stream'
import { promisify } from 'node:util'
import { type RedactionEvent, Secret } from '@tacet/runtime'
import { redactConsole } from '@tacet/runtime/console'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { logAdapterContract, withoutChildren } from '../../contract/log-adapter.ts'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { failingRegistry, registryWith } from '../../helpers/registries.ts'

const secret = fakeSecret('console')

const filled = () => registryWith({ KEY: secret })

/** A console that writes to memory, both streams in the order in which they were written. */
function memory(colorMode = false) {
  const chunks: string[] = []
  const stream = new PassThrough()
  stream.on('data', (chunk) => chunks.push(String(chunk)))
  return {
    console: new Console({ stdout: stream, stderr: stream, colorMode }),
    written: () => chunks.join(''),
  }
}

/** What a console prints, plain and redacted. */
function both(act: (console: Console) => void, registry = filled(), colorMode = false) {
  const [plain, guarded] = [memory(colorMode), memory(colorMode)]
  redactConsole({ registry, console: guarded.console })
  act(plain.console)
  act(guarded.console)
  return { plain: plain.written(), redacted: guarded.written() }
}

afterEach(() => {
  vi.restoreAllMocks()
})

logAdapterContract(
  {
    name: 'console',
    prints: 'text',
    open(registry) {
      const { console, written } = memory()
      if (registry) redactConsole({ registry, console })
      return {
        log: {
          message: (text, ...interpolated) => console.log(text, ...interpolated),
          fields: (fields, text = '') => console.info(fields, text),
          error: (error, text = '') => console.error(error, text),
        },
        close: written,
      }
    },
  },
  {
    ...withoutChildren,
    'a nested field': 'does not print it',
    toJSON: 'does not print it',
  },
)

describe('each method', () => {
  const methods: Record<string, (console: Console) => void> = {
    log: (console) => console.log(secret, { secret }),
    info: (console) => console.info('%s and %o', secret, { secret }),
    debug: (console) => console.debug('%j', { secret }),
    warn: (console) => console.warn(`a ${secret} b`, 1),
    error: (console) => console.error(new Error(secret, { cause: { secret } })),
    dirxml: (console) => console.dirxml({ secret }, [secret]),
    dir: (console) => console.dir({ a: { b: { c: { d: { secret } } } } }, { depth: null }),
    'dir of a string': (console) => console.dir(secret),
    table: (console) => console.table([{ name: 'a', [secret]: 1 }, { name: secret }]),
    'table with columns': (console) => console.table([{ name: 'a', key: secret }], ['key']),
    trace: (console) => console.trace('at %s', secret),
    assert: (console) => console.assert(false, 'no %s', secret, { secret }),
    group: (console) => {
      console.group('in %s', secret)
      console.log(`one\ntwo ${secret}`)
      console.groupEnd()
    },
    groupCollapsed: (console) => {
      console.groupCollapsed(secret)
      console.groupEnd()
    },
    count: (console) => {
      console.count(secret)
      console.count(secret)
    },
    timeLog: (console) => {
      console.time(secret)
      console.timeLog(secret, { secret })
    },
    timeEnd: (console) => {
      console.time(secret)
      console.timeEnd(secret)
    },
  }

  test.each(Object.entries(methods))('%s', (_, act) => {
    const { plain, redacted } = both(act)
    expect(plain.includes(secret)).toBe(true)
    expect(redacted.includes(secret)).toBe(false)
    expect(redacted.includes('[REDACTED:KEY]')).toBe(true)
  })

  test.each(['log', 'info', 'debug', 'warn', 'error', 'dirxml'] as const)(
    '%s: the placeholder stands where the secret was, and nothing else changes',
    (method) => {
      const { plain, redacted } = both((console) => {
        console[method](`a ${secret} %s %d %i %f %% %c b`, 'x', 1, 2.5, 3.5, 'css', { a: [secret] }, 'rest')
        console[method]('%o', { secret })
        console[method](100, '%s', secret)
      })
      expect(redacted).toBe(plain.replaceAll(secret, '[REDACTED:KEY]'))
    },
  )

  test('trace begins with the caller', () => {
    const { redacted } = both(function caller(console) {
      console.trace('here')
    })
    expect(redacted).toMatch(/^Trace: here\n {4}at caller /)
  })

  test('a group indents what is redacted', () => {
    const { plain, redacted } = both(methods.group!)
    expect(redacted).toBe(plain.replaceAll(secret, '[REDACTED:KEY]'))
  })

  test('labels that nobody knows are warned of without the secret', () => {
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
    both((console) => {
      console.countReset(secret)
      console.timeEnd(secret)
    })
    const guarded = warn.mock.calls.filter(([text]) => !String(text).includes(secret))
    expect(guarded.map(([text]) => String(text).includes('[REDACTED:KEY]'))).toEqual([true, true])
  })

  test('a counter goes on, and can be reset', () => {
    const { redacted } = both((console) => {
      console.count(secret)
      console.count(secret)
      console.countReset(secret)
      console.count(secret)
      console.count()
    })
    expect(redacted.match(/\d+\n/g)).toEqual(['1\n', '2\n', '1\n', '1\n'])
  })
})

test('what holds no secret is handed on as it is, colours and all', () => {
  const object = { a: [1, 'two', null], b: new Map([[1, { c: new Date(0) }]]), e: new RangeError('x') }
  for (const colours of [true, false]) {
    const { plain, redacted } = both(
      (console) => {
        console.log('%s %o', 'text', object, 5)
        console.log(object, 5n, undefined, Symbol('s'))
        console.dir(object, { depth: 0 })
        console.table([[1, 2]])
        console.assert(true, 'no')
        console.assert(false)
        console.log()
        console.log('')
        console.log('100% %s')
        console.group()
        console.count()
      },
      filled(),
      colours,
    )
    expect(redacted).toBe(plain)
  }
  const seen: unknown[] = []
  const own = { log: (...args: unknown[]) => void seen.push(...args) }
  redactConsole({ registry: filled(), console: own })
  own.log(object, 'x')
  expect(seen[0]).toBe(object)
})

test('a secret that only the finished text has is found', () => {
  const { redacted } = both((console) => {
    console.log('%s%s', secret.slice(0, 10), secret.slice(10), '100%')
    console.assert(false, '%s%s', secret.slice(0, 10), secret.slice(10))
  })
  expect(redacted).toBe('[REDACTED:KEY] 100%\nAssertion failed: [REDACTED:KEY]\n')
})

test('a Secret, bytes, numbers, a Map, the cause of the cause', () => {
  const registry = filled()
  const bytes = Buffer.from(fakeSecret('bytes', 48))
  registry.add('BYTES', bytes)
  registry.add('PIN', '481516234299')
  const { plain, redacted } = both((console) => {
    console.log(new Secret('KEY', secret), bytes, [481516234299], new Map([[secret, new Set([secret])]]))
    console.error(new Error('a', { cause: new AggregateError([new Error(secret)], 'b') }))
    console.log([481516234299, 1])
  }, registry)
  expect(plain.includes(secret)).toBe(true)
  for (const gone of [secret, '481516234299', bytes.toString('hex').replace(/../g, '$& ').slice(0, 60)]) {
    expect(redacted.includes(gone)).toBe(false)
  }
})

test('the undo restores each method, unless another has been put over it', () => {
  const { console, written } = memory()
  const { log, warn } = console
  const undo = redactConsole({ registry: filled(), console })
  const later = () => {}
  console.warn = later
  undo()
  expect(console.log).toBe(log)
  expect(console.warn).toBe(later)
  expect(console.warn).not.toBe(warn)
  console.log(secret)
  expect(written().includes(secret)).toBe(true)
})

test('the global console is covered, and events name the sink', () => {
  const registry = filled()
  const events: RedactionEvent[] = []
  registry.on('redaction', (event) => events.push(event))
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  const undo = redactConsole({ registry })
  try {
    console.log('a %s', { secret }, secret)
  } finally {
    undo()
  }
  expect(log.mock.calls).toEqual([['a %s', { secret: '[REDACTED:KEY]' }, '[REDACTED:KEY]']])
  expect(events).toEqual([{ name: 'KEY', form: 'raw', sink: 'console' }])
})

test('when redaction fails, nothing is printed but that', () => {
  vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
  const registry = failingRegistry({ KEY: secret })
  const { redacted } = both((console) => {
    console.log(secret, { secret })
    console.log(secret)
    console.dir({ secret })
    console.table([{ secret }])
    console.trace(secret)
    console.assert(false, secret)
    console.count(secret)
    console.timeLog(secret, secret)
  }, registry)
  expect(redacted.includes(secret)).toBe(false)
  expect(redacted.match(/\[WITHHELD/g)!.length).toBeGreaterThanOrEqual(7)
})

test('a listener that prints does not go round in circles', () => {
  const registry = filled()
  const { console, written } = memory()
  redactConsole({ registry, console })
  registry.on('redaction', ({ name }) => console.warn(`redacted ${name} ${secret}`))
  console.log(secret)
  expect(written()).toBe('redacted KEY [REDACTED:KEY]\n[REDACTED:KEY]\n')
})

test('the console of a process: what it prints is what a plain one prints, with placeholders', async () => {
  const script = `
    import { createRegistry } from '@tacet/runtime'
    import { redactConsole } from '@tacet/runtime/console'
    const key = process.env.KEY
    if (process.argv.includes('redacted')) {
      const registry = createRegistry()
      registry.add('KEY', key)
      redactConsole({ registry })
    }
    const { log } = console
    log('detached %s', key)
    console.group('group %s', key)
    console.table([{ key: 'x', value: 1 }], ['value'])
    console.dir({ a: { b: { c: { d: [key] } } } }, { depth: 0 })
    console.log({ a: { b: { c: { d: [key] } } } })
    console.groupEnd()
    console.count(key)
    console.assert(1 > 2, 'not %s', key)
    console.error(new Error('bad ' + key, { cause: { key } }))
    console.warn('%c%s%c', 'color: red', key, '')
    console.trace('here %d', 5, { key })
  `
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script, '--', ...args], {
      cwd: new URL('../../..', import.meta.url),
      env: { PATH: process.env.PATH, KEY: secret },
    })
  const [plain, redacted] = await Promise.all([run(), run('redacted')])
  for (const stream of ['stdout', 'stderr'] as const) {
    expect(plain[stream].includes(secret)).toBe(true)
    expect(redacted[stream]).toBe(plain[stream].replaceAll(secret, '[REDACTED:KEY]'))
  }
})
