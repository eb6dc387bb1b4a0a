/** One load may read so far past what it is asked about. */
const MARGIN: usize = 32

let top: usize = __heap_base

/** Room for so many bytes, for as long as the instance lives. */
export function reserve(size: usize): usize {
  const start = (top + 15) & ~15
  top = start + size + MARGIN
  const missing = <i32>((top + 0xffff) >> 16) - memory.size()
  if (missing > 0 && memory.grow(missing) < 0) unreachable()
  return start
}

/** Where the last search stopped: at the end, or before it when there was no room for more. */
let stopped: usize = 0

export function stopAt(address: usize): void {
  stopped = address
}

export function stoppedAt(): usize {
  return stopped
}
