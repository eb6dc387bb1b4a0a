/** Fewer bytes are copied faster one by one. */
const SHORT = 48

/** How what a delta makes differs from its base. */
export interface Change {
  /**
   * Pairs of offsets of the result: `[from, to)` was inserted; where both are the same, two parts of the base meet that
   * did not before, or the result ends where the base went on.
   */
  readonly changed: number[]
  /** For each pair the offset of the base at which goes on what follows it; anything where nothing does. */
  readonly resumes: number[]
}

/**
 * What a delta makes of its base, and where that differs. Source: https://git-scm.com/docs/pack-format
 *
 * @param delta - without its two sizes
 * @param change - is written over
 * @returns whether the delta is sound and makes `size` bytes
 */
export function applyDelta(
  base: Buffer,
  delta: Buffer,
  result: Buffer,
  resultAt: number,
  size: number,
  { changed, resumes }: Change,
): boolean {
  changed.length = 0
  resumes.length = 0
  const end = resultAt + size
  let to = resultAt
  /** Where the base would go on. */
  let next = 0
  for (let at = 0; at < delta.length; ) {
    const command = delta[at++]!
    if (command === 0) return false
    if (command < 0x80) {
      if (at + command > delta.length || to + command > end) return false
      for (let left = command; left > 0; left--) result[to++] = delta[at++]!
      const last = changed.length - 1
      if (last > 0 && changed[last] === to - command - resultAt) changed[last] = to - resultAt
      else changed.push(to - command - resultAt, to - resultAt)
      // The bytes that it stands for are not known.
      next = -1
      continue
    }
    let from = 0
    let length = 0
    if (command & 0x01) from = delta[at++]!
    if (command & 0x02) from |= delta[at++]! << 8
    if (command & 0x04) from |= delta[at++]! << 16
    if (command & 0x08) from += delta[at++]! * 0x1000000
    if (command & 0x10) length = delta[at++]!
    if (command & 0x20) length |= delta[at++]! << 8
    if (command & 0x40) length |= delta[at++]! << 16
    if (length === 0) length = 0x10000
    if (at > delta.length || from + length > base.length || to + length > end) return false
    if (from !== next) {
      if (next !== -1) changed.push(to - resultAt, to - resultAt)
      resumes[changed.length / 2 - 1] = from
    }
    if (length < SHORT) {
      for (let left = length, at = from; left > 0; left--) result[to++] = base[at++]!
    } else {
      base.copy(result, to, from, from + length)
      to += length
    }
    next = from + length
  }
  if (next !== base.length && next !== -1) changed.push(size, size)
  return to === end
}
