/** Bytes of the source that stand for others. */
export interface Patch {
  readonly start: number
  readonly end: number
  readonly bytes: Buffer
  /** Whether nothing can be said about which of the source's bytes stand for which: as after compression. */
  readonly opaque?: boolean
}

/** What a stretch of the source says once it is decoded or joined, and the way back. */
export interface Derived {
  readonly bytes: Buffer
  /** How it was made, in a word or two that can be read. */
  readonly via: string
  /** Where the first and the last patch lie in `bytes`. */
  readonly from: number
  readonly to: number
  /** The bytes of the source that were decoded, when they are in one piece. */
  readonly whole: { readonly start: number; readonly end: number } | undefined
  /** Whether something of `bytes[start, end)` comes out of a patch, or was apart in the source. */
  touches(start: number, end: number): boolean
  /** The bytes of the source that stand for `bytes[start, end)`. */
  sourceOf(start: number, end: number): { readonly start: number; readonly end: number }
}

/** @param patches - at least one, in order, apart from one another, within `source[from, to)` */
export function derive(
  source: Buffer,
  from: number,
  to: number,
  patches: readonly Patch[],
  via: string,
): Derived {
  const pieces: Buffer[] = []
  const starts: number[] = []
  let length = 0
  const add = (piece: Buffer): void => {
    pieces.push(piece)
    length += piece.length
  }
  let at = from
  for (const patch of patches) {
    add(source.subarray(at, patch.start))
    starts.push(length)
    add(patch.bytes)
    at = patch.end
  }
  add(source.subarray(at, to))

  const endOf = (index: number): number => starts[index]! + patches[index]!.bytes.length

  /** The last patch that starts before the offset. */
  const lastBefore = (offset: number): number => {
    let low = 0
    for (let high = starts.length; low < high; ) {
      const middle = (low + high) >> 1
      if (starts[middle]! < offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  const place = (offset: number, index: number, isEnd: boolean): number => {
    if (index < 0) return from + offset
    const { start, end, bytes, opaque } = patches[index]!
    const beyond = offset - endOf(index)
    if (isEnd ? beyond > 0 : beyond >= 0) return end + beyond
    if (opaque) return isEnd ? end : start
    const share = ((offset - starts[index]!) * (end - start)) / Math.max(1, bytes.length)
    return start + (isEnd ? Math.ceil(share) : Math.floor(share))
  }

  return {
    bytes: Buffer.concat(pieces, length),
    via,
    from: starts[0]!,
    to: endOf(starts.length - 1),
    whole: patches.length === 1 ? patches[0] : undefined,
    touches(start, end) {
      const index = lastBefore(end)
      return index >= 0 && endOf(index) > start
    },
    sourceOf: (start, end) => ({
      start: place(start, lastBefore(start + 1), false),
      end: place(end, lastBefore(end), true),
    }),
  }
}
