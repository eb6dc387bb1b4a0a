/*
 * Classes of bytes are told sixteen at a time: a byte is of a class when the entries of its two halves have a bit in
 * common.
 */

export const BLOCK: usize = 16

/** A bit for each of sixteen bytes that is of the class. */
export function classed(address: usize, low: v128, high: v128): u32 {
  const bytes = v128.load(address)
  const common = v128.and(
    i8x16.swizzle(low, v128.and(bytes, i8x16.splat(15))),
    i8x16.swizzle(high, i8x16.shr_u(bytes, 4)),
  )
  return i8x16.bitmask(i8x16.ne(common, i8x16.splat(0)))
}
