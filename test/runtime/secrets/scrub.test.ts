import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { createRegistry, scrubEnvironment } from '@tacet/runtime'
import { afterEach, expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'

const value = fakeSecret('scrub')
const added = ['TACET_TEST_KEY', 'TACET_TEST_COPY', 'TACET_TEST_PIN', 'TACET_TEST_OTHER']

afterEach(() => {
  for (const name of added) delete process.env[name]
})

/** What a child that is started now inherits, and what a diagnostic report lists. */
function exposed(): { child: string; report: string } {
  const { stdout } = spawnSync(process.execPath, ['-p', 'JSON.stringify(process.env)'], { encoding: 'utf8' })
  return { child: stdout, report: JSON.stringify(process.report.getReport()) }
}

test('neither a child nor a diagnostic report has what was scrubbed', () => {
  process.env.TACET_TEST_KEY = value
  process.env.TACET_TEST_OTHER = 'stays'
  const before = exposed()
  expect([before.child.includes(value), before.report.includes(value)]).toEqual([true, true])

  expect(scrubEnvironment(['TACET_TEST_KEY', 'TACET_TEST_ABSENT'])).toEqual(['TACET_TEST_KEY'])

  const after = exposed()
  expect([after.child.includes(value), after.report.includes(value)]).toEqual([false, false])
  expect(after.child).toContain('TACET_TEST_OTHER')
  expect(after.report).toContain('TACET_TEST_OTHER')
})

test('a worker that is started afterwards has it neither', async () => {
  const seen = async (): Promise<boolean> => {
    const worker = new Worker(
      `require('node:worker_threads').parentPort.postMessage(JSON.stringify(process.env))`,
      { eval: true, env: { ...process.env } },
    )
    const [text] = (await once(worker, 'message')) as [string]
    return text.includes(value)
  }
  process.env.TACET_TEST_KEY = value
  expect(await seen()).toBe(true)
  scrubEnvironment(['TACET_TEST_KEY'])
  expect(await seen()).toBe(false)
})

test('without names it is what was loaded, also what is too short to redact, and what holds a secret', () => {
  const registry = createRegistry()
  const environment: Record<string, string | undefined> = {
    TACET_TEST_KEY: value,
    TACET_TEST_PIN: '4711',
    TACET_TEST_COPY: `Basic ${Buffer.from(`user:${value}`).toString('base64')}`,
    TACET_TEST_OTHER: 'stays',
    UNSET: undefined,
  }
  registry.add('TACET_TEST_KEY', value)
  registry.add('TACET_TEST_PIN', '4711')
  expect(scrubEnvironment(undefined, { env: environment, registry })).toEqual([
    'TACET_TEST_KEY',
    'TACET_TEST_PIN',
    'TACET_TEST_COPY',
  ])
  expect(environment).toEqual({ TACET_TEST_OTHER: 'stays', UNSET: undefined })
  expect(scrubEnvironment(undefined, { env: environment, registry })).toEqual([])
})
