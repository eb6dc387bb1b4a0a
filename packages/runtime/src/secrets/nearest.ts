/**
 * The name that is most like the one asked for, or undefined when none is close: at most a third of its letters may
 * have to be changed, added or left out. Case and the signs `_`, `-`, `.` do not matter.
 */
export function nearest(wanted: string, names: readonly string[]): string | undefined {
  const target = simplified(wanted)
  let best: { name: string; distance: number } | undefined
  for (const name of names) {
    const distance = editDistance(target, simplified(name))
    if (distance <= target.length / 3 && distance < (best?.distance ?? Number.POSITIVE_INFINITY))
      best = { name, distance }
  }
  return best?.name
}

function simplified(name: string): string {
  return name.toLowerCase().replace(/[_.-]/g, '')
}

/** Levenshtein's distance, row by row (Wagner and Fischer). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const replaced = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[to.length]!
}
