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
  /** A logger that redacts by the registry; without one, the same logger as it is without us. No clock in its lines. */
  open(registry?: Registry): OpenLog | Promise<OpenLog>
}

/**
 * Runs every case on one logger of the adapter that redacts and on one that does not. The plain one shows that each
 * case would have leaked.
 *
 * @param skips names of cases that the logger cannot express, each with the reason
 */
export function logAdapterContract(adapter: LogAdapter, skips: Readonly<Record<string, string>> = {}): void {
  describe(adapter.name, () => {
    const registry = createRegistry()
    const cases = leakCases.filter(({ name }) => !(name in skips))
    const values = new Map(
      leakCases.map(({ name, value = fakeSecret }) => [name, value(`${adapter.name} ${name}`)]),
    )
    const events = new Set<string>()
    let redacted: Map<string, string[]>
    let plain: Map<string, string[]>

    const run = async (with_?: Registry) => {
      const { log, close } = await adapter.open(with_)
      const register = ({ name }: LeakCase) => void with_?.add(secretName(name), values.get(name)!)
      for (const each of cases) if (!each.late) register(each)
      for (const each of cases) {
        const { name, leak } = each
        const value = values.get(name)!
        log.message(`${MARK}${name}`)
        leak(log, typeof value === 'string' ? value : Buffer.from(value).toString(), () => register(each))
      }
      for (const [name, act] of Object.entries(innocent)) {
        log.message(`${MARK}${name}`)
        act(log)
      }
      return byCase(await close())
    }

    beforeAll(async () => {
      registry.on('redaction', ({ name }) => events.add(name))
      redacted = await run(registry)
      plain = await run()
    })

    for (const name of Object.keys(skips)) {
      if (!leakCases.some((known) => known.name === name)) throw new Error(`no case is called ${name}`)
    }

    test.each(cases)('takes out: $name', ({ name, shows = (value: string) => value }) => {
      const value = values.get(name)!
      const needle = shows(typeof value === 'string' ? value : Buffer.from(value).toString())
      expect(plain.get(name)!.some((line) => holds(line, needle))).toBe(true)
      const lines = redacted.get(name)!
      expect(lines.length).toBe(plain.get(name)!.length)
      expect(lines.some((line) => holds(line, needle))).toBe(false)
      expect(lines.some((line) => line.includes(`[REDACTED:${secretName(name)}]`))).toBe(true)
      expect(events.has(secretName(name))).toBe(true)
    })

    test.each(Object.keys(innocent))('leaves alone: %s', (name) => {
      expect(plain.get(name)!.length).toBeGreaterThan(0)
      expect(redacted.get(name)).toEqual(plain.get(name))
    })

    test('every line is JSON', () => {
      for (const line of [...redacted.values()].flat()) expect(() => JSON.parse(line)).not.toThrow()
    })

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

const MARK = 'case: '

const secretName = (name: string) => name.replace(/\W+/g, '_').toUpperCase()

/** The lines after each mark. */
function byCase(output: string): Map<string, string[]> {
  const cases = new Map<string, string[]>()
  for (const line of output.split('\n')) {
    const name = line.match(/"case: ([^"]*)"/)?.[1]
    if (name !== undefined) cases.set(JSON.parse(`"${name}"`), [])
    else if (line) [...cases.values()].at(-1)!.push(line)
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
