import { spawnSync } from 'node:child_process'
import { readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createRegistry, file, type LoadOptions, loadSecrets } from '@tacet/runtime'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { fakeSecret } from '../../../helpers/fake-secret.ts'
import { publish } from '../../../helpers/kubernetes-volume.ts'
import { addFiles, tempTree } from '../../../helpers/temp-tree.ts'

const values = [...Array(5).keys()].map((index) => fakeSecret(`watched ${index}`))
const [first, second] = values as [string, string]

beforeEach(() => void vi.spyOn(process, 'emitWarning').mockImplementation(() => {}))
afterEach(() => vi.restoreAllMocks())

const load = (root: string, rotate: LoadOptions['rotate'] = true) => {
  const secrets = loadSecrets({ key: file('key') }, { root, env: {}, registry: createRegistry(), rotate })
  onTestFinished(() => secrets.close())
  return secrets
}

/** Does something, and waits until an event tells of what comes of it. */
const after = (
  secrets: ReturnType<typeof load>,
  event: 'rotation' | 'rotation-failed',
  act: () => void,
): Promise<unknown> => {
  const told = new Promise((tell) => {
    const leave = secrets.on(event, (what: unknown) => {
      leave()
      tell(what)
    })
  })
  act()
  return told
}

test('sees that a Kubernetes volume is pointed at another generation', async () => {
  const root = tempTree()
  publish(root, { key: first })
  const secrets = load(root)
  for (const value of values.slice(1)) {
    expect(await after(secrets, 'rotation', () => publish(root, { key: value }))).toEqual({ names: ['key'] })
    expect(secrets.key.equals(value)).toBe(true)
  }
})

test('sees that a file is edited, and one that is renamed over it', async () => {
  const root = tempTree({ key: first })
  const secrets = load(root)
  await after(secrets, 'rotation', () => addFiles(root, { key: second }))
  expect(secrets.key.equals(second)).toBe(true)
  addFiles(root, { 'key.new': first })
  await after(secrets, 'rotation', () => renameSync(join(root, 'key.new'), join(root, 'key')))
  expect(secrets.key.equals(first)).toBe(true)
})

test('begins with the first subscriber, and misses nothing from before', async () => {
  const root = tempTree()
  publish(root, { key: first })
  const secrets = load(root, undefined)
  publish(root, { key: second })
  await new Promise((told) => secrets.onRotate('key', told))
  expect(secrets.key.equals(second)).toBe(true)
})

test('survives that the folder is removed, tells of it once, and sees it return, time and again', async () => {
  const root = tempTree()
  const folder = join(root, 'mounted')
  publish(folder, { key: first })
  const secrets = load(folder)
  for (const value of values.slice(1)) {
    const failed = await after(secrets, 'rotation-failed', () => rmSync(folder, { recursive: true }))
    expect(failed).toEqual({
      reason: expect.stringMatching(/^Secrets are not rotated, the old values stay: /),
    })
    await after(secrets, 'rotation', () => publish(folder, { key: value }))
    expect(secrets.key.equals(value)).toBe(true)
    await after(secrets, 'rotation', () => publish(folder, { key: first }))
  }
})

test('sees changes by the clock when told to', async () => {
  const root = tempTree()
  publish(root, { key: first })
  const secrets = load(root, { poll: 5 })
  await after(secrets, 'rotation', () => publish(root, { key: second }))
  expect(secrets.key.equals(second)).toBe(true)
})

test('recovers by itself from a set that was incomplete', async () => {
  const root = tempTree()
  publish(root, { key: first })
  const secrets = load(root)
  await after(secrets, 'rotation-failed', () => publish(root, { key: '' }))
  expect(secrets.key.equals(first)).toBe(true)
  await after(secrets, 'rotation', () => publish(root, { key: second }))
  expect(secrets.key.equals(second)).toBe(true)
})

test('reads again on a signal it was given, and leaves the signal alone once it is closed', async () => {
  const root = tempTree()
  publish(root, { key: first })
  const before = process.listenerCount('SIGHUP')
  const secrets = load(root, { signals: ['SIGHUP'], watch: false })
  expect(process.listenerCount('SIGHUP')).toBe(before + 1)
  publish(root, { key: second })
  await after(secrets, 'rotation', () => process.kill(process.pid, 'SIGHUP'))
  expect(secrets.key.equals(second)).toBe(true)
  secrets.close()
  expect(process.listenerCount('SIGHUP')).toBe(before)
})

test.runIf(process.platform === 'linux')('leaks no descriptor, over many loads and removals', async () => {
  const descriptors = () => readdirSync('/proc/self/fd').length
  const root = tempTree()
  publish(root, { key: first })
  load(root).close()
  await new Promise(setImmediate)
  const before = descriptors()
  for (let round = 0; round < 50; round++) {
    const secrets = load(root)
    await after(secrets, 'rotation', () => publish(root, { key: values[1 + (round % 4)]! }))
    secrets.close()
    await new Promise(setImmediate)
  }
  expect(descriptors()).toBeLessThanOrEqual(before)
})

test('keeps no process alive', () => {
  const root = tempTree()
  publish(root, { key: first })
  const script = `
    import { file, loadSecrets } from '@tacet/runtime'
    const rotate = { poll: 50, signals: ['SIGHUP'] }
    const secrets = loadSecrets({ key: file('key') }, { root: ${JSON.stringify(root)}, rotate })
    secrets.onRotate('key', () => {})
    console.log('started')`
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: process.cwd(),
    encoding: 'utf8',
    timeout: 20_000,
  })
  expect(run.stderr).toBe('')
  expect(run).toMatchObject({ status: 0, signal: null, stdout: 'started\n' })
})
