import { median } from './compare.ts'
import { findCommand, measureRun, type Run, scanners } from './peers.ts'
import { printTable, ratio } from './table.ts'
import { makeTree } from './tree.ts'

const ROUNDS = 5
/** A scanner that takes longer than this, in seconds, is run only once. */
const SLOW = 20

/** A work tree scanned by Tacet and by every peer on PATH, in turn. */
export function benchScan(): void {
  const tree = makeTree()
  try {
    const present = scanners.flatMap((scanner) => {
      const path = findCommand(scanner.command)
      return path ? [{ ...scanner, path, runs: [] as Run[] }] : []
    })
    for (let round = 0; round < ROUNDS; round++) {
      for (const { path, args, runs } of present) {
        if ((runs[0]?.wall ?? 0) > SLOW) continue
        runs.push(measureRun(path, args(tree.root), tree.root))
      }
    }
    const ours = present[0]!.runs
    const rows = present.map(({ name, runs }) => {
      const found = tree.planted.filter((path) => runs[0]!.output.includes(path)).length
      if (name === 'Tacet' && found < tree.planted.length)
        throw new Error('a planted credential was not found')
      // Whoever finds nothing did not look, and is not timed.
      if (found === 0) return [name, 'failed']
      const seconds = (key: 'wall' | 'cpu') => median(runs.map((run) => run[key])).toFixed(2)
      const times = median(runs.map(({ wall }, round) => wall / ours[round]!.wall))
      const peak = median(runs.map((run) => run.peak)).toFixed(0)
      return [name, seconds('wall'), ratio(times), seconds('cpu'), peak, `${found} of ${tree.planted.length}`]
    })
    const missing = scanners.filter((scanner) => !findCommand(scanner.command)).map(({ name }) => name)
    printTable(
      `Scan of a work tree: ${tree.files} files, ${(tree.bytes / 1e6).toFixed(0)} MB`,
      ['', 'wall s', 'wall ÷ Tacet', 'CPU s', 'peak MB', 'planted found'],
      rows,
    )
    if (missing.length > 0) console.log(`Not on PATH, so not measured: ${missing.join(', ')}.`)
  } finally {
    tree.remove()
  }
}
