import { spawn } from 'node:child_process'
import { createRegistry } from '@tacet/runtime'
import { readinessCheck } from '@tacet/runtime/process'
import { expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { finished } from '../../helpers/run-cli.ts'

test('ready when there are secrets', async () => {
  const registry = createRegistry()
  const check = readinessCheck({ registry })
  expect(await check()).toEqual({ ready: false, problems: ['no secret is redacted'] })
  registry.add('API_KEY', fakeSecret('readiness'))
  expect(await check()).toEqual({ ready: true, problems: [] })
})

test('ready when all that are named are redacted', async () => {
  const registry = createRegistry()
  const check = readinessCheck({ registry, secrets: ['API_KEY', 'DB_PASSWORD'] })
  registry.add('API_KEY', fakeSecret('readiness'))
  registry.add('DB_PASSWORD', 'abc')
  const { ready, problems } = await check()
  expect(ready).toBe(false)
  expect(problems).toEqual([expect.stringMatching(/^a value of DB_PASSWORD is not redacted: it is shorter/)])
  expect(await readinessCheck({ registry, secrets: ['OTHER'] })()).toMatchObject({
    problems: expect.arrayContaining(['OTHER is not redacted: it is not registered']),
  })
})

test('not ready when an exit of the process is not covered', async () => {
  const dist = (path: string) =>
    JSON.stringify(new URL(`../../../packages/runtime/dist/${path}`, import.meta.url).href)
  const code = `import fs from 'node:fs'
    import { defaultRegistry } from ${dist('bundle.js')}
    import { readinessCheck, redactProcess } from ${dist('process/index-bundle.js')}
    defaultRegistry.add('API_KEY', process.env.VALUE)
    redactProcess()
    console.log = () => {}
    const check = readinessCheck()
    const [first, again] = [await check(), await check()]
    fs.writeSync(1, JSON.stringify([first, first.problems.join() === again.problems.join(), defaultRegistry.size]))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    env: { ...process.env, VALUE: fakeSecret('readiness') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { stdout, stderr } = await finished(child)
  expect(stderr).toBe('')
  const [first, same, size] = JSON.parse(stdout)
  expect(first).toEqual({ ready: false, problems: [expect.stringMatching(/^console: /)] })
  // The self-test adds a value of its own, once.
  expect([same, size]).toEqual([true, 2])
})
