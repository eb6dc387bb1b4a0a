import { parentPort } from 'node:worker_threads'
import { rules } from '@tacet/rules'
import type { Batch } from './batches.ts'
import { prepare } from './prepare.ts'
import { emptyResult, type Result } from './scan-result.ts'
import { type ScanSettings, UnitScanner } from './scan-unit.ts'

/** What a worker is told first. */
export interface WorkerOrders {
  readonly settings: ScanSettings
  /** Of the rules of `@tacet/rules`, in this order. */
  readonly ruleIds: readonly string[]
  /** Not 0 once the scan is to stop. */
  readonly stop: Int32Array
  /** Where the worker counts what it has looked at. */
  readonly seen: Float64Array
}

/** What a worker says: that it is ready, or what came of a batch, which is not all when the scan was stopped. */
export type WorkerReport = 'ready' | { readonly index: number; readonly result: Result }

class Stopped extends Error {}

// What runs on a thread of its own.
parentPort?.once('message', (orders: WorkerOrders) => work(parentPort!, orders))

async function work(
  port: NonNullable<typeof parentPort>,
  { settings, ruleIds, stop, seen }: WorkerOrders,
): Promise<void> {
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const breathe = (): undefined => {
    if (Atomics.load(stop, 0) !== 0) throw new Stopped()
  }
  const scanner = new UnitScanner(
    settings,
    ruleIds.map((id) => byId.get(id)!),
    breathe,
    seen,
    await prepare(settings),
  )
  const report = (what: WorkerReport): void => port.postMessage(what)

  async function scan({ index, units }: Batch): Promise<void> {
    const result = emptyResult()
    try {
      for (const unit of units) await scanner.scan(unit, result)
    } catch (error) {
      if (!(error instanceof Stopped)) throw error
    }
    report({ index, result })
  }

  let turn = Promise.resolve()
  port.on('message', (batch: Batch) => {
    turn = turn.then(() => scan(batch))
  })
  report('ready')
}
