import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { createRegistry, redactBytes } from '@tacet/runtime'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fakeSecret } from '../helpers/fake-secret.ts'
import { type Crash, crashes, emissions, innocent } from './process-emissions.ts'

export interface ProcessAdapter {
  readonly name: string
  /** The arguments for Node that run a program with its outputs redacted. */
  arguments(program: string): readonly string[]
  /** The arguments that come closest to these without us. The program alone, unless given. */
  plain?(program: string): readonly string[]
}

interface Outcome {
  readonly stdout: Buffer
  readonly stderr: Buffer
  readonly code: number | null
  readonly signal: string | null
}

/**
 * Runs programs with and without the adapter. What comes out with it is what comes out without it, redacted: text,
 * stack and exit code alike.
 *
 * @param skips names of cases that the adapter does not cover, each with the reason
 */
export function describeProcessAdapter(
  adapter: ProcessAdapter,
  skips: Readonly<Record<string, string>> = {},
): void {
  const known = [...emissions, ...crashes, ...innocent].map(({ name }) => name)
  for (const name of Object.keys(skips))
    if (!known.includes(name)) throw new Error(`no case is called ${name}`)
  const left = <Case extends { readonly name: string }>(cases: readonly Case[]) =>
    cases.filter(({ name }) => !(name in skips))

  describe(adapter.name, () => {
    const key = fakeSecret('process contract', 40)
    const registry = createRegistry()
    registry.add('API_KEY', key)
    const expected = (bytes: Buffer) => text(Buffer.from(redactBytes(bytes, { registry })))
    let folder: string

    beforeAll(() => {
      folder = realpathSync(mkdtempSync(join(tmpdir(), 'tacet-')))
    })
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    const both = async ({ name, code, kind = 'mjs' }: Crash) => {
      const program = join(folder, `${name.replace(/\W+/g, '-')}.${kind}`)
      writeFileSync(program, kind === 'mjs' ? esm(code) : cjs(code))
      const [plain, guarded] = await Promise.all([
        run(adapter.plain?.(program) ?? [program], folder, key),
        run(adapter.arguments(program), folder, key),
      ])
      return { plain, guarded }
    }

    describe('takes out', () => {
      let plain: Outcome
      let guarded: Outcome
      beforeAll(async () => {
        const code = left(emissions).map(
          ({ name, code }) => `mark(${JSON.stringify(name)}); await (async () => {\n${code}\n})()`,
        )
        const runs = await both({ name: 'emissions', code: `${code.join('\n')}\nmark('the end')` })
        plain = runs.plain
        guarded = runs.guarded
      })

      test.each(left(emissions))('$name', ({ name }) => {
        for (const output of ['stdout', 'stderr'] as const) {
          expect(between(guarded[output], name)).toBe(
            expected(Buffer.from(between(plain[output], name), 'latin1')),
          )
        }
        const all = between(plain.stdout, name) + between(plain.stderr, name)
        expect(registry.matcher().test(all)).toBe(true)
      })

      test('and goes on to the end', () => {
        expect(guarded.code).toBe(0)
        expect(guarded.stdout.includes('mark: the end')).toBe(true)
      })
    })

    test.each(left(crashes))('takes out, and ends as ever: $name', async (crash) => {
      const { plain, guarded } = await both(crash)
      expect(text(guarded.stdout)).toBe(expected(plain.stdout))
      const ways = [expected(plain.stderr)]
      if (crash.fixed) ways.push(ways[0]!.replace(/^[\s\S]*?^ *\^\n+/m, ''))
      expect(ways.map(squeezed)).toContain(squeezed(text(guarded.stderr)))
      expect([guarded.code, guarded.signal]).toEqual([plain.code, plain.signal])
    })

    test.each(left(innocent))('leaves alone: $name', async (program) => {
      const { plain, guarded } = await both(program)
      expect(guarded.stdout.equals(plain.stdout)).toBe(true)
      expect(text(guarded.stderr)).toBe(text(plain.stderr))
      expect(guarded.code).toBe(plain.code)
    })
  })
}

const pino = import.meta.resolve('pino')

const esm = (code: string): string => `import fs, { writeSync } from 'node:fs'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'
import { pino } from ${JSON.stringify(pino)}
const key = process.env.API_KEY
const mark = (name) => { console.log('mark: ' + name); console.error('mark: ' + name) }
${code}
`

const cjs = (code: string): string => `const fs = require('node:fs')
const key = process.env.API_KEY
${code}
`

async function run(args: readonly string[], cwd: string, key: string): Promise<Outcome> {
  const env = { PATH: process.env.PATH, API_KEY: key }
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const [stdout, stderr, [code, signal]] = await Promise.all([
    buffer(child.stdout),
    buffer(child.stderr),
    once(child, 'close') as Promise<[number | null, string | null]>,
  ])
  return { stdout, stderr, code, signal }
}

/** One unit a byte, without the process id of a warning. */
function text(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/^\(node:\d+\)/gm, '(node:1)')
}

/** Where Node breaks the lines of an object depends on how long its values are. */
function squeezed(output: string): string {
  return output.replace(/\s+/g, ' ')
}

/** What stands after the mark of a case, until the next. */
function between(output: Buffer, name: string): string {
  const [, after = ''] = text(output).split(`mark: ${name}\n`)
  return after.split('mark: ')[0]!
}
