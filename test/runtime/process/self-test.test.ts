import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { finished } from '../../helpers/run-cli.ts'
import { tempTree } from '../../helpers/temp-tree.ts'

const dist = (path: string) => new URL(`../../../packages/runtime/dist/${path}`, import.meta.url).href

/** What selfTest says in a program that did something before. */
async function tested(before: string, flags = ['--import', dist('process/register-bundle.js')]) {
  const cwd = tempTree({
    'program.mjs': `import { once } from 'node:events'
      import fs, { writeFileSync } from 'node:fs'
      import { defaultRegistry } from ${JSON.stringify(dist('bundle.js'))}
      import { redactProcess, selfTest } from ${JSON.stringify(dist('process/index-bundle.js'))}
      ${before}
      const result = await selfTest()
      writeFileSync('result.json', JSON.stringify({ ...result, text: String(result), names: defaultRegistry.names() }))`,
  })
  const child = spawn(process.execPath, [...flags, 'program.mjs'], {
    cwd,
    env: { PATH: process.env.PATH, TACET_SECRETS_DIR: '/nowhere' },
    stdio: 'pipe',
  })
  const { stdout, stderr } = await finished(child)
  const { readFileSync } = await import('node:fs')
  const result = JSON.parse(readFileSync(`${cwd}/result.json`, 'utf8'))
  const uncovered: string[] = result.exits
    .filter(({ covered }: { covered: boolean }) => !covered)
    .map(({ exit, reason }: { exit: string; reason: string }) => `${exit}: ${reason}`)
  return { ...result, uncovered, stdout, stderr }
}

describe('selfTest', () => {
  test('finds every exit covered, and prints nothing', async () => {
    const { ok, uncovered, exits, stdout, stderr, text, names } = await tested('')
    expect([ok, uncovered, stdout, stderr]).toEqual([true, [], '', ''])
    expect(exits.length).toBe(10)
    expect(text).toContain('covered      process.stdout\n')
    expect(text).toContain('not covered  native addons')
    expect(names).toEqual(['TACET_CANARY'])
  })

  test.each([
    ['process.stdout._write = (chunk, encoding, done) => done()', ['process.stdout', 'console']],
    ['process.stderr.write = () => true', ['process.stderr']],
    ['globalThis.console = { log() {} }', ['console']],
    ['fs.writeSync = (descriptor, text) => text.length', ['fs.writeSync']],
    [`process.removeAllListeners('warning')`, ['warnings']],
    [`process.removeAllListeners('uncaughtExceptionMonitor')`, ['uncaught exceptions']],
    ['process.report.getReport = () => ({})', ['diagnostic reports']],
  ])('tells what was replaced: %s', async (code, exits) => {
    const { ok, uncovered } = await tested(code)
    expect(ok).toBe(false)
    expect(uncovered.map((each: string) => each.split(':')[0])).toEqual(exits)
  })

  test.each([
    ['--import', ['worker threads']],
    ['--require', ['worker threads', 'worker threads that are made of text']],
    ['redactProcess', []],
  ])('tells which workers are covered: %s', async (by, expected) => {
    const register = dist('process/register-bundle.js')
    const flags = by === '--require' ? [by, fileURLToPath(register)] : ['--import', register]
    const { ok, exits, outOfReach } =
      by === 'redactProcess' ? await tested('redactProcess()', []) : await tested('', flags)
    const of = (tests: readonly { exit: string }[]) =>
      tests.map(({ exit }) => exit).filter((exit) => exit.startsWith('worker'))
    expect([ok, of(exits)]).toEqual([true, expected])
    expect(of(outOfReach).length).toBe(2 - expected.length)
  })

  test('does not lose what the program prints meanwhile', async () => {
    const { ok, stdout } = await tested(
      `process.stdout.write('before '); setImmediate(() => process.stdout.write('after'))`,
    )
    expect([ok, stdout]).toEqual([true, 'before after'])
  })

  test('tells that nothing is redacted, or not the responses', async () => {
    const { ok, uncovered, stdout } = await tested('', [])
    expect([ok, stdout]).toEqual([false, ''])
    expect(uncovered).toEqual([
      'the process: it is not redacted: start it with node --import @tacet/runtime/register',
    ])
    const some = await tested('redactProcess({ responses: false })', [])
    expect(some.uncovered).toEqual(['responses of node:http: redactProcess was told to leave them'])
  })
})
