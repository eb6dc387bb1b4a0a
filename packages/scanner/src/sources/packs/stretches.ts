const LINE_FEED = 10
/** How far a line may go on from there. */
const LONGEST_LINE = 16384

/**
 * The parts of a text that have to be looked at when its base was looked at: what changed, with so much around it
 * that nothing beyond depends on it. In order, and apart from each other.
 *
 * @param changed - as `applyDelta` tells
 * @param around - how far from a change a secret may stand that is only one because of it, in bytes; lines are whole
 * @returns pairs of offsets
 */
export function stretches(bytes: Buffer, changed: readonly number[], around: number): number[] {
  const parts: number[] = []
  for (let index = 0; index < changed.length; index += 2) {
    const from = Math.max(0, changed[index]! - around)
    const to = Math.min(bytes.length, changed[index + 1]! + around)
    const last = parts.length - 1
    if (last < 0 || parts[last]! < from) parts.push(lineStart(bytes, from), lineEnd(bytes, to))
    else if (parts[last]! < to) parts[last] = lineEnd(bytes, to)
  }
  return apart(parts)
}

/** Joins parts that their first lines made touch. */
function apart(parts: readonly number[]): number[] {
  const joined: number[] = []
  for (let index = 0; index < parts.length; index += 2) {
    const last = joined.length - 1
    if (last >= 0 && joined[last]! >= parts[index]!) joined[last] = Math.max(joined[last]!, parts[index + 1]!)
    else joined.push(parts[index]!, parts[index + 1]!)
  }
  return joined
}

function lineStart(bytes: Buffer, at: number): number {
  const least = Math.max(0, at - LONGEST_LINE)
  return least + bytes.subarray(least, at).lastIndexOf(LINE_FEED) + 1
}

function lineEnd(bytes: Buffer, at: number): number {
  const most = Math.min(bytes.length, at + LONGEST_LINE)
  const found = bytes.subarray(at, most).indexOf(LINE_FEED)
  return found < 0 ? most : at + found + 1
}
