import { existsSync, lstatSync, realpathSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { listEarly } from './sources/listed-files.ts'

// The same file seen from `dist` as from `src`, which no thread could run.
const PROGRAM = new URL('../dist/worker-bundle.js', import.meta.url)
/** What a scan leaves behind is short-lived: more room for it would cost memory and save no time. */
const LITTLE_GARBAGE = { maxYoungGenerationSizeMb: 4 }
/** More threads than these are seldom faster, and each takes memory. */
const MOST_THREADS = 8
/** Starting workers takes as long as scanning some megabytes: it is worth its while from so many files on. */
export const ENOUGH_FILES = 2_500
/** Git's record of as many files is at least as large. */
const ENOUGH_INDEX = ENOUGH_FILES * 100

/** Started, and not yet hired. */
const waiting = new Set<Worker>()

/** How many threads scan when nothing else is asked for. */
export const usualThreads = (): number => Math.min(availableParallelism(), MOST_THREADS)

/**
 * Starts the workers of a scan of files that will have need of them, and has Git list them: load what scans meanwhile.
 * Nothing happens for a tree that is not known to be large. Workers that no scan hires end with the process.
 *
 * @param paths - what will be scanned, relative to the working directory; none for that directory
 * @param threads - how many will scan, the calling one among them. Default: as `createScan` has it.
 */
export function headStart(paths: readonly string[], threads = usualThreads()): void {
  const large = (paths.length > 0 ? paths : ['.']).map((path) => resolve(path)).filter(isLargeRepository)
  if (large.length === 0) return
  for (const root of large) listEarly(realpathSync(root))
  for (let count = 1; count < threads && hasProgram(); count++) {
    const worker = newWorker()
    worker.unref()
    waiting.add(worker)
    worker.once('error', () => {})
    worker.once('exit', () => waiting.delete(worker))
  }
}

/** A worker that waits for its orders. */
export function hiredWorker(): Worker {
  const [early] = waiting
  if (!early) return newWorker()
  waiting.delete(early)
  early.ref()
  return early
}

/** Whether there is a program for workers to run, which there is not in a bundle of one file. */
export const hasProgram = (): boolean => existsSync(fileURLToPath(PROGRAM))

// What this process was started with is for its own code.
const newWorker = (): Worker => new Worker(PROGRAM, { execArgv: [], resourceLimits: LITTLE_GARBAGE })

/** Whether this is the root of a work tree that Git knows to be large: then workers can start while it is listed. */
export const isLargeRepository = (root: string): boolean =>
  sizeOf(join(root, '.git', 'index')) >= ENOUGH_INDEX

/** In bytes; 0 when it cannot be told. */
export function sizeOf(file: string | Buffer): number {
  try {
    return lstatSync(file).size
  } catch {
    return 0
  }
}
