/**
 * The number of the line, from 0, that an offset is in.
 *
 * @param starts - where each line starts, in their order, the first at 0
 */
export function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  for (let high = starts.length; high - low > 1; ) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle
  }
  return low
}
