/** A pointer to a file that Git LFS keeps elsewhere: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */
const POINTER = Buffer.from('version https://git-lfs.github.com/spec/')
/** In bytes; all pointers are shorter. */
export const LONGEST_POINTER = 1024

export function isLfsPointer(bytes: Buffer): boolean {
  return bytes.length < LONGEST_POINTER && POINTER.equals(bytes.subarray(0, POINTER.length))
}
