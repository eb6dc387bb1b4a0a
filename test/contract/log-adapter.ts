import { inspect } from 'node:util'
import { createRegistry, type Registry } from '@tacet/runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { fakeSecret } from '../helpers/fake-secret.ts'
import { innocent, type LeakCase, type Log, leakCases } from './log-cases.ts'

/** What writes, and how to get at all that was written once it is closed. */
export interface OpenLog {
  readonly log: Log
  close(): string | Promise<string>
}

export interface LogAdapter {
  readonly name: string
  /** Whether each line is a JSON text, or the output is for people. JSON unless told. */
  readonly prints?: 'json' | 'text'
  /** A logger that redacts by the registry; without one, the same logger as it is without us. No clock in its lines. */
  open(registry?: Registry): OpenLog | Promise<OpenLog>
}

/** Why a logger need not pass a case. Each reason is checked on the plain logger. */
export type SkipReason = 'has no child loggers' | 'does not print it' | 'throws on it'

/**
 * Runs every case on one logger of the adapter that redacts and on one that does not. The plain one shows that each
 * case would have leaked.
 *
 * @param skips names of cases that the logger cannot express, each with the reason
 */
export function logAdapterContract(
  adapter: LogAdapter,
  skips: Readonly<Record<string, SkipReason>> = {},
): void {
  describe(adapter.name, () => {
    const isText = adapter.prints === 'text'
    const registry = createRegistry()
    const cases = leakCases.filter(({ name }) => !(name in skips))
    const harmless = Object.entries(innocent).filter(([name]) => !(name in skips))
    const values = new Map(
      leakCases.map(({ name, value = fakeSecret }) => [name, value(`${adapter.name} ${name}`)]),
    )
    const events = new Set<string>()
    let redacted: Map<string, string[]>
    let plain: Map<string, string[]>
    let hasChildren: boolean

    const run = async (ran: readonly LeakCase[], with_?: Registry) => {
      const { log, close } = await adapter.open(with_)
      hasChildren = log.child !== undefined
      const register = ({ name }: LeakCase) => void with_?.add(secretName(name), values.get(name)!)
      for (const each of ran) if (!each.late) register(each)
      for (const each of ran) {
        log.message(`${MARK}${each.name};`)
        each.leak(log, textOf(values.get(each.name)!), () => register(each))
      }
      for (const [name, act] of harmless) {
        log.message(`${MARK}${name};`)
        act(log)
      }
      return byCase(await close(), isText)
    }

    beforeAll(async () => {
      registry.on('redaction', ({ name }) => events.add(name))
      redacted = await run(cases, registry)
      plain = await run(
        leakCases.filter(({ name }) => !(name in skips) || skips[name] === 'does not print it'),
      )
    })

    for (const name of Object.keys(skips)) {
      if (name in innocent || leakCases.some((known) => known.name === name)) continue
      throw new Error(`no case is called ${name}`)
    }

    const needlesOf = ({ name, shows = (value: string) => value }: LeakCase): string[] => {
      const value = textOf(values.get(name)!)
      return isText
        ? [shows(value), ...[value, once(value), once(once(value))].flatMap(printed)]
        : [shows(value)]
    }
    const leaks = (lines: readonly string[], needles: readonly string[]): boolean =>
      needles.some((needle) =>
        isText ? lines.join('\n').includes(needle) : lines.some((line) => holds(line, needle)),
      )

    test.each(cases)('takes out: $name', (each) => {
      const { name } = each
      const needles = needlesOf(each)
      expect(leaks(plain.get(name)!, needles)).toBe(true)
      const lines = redacted.get(name)!
      if (!isText) expect(lines.length).toBe(plain.get(name)!.length)
      expect(leaks(lines, needles)).toBe(false)
      const placeholder = `[REDACTED:${secretName(name)}]`
      expect(
        leaks(lines, isText ? printed(placeholder) : [placeholder, Buffer.from(placeholder).join()]),
      ).toBe(true)
      expect(events.has(secretName(name))).toBe(true)
    })

    test.each(Object.entries(skips))('skips with reason: %s, for it %s', async (name, reason) => {
      const skipped = leakCases.find((each) => each.name === name)
      if (reason === 'has no child loggers') expect(hasChildren).toBe(false)
      else if (reason === 'does not print it')
        expect(leaks(plain.get(name)!, needlesOf(skipped!))).toBe(false)
      else {
        const { log } = await adapter.open()
        expect(() => (innocent[name] ? innocent[name](log) : skipped!.leak(log, '', () => {}))).toThrow()
      }
    })

    test.each(harmless.map(([name]) => name))('leaves alone: %s', (name) => {
      if (name !== 'a child' || hasChildren) expect(plain.get(name)!.length).toBeGreaterThan(0)
      expect(redacted.get(name)).toEqual(plain.get(name))
    })

    if (!isText) {
      test('every line is JSON', () => {
        for (const line of [...redacted.values()].flat()) expect(() => JSON.parse(line)).not.toThrow()
      })
    }

    test('a rotated value stays secret', async () => {
      const rotating = createRegistry()
      const [old, young] = [fakeSecret('old'), fakeSecret('young')]
      const { log, close } = await adapter.open(rotating)
      rotating.add('KEY', old)
      log.message(`1 ${old}`)
      rotating.add('KEY', young)
      log.message(`2 ${old} ${young}`)
      const output = await close()
      expect(output.includes('1 [REDACTED:KEY]')).toBe(true)
      expect(output.includes('2 [REDACTED:KEY] [REDACTED:KEY]')).toBe(true)
    })
  })
}

/** What a logger without child loggers skips. */
export const withoutChildren: Readonly<Record<string, SkipReason>> = Object.fromEntries(
  [
    'the bindings of a child',
    'the bindings of a grandchild',
    'registered after the child that is bound to it was made',
  ].map((name) => [name, 'has no child loggers']),
)

const MARK = 'case: '

const textOf = (value: string | Uint8Array) =>
  typeof value === 'string' ? value : Buffer.from(value).toString()

const secretName = (name: string) => name.replace(/\W+/g, '_').toUpperCase()

/** The lines after each mark. */
function byCase(output: string, isText: boolean): Map<string, string[]> {
  const cases = new Map<string, string[]>()
  for (const line of output.split('\n')) {
    const name = line.match(/case: ([^";]*);/)?.[1]
    if (name !== undefined) cases.set(isText ? name : JSON.parse(`"${name}"`), [])
    else if (line || isText) [...cases.values()].at(-1)!.push(line)
  }
  return cases
}

/** Whether the needle is in the line, or in any key, string or number of it, at any depth. */
function holds(line: string, needle: string): boolean {
  return line.includes(needle) || textsOf(JSON.parse(line)).some((text) => text.includes(needle))
}

function textsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [String(value)]
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsOf(inner)])
}

const once = (value: string) => JSON.stringify(value).slice(1, -1)

/** How people are shown a value: as it is, with the escapes of `util.inspect`, or as the bytes of a Buffer. */
function printed(value: string): string[] {
  return [value, inspect(value).slice(1, -1), inspect(Buffer.from(value)).slice('<Buffer '.length, -1)]
}
