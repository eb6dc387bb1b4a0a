/** One thing to time. What it returns is checked, so that a wrong engine cannot win. */
export interface Task {
  readonly name: string
  /** Does the work once. */
  readonly run: () => unknown
  /** Throws when what `run` returned is wrong. */
  readonly check?: (result: unknown) => void
}

export interface Timing {
  readonly name: string
  /** Median time of one run, in nanoseconds. */
  readonly nanoseconds: number
  /** Median, over the rounds, of this task's time divided by the first task's in the same round. */
  readonly ratio: number
}

/** How long each task runs in a round, in milliseconds. */
const SLICE = 60

/**
 * Times the tasks in turn, round after round, and compares within each round: a machine that slows down for a while
 * slows all of them down.
 */
export function compare(tasks: readonly Task[], rounds = 15): Timing[] {
  // The first run also builds what is built once.
  for (const { run, check } of tasks) {
    const result = run()
    check?.(result)
  }
  const repeats = tasks.map(({ run }) => repeatsFor(run))
  const times = tasks.map((): number[] => [])
  for (let round = 0; round < rounds; round++) {
    // Every task takes every place in the order: what the one before left in the caches is shared out evenly.
    for (let step = 0; step < tasks.length; step++) {
      const index = (round + step) % tasks.length
      times[index]!.push(timeOf(tasks[index]!.run, repeats[index]!))
    }
  }
  return tasks.map(({ name }, index) => ({
    name,
    nanoseconds: median(times[index]!),
    ratio: median(times[index]!.map((time, round) => time / times[0]![round]!)),
  }))
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >>> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

function repeatsFor(run: () => unknown): number {
  let repeats = 1
  while (timeOf(run, repeats) * repeats < SLICE * 1e6) repeats *= 2
  return repeats
}

function timeOf(run: () => unknown, repeats: number): number {
  const start = process.hrtime.bigint()
  for (let index = 0; index < repeats; index++) run()
  return Number(process.hrtime.bigint() - start) / repeats
}
