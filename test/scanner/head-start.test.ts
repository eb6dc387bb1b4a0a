import type { Worker } from 'node:worker_threads'
import { headStart, hiredWorker } from '@tacet/scanner/head-start'
import { expect, test, vi } from 'vitest'
import { credential } from '../helpers/credentials.ts'
import { runCli } from '../helpers/run-cli.ts'
import { tempTree } from '../helpers/temp-tree.ts'

const started = vi.hoisted(() => [] as Worker[])

vi.mock('node:worker_threads', async (original) => {
  const actual = await original<{ Worker: typeof Worker }>()
  class KnownWorker extends actual.Worker {
    constructor(...args: ConstructorParameters<typeof Worker>) {
      super(...args)
      started.push(this)
    }
  }
  return { ...actual, Worker: KnownWorker }
})

/** What Git keeps of a large work tree, by its size. */
const largeIndex = { '.git/index': Buffer.alloc(300_000) }

test('workers start early only for a tree that Git knows to be large, and are hired then', async () => {
  headStart([tempTree({ 'a.txt': '' })], 3)
  headStart([tempTree(largeIndex)], 1)
  expect(started).toHaveLength(0)
  headStart([tempTree({ 'a.txt': '' }), tempTree(largeIndex)], 3)
  expect(started).toHaveLength(2)
  const hired = [hiredWorker(), hiredWorker(), hiredWorker()]
  expect(started).toEqual(hired)
  await Promise.all(hired.map((worker) => worker.terminate()))
})

test('one that ended before it was hired is not', async () => {
  headStart([tempTree(largeIndex)], 2)
  const early = started.at(-1)!
  await early.terminate()
  const hired = hiredWorker()
  expect(hired).not.toBe(early)
  await hired.terminate()
})

test('a scan that has no need of them ends as any other', async () => {
  const cwd = tempTree({ ...largeIndex, 'app.env': `STRIPE_KEY=${credential('stripe-secret-key')}\n` })
  const { code, stdout } = await runCli(['scan', '.', '--threads', '4', '--format', 'json'], { cwd })
  expect(code).toBe(1)
  expect((JSON.parse(stdout) as { findings: unknown[] }).findings).toHaveLength(1)
})
