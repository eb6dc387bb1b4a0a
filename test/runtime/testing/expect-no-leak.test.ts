import { spawn } from 'node:child_process'
import { createRegistry } from '@tacet/runtime'
import { redactConsole } from '@tacet/runtime/console'
import { expectNoLeak, LeakError } from '@tacet/runtime/testing'
import { describe, expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { finished } from '../../helpers/run-cli.ts'
import { tempTree } from '../../helpers/temp-tree.ts'

const key = fakeSecret('expect no leak', 40)
const registry = createRegistry()
registry.add('API_KEY', key)

/** The error of what leaks. */
async function leakOf(run: () => unknown): Promise<LeakError> {
  const error: unknown = await expectNoLeak(run, { registry }).catch((thrown: unknown) => thrown)
  if (error instanceof LeakError) return error
  throw new Error('nothing leaked', { cause: error })
}

describe('in a test of vitest', () => {
  test('names the secret, the form and the place, and not the value', async () => {
    const error = await leakOf(() => console.log(`first\nkey: ${Buffer.from(key).toString('base64')}`))
    expect(error.code).toBe('TACET_LEAK')
    expect(error.message).toBe('A secret was emitted:\n  API_KEY (base64) in console, line 2, column 6')
    expect(error.leaks).toEqual([{ name: 'API_KEY', form: 'base64', place: 'console, line 2, column 6' }])
    expect(JSON.stringify(error).includes(key) || error.stack!.includes(key)).toBe(false)
  })

  test.each([
    ['console.error', () => console.error({ nested: { key } })],
    ['console.table', () => console.table([{ key }])],
    ['console.dir', () => console.dir(new Map([[key, 1]]))],
    ['console.trace', async () => console.trace(key)],
  ])('by %s', async (_, run) => {
    expect((await leakOf(run)).leaks.map(({ place }) => place.split(',')[0])).toEqual(['console'])
  })

  test('gives what the function gives, and throws what it throws', async () => {
    expect(await expectNoLeak(() => 5, { registry })).toBe(5)
    expect(await expectNoLeak(async () => console.log('fine'), { registry })).toBe(undefined)
    const thrown = new TypeError('of its own')
    await expect(expectNoLeak(() => Promise.reject(thrown), { registry })).rejects.toBe(thrown)
    // A leak is what is to be known first.
    const both = () => {
      console.log(key)
      throw thrown
    }
    expect((await leakOf(both)).leaks).toHaveLength(1)
  })

  test('is content when an adapter takes it out', async () => {
    const end = redactConsole({ registry })
    try {
      await expectNoLeak(() => console.log('key', key, { key }), { registry })
    } finally {
      end()
    }
    expect((await leakOf(() => console.log(key))).leaks).toHaveLength(1)
  })

  test("sees what is printed to Jest's console", async () => {
    const original = globalThis.console
    const buffer: string[] = []
    class BufferedConsole {
      log(message: string) {
        this._log('log', message)
      }
      _log(_type: string, message: string) {
        buffer.push(message)
      }
    }
    globalThis.console = new BufferedConsole() as unknown as Console
    try {
      expect((await leakOf(() => console.log(`a ${key}`))).leaks[0]!.place).toBe('console, line 1, column 3')
      expect(Object.hasOwn(console, '_log')).toBe(false)
    } finally {
      globalThis.console = original
    }
    expect(buffer).toEqual(['a [REDACTED:API_KEY]'])
  })
})

// A process of its own: what is printed here would be shown by the test runner.
describe('in a process', () => {
  const url = (path: string) =>
    JSON.stringify(new URL(`../../../packages/runtime/dist/${path}`, import.meta.url).href)
  const pino = JSON.stringify(import.meta.resolve('pino'))

  const run = async (code: string) => {
    const program = `
      import fs from 'node:fs'
      import { pino } from ${pino}
      import { defaultRegistry } from ${url('index.js')}
      import { redactLogs } from ${url('adapters/pino.js')}
      import { redactProcess } from ${url('process/redact-process.js')}
      import { expectNoLeak } from ${url('testing/index.js')}
      const key = process.env.API_KEY
      defaultRegistry.add('API_KEY', key)
      const places = async (run) => {
        try { await expectNoLeak(run) } catch (error) { return (error.leaks ?? [{ place: error.message }]).map(({ place }) => place.split(',')[0]) }
        return []
      }
      const report = (value) => fs.writeFileSync('report.json', JSON.stringify(value))
      ${code}`
    const cwd = tempTree({ 'program.mjs': program })
    const child = spawn(process.execPath, ['program.mjs'], { cwd, env: { API_KEY: key }, stdio: 'pipe' })
    const { stdout, stderr } = await finished(child)
    const { readFileSync } = await import('node:fs')
    return { report: JSON.parse(readFileSync(`${cwd}/report.json`, 'utf8')), stdout, stderr }
  }

  test('sees what is printed by every way to standard output and standard error', async () => {
    const { report, stdout } = await run(`report([
      await places(() => console.log(key)),
      await places(() => process.stdout.write(key)),
      await places(() => process.stderr.write(key + key)),
      await places(() => { process.stdout.write(key.slice(0, 9)); fs.writeSync(1, key.slice(9)) }),
      await places(() => pino().info({ key })),
      await places(() => pino(redactLogs()).info({ key })),
      await places(() => console.log('fine')),
    ])`)
    expect(report).toEqual([['stdout'], ['stdout'], ['stderr'], ['stdout'], ['stdout'], [], []])
    expect(stdout.startsWith(`${key}\n${key}${key}`)).toBe(true)
  })

  test.each(['before', 'after'])(
    'is content when the process is redacted, %s it is first asked',
    async (when) => {
      const { report, stdout, stderr } = await run(`
      ${when === 'before' ? 'redactProcess()' : 'await places(() => {}); redactProcess()'}
      report(await places(() => {
        console.log(key)
        process.stderr.write(key)
        fs.writeSync(1, key.slice(0, 9))
        process.stdout.write(key.slice(9))
      }))`)
      expect(report).toEqual([])
      expect([stdout, stderr]).toEqual(['[REDACTED:API_KEY]\n[REDACTED:API_KEY]', '[REDACTED:API_KEY]'])
    },
  )
})
