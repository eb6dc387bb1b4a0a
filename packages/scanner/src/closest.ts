// Edits that turn one word into the other: insert, delete, replace, or swap two neighbours.
// Source: the restricted Damerau-Levenshtein distance (optimal string alignment).
const distance = (a: string, b: string): number => {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let best = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1))
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) best = Math.min(best, beforeLast[column - 2]! + 1)
      current.push(best)
    }
    beforeLast = last
    last = current
  }
  return last[b.length]!
}

/**
 * The word that a mistyped one most likely stands for: one that it begins, or the nearest within a third of its
 * letters. Undefined when none is near.
 */
export const closest = (typed: string, words: readonly string[]): string | undefined => {
  const begun = words.filter((word) => typed.length > 1 && word.startsWith(typed))
  if (begun.length === 1) return begun[0]
  const allowed = Math.max(1, Math.floor(typed.length / 3))
  let best: string | undefined
  let bestDistance = allowed + 1
  for (const word of words) {
    const edits = distance(typed.toLowerCase(), word)
    if (edits < bestDistance) {
      best = word
      bestDistance = edits
    }
  }
  return best
}

const LONGEST_WORD = 60
/** So many can be read at a glance. */
const MOST_LISTED = 24

/** What to say of a word that is none of those known. */
export function unknown(kind: string, typed: string, known: readonly string[]): string {
  if (typed.length > LONGEST_WORD)
    return `unknown ${kind} ${JSON.stringify(`${typed.slice(0, LONGEST_WORD)}…`)}`
  const near = closest(typed, known)
  const all = known.length <= MOST_LISTED ? `: it may be ${known.join(', ')}` : ''
  return `unknown ${kind} ${JSON.stringify(typed)}${near === undefined ? all : `: did you mean ${JSON.stringify(near)}?`}`
}
