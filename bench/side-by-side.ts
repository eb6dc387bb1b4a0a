import { median } from './compare.ts'
import { findCommand, measureRun, type Run } from './peers.ts'
import { printTable, ratio } from './table.ts'

const ROUNDS = 5
/** A scanner that takes longer than this, in seconds, is run only once. */
const SLOW = 20

/** A scanner with the arguments for what is compared. */
export interface Contestant {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
}

/**
 * Runs scanners in turn, and prints what they took side by side, ours first.
 *
 * @param planted - files whose names the output must have; none where nobody knows what there is to find
 */
export function sideBySide(
  title: string,
  root: string,
  planted: readonly string[],
  contestants: readonly Contestant[],
): void {
  const present = contestants.flatMap((contestant) => {
    const path = findCommand(contestant.command)
    return path ? [{ ...contestant, path, runs: [] as Run[] }] : []
  })
  for (let round = 0; round < ROUNDS; round++) {
    for (const { path, args, runs } of present) {
      if ((runs[0]?.wall ?? 0) > SLOW) continue
      runs.push(measureRun(path, args, root))
    }
  }
  const ours = present[0]!.runs
  const rows = present.map(({ name, runs }) => {
    const found = planted.filter((path) => runs[0]!.output.includes(path)).length
    if (name === 'Tacet' && found < planted.length) throw new Error('a planted credential was not found')
    // Whoever finds nothing did not look, and is not timed.
    if (found === 0 && planted.length > 0) return [name, 'failed']
    const seconds = (key: 'wall' | 'cpu') => median(runs.map((run) => run[key])).toFixed(2)
    const times = median(runs.map(({ wall }, round) => wall / (ours[round] ?? ours[0]!).wall))
    const peak = median(runs.map((run) => run.peak)).toFixed(0)
    return [name, seconds('wall'), ratio(times), seconds('cpu'), peak, `${found} of ${planted.length}`]
  })
  printTable(title, ['', 'wall s', 'wall ÷ Tacet', 'CPU s', 'peak MB', 'planted found'], rows)
  const missing = contestants.filter(({ command }) => !findCommand(command)).map(({ name }) => name)
  if (missing.length > 0) console.log(`Not on PATH, so not measured: ${missing.join(', ')}.`)
}
