import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { Worker as RealWorker, WorkerOptions } from 'node:worker_threads'
import { main } from '@tacet/cli'
import { rules } from '@tacet/rules'
import { expect, test, vi } from 'vitest'
import { Batches } from '../../packages/scanner/src/batches.ts'
import { Crew } from '../../packages/scanner/src/crew.ts'
import { Pace } from '../../packages/scanner/src/pace.ts'
import { UnitScanner } from '../../packages/scanner/src/scan-unit.ts'
import type { Unit } from '../../packages/scanner/src/sources/unit.ts'
import { tempTree } from '../helpers/temp-tree.ts'
import { makeTerminal } from '../helpers/terminal.ts'

type Own = Pick<UnitScanner, 'scan'>

/** What goes wrong with the worker that is started next. */
const trouble = vi.hoisted(() => ({ options: {} as WorkerOptions }))

vi.mock('node:worker_threads', async (original) => {
  const actual = await original<{ Worker: typeof RealWorker }>()
  class TroubledWorker extends actual.Worker {
    constructor(file: string | URL, options: WorkerOptions) {
      super(file, { ...options, ...trouble.options })
    }
  }
  return { ...actual, Worker: TroubledWorker }
})

const settings = {
  threshold: 'medium',
  decodeDepth: 2,
  showValues: false,
  maxFileSize: 1000,
  archiveDepth: 1,
  fingerprintKey: undefined,
} as const
const orders = { settings, ruleIds: rules.map(({ id }) => id) }

/** A worker that runs this before its own program. */
const preloaded = (code: string): WorkerOptions => ({
  execArgv: ['--import', `data:text/javascript,${encodeURIComponent(code)}`],
})

const unit = (path: string): Unit => ({
  kind: 'file',
  root: '/',
  path,
  name: path,
  file: `/no such folder/${path}`,
})

/** A thread that is as slow as it can be. */
const idle: Own = { scan: () => new Promise((resolve) => setImmediate(resolve)) }

/** Scans until the worker fails. Returns the error that the scan ends with. */
async function failureWith(
  options: WorkerOptions,
  ownOf: (pace: Pace) => Own = () => idle,
): Promise<unknown> {
  trouble.options = options
  async function* endless(): AsyncGenerator<readonly Unit[]> {
    for (let index = 0; ; index++) yield [unit(`${index}`)]
  }
  const batches = new Batches()
  const pace = new Pace(undefined)
  const crew = new Crew(batches, pace)
  void batches.collect(endless(), () => crew.wake())
  crew.hire(1, orders)
  const own = ownOf(pace)
  try {
    for await (const result of crew.scan(own)) expect(result.findings).toEqual([])
  } catch (error) {
    return error
  }
  return undefined
}

/** A folder with a file that nobody waits for to be read. */
const hugeFile = (): { readonly root: string; readonly file: string } => {
  const root = tempTree({ 'huge.bin': 'text\n' })
  const file = join(root, 'huge.bin')
  truncateSync(file, 2 ** 40)
  return { root, file }
}

test('a worker that runs out of memory ends the scan, and says what to do', async () => {
  const error = await failureWith({ resourceLimits: { maxOldGenerationSizeMb: 4 } })
  expect(error).toMatchObject({
    name: 'ScanError',
    code: 'worker-failed',
    message: 'a thread ran out of memory: scan with fewer threads',
    cause: { code: 'ERR_WORKER_OUT_OF_MEMORY' },
  })
})

test('a worker that exits before it is ready ends the scan', async () => {
  const error = await failureWith(preloaded('process.exit(7)'))
  expect(error).toMatchObject({
    code: 'worker-failed',
    message: 'a thread ended before its work was done (exit code 7): scan with one thread',
  })
})

test('a worker that exits with a batch in its hands ends the scan: the batch is not passed over', async () => {
  const code =
    "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(0))"
  const error = await failureWith(preloaded(code))
  expect(error).toMatchObject({
    code: 'worker-failed',
    message: 'a thread ended before its work was done (exit code 0): scan with one thread',
  })
})

test('a worker that dies ends the scan also when this thread is in the middle of a file', async () => {
  const { root, file } = hugeFile()
  const error = await failureWith(preloaded('process.exit(7)'), (pace) => {
    const all = { ...settings, maxFileSize: Number.POSITIVE_INFINITY }
    const scanner = new UnitScanner(all, rules, () => pace.breathe(), new Float64Array(2))
    const huge: Unit = { kind: 'file', root, path: 'huge.bin', name: 'huge.bin', file }
    return { scan: (_unit, result) => scanner.scan(huge, result) }
  })
  expect(error).toMatchObject({ code: 'worker-failed' })
})

test('the command says that a worker died, with exit code 2', async () => {
  trouble.options = preloaded('process.exit(7)')
  const { terminal, stdout, stderr } = makeTerminal()
  expect(await main(['scan', '-q', '--threads', '2', hugeFile().root], terminal)).toBe(2)
  expect(stdout.written).toBe('')
  expect(stderr.written).toBe(
    'tacet: a thread ended before its work was done (exit code 7): scan with one thread\n',
  )
})
