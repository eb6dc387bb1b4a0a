import type { Decompress } from 'fzstd'
import { LimitError } from './budget.ts'
import { type ByteReader, DamagedError, endsEarly, section, UnsupportedError } from './byte-reader.ts'
import { ZSTD, ZSTD_SKIPPABLE } from './kinds.ts'

/** What is held of the text to copy from it, at most: as much as Node's own decompressor holds. */
const WIDEST_WINDOW = 128 << 20
/**
 * The library moves what is held for each block; of a file that is made for it that would go on for hours. So many bytes
 * are always moved, and so many for each that comes out, as when the widest window is held and blocks are full.
 */
const FREELY_MOVED = 64 * 2 ** 30
const MOVED_A_BYTE = 1024
const LARGEST_BLOCK = 128 << 10
const LAST = 1
const RLE = 1
const CHECKSUM = 4

interface Frame {
  /** As it stands in the file. */
  readonly head: Buffer
  readonly window: number
  readonly checksum: number
}

/**
 * What zstd frames (RFC 8878) say, one after the other, where Node itself does not read them. Their sums are not
 * checked: what is damaged is looked at all the same.
 *
 * @param free - how many bytes may be moved, however few come out
 * @throws DamagedError, UnsupportedError, LimitError after what could be read
 */
export async function* unzstdByScript(
  reader: ByteReader,
  free = FREELY_MOVED,
): AsyncGenerator<Buffer, void, undefined> {
  const library = await import('fzstd')
  let moved = -free
  while ((await reader.peek(1)).length > 0) {
    const frame = await frameHead(reader)
    if (!frame) continue
    const decompress = new library.Decompress()
    give(decompress, frame.head, false)
    for (let isLast = false; !isLast; ) {
      moved += frame.window
      if (moved > 0) throw new LimitError('takes too long to decompress')
      const block = await reader.readAll(3)
      const told = block.readUIntLE(0, 3)
      isLast = (told & LAST) !== 0
      const size = ((told >> 1) & 3) === RLE ? 1 : told >> 3
      if (size > LARGEST_BLOCK) throw new DamagedError('cannot be decompressed')
      const rest = await reader.readAll(size + (isLast ? frame.checksum : 0))
      for (const piece of give(decompress, Buffer.concat([block, rest]), isLast)) {
        moved -= MOVED_A_BYTE * piece.length
        yield piece
      }
    }
  }
}

/** What comes of some bytes more. */
function give(decompress: Decompress, bytes: Buffer, isLast: boolean): readonly Buffer[] {
  const out: Buffer[] = []
  decompress.ondata = ({ buffer, byteOffset, length }) => {
    // A copy, for the library goes on with its own.
    if (length > 0) out.push(Buffer.from(Buffer.from(buffer, byteOffset, length)))
  }
  try {
    decompress.push(bytes, isLast)
  } catch {
    throw new DamagedError('cannot be decompressed')
  }
  return out
}

/** The beginning of a frame; undefined after one that holds no content. */
async function frameHead(reader: ByteReader): Promise<Frame | undefined> {
  const start = await reader.peek(8)
  if (start.length < 5) throw endsEarly()
  const magic = start.readUInt32LE(0)
  if ((magic & 0xfffffff0) >>> 0 === ZSTD_SKIPPABLE) {
    await reader.readAll(8)
    for await (const _ of section(reader, start.readUInt32LE(4)));
    return undefined
  }
  if (magic !== ZSTD) throw new DamagedError('cannot be decompressed')
  const told = start[4]!
  const isWhole = (told & 0x20) !== 0
  const dictionary = [0, 1, 2, 4][told & 3]!
  const content = [isWhole ? 1 : 0, 2, 4, 8][told >> 6]!
  if (dictionary > 0) throw new UnsupportedError('needs the dictionary that it was compressed with')
  const head = await reader.readAll(5 + (isWhole ? 0 : 1) + content)
  const window = isWhole ? contentSize(head, content) : windowSize(head[5]!)
  if (window > WIDEST_WINDOW) throw new UnsupportedError('can only be decompressed with very much memory')
  return { head, window, checksum: (told & CHECKSUM) === 0 ? 0 : 4 }
}

function windowSize(told: number): number {
  const least = 2 ** (10 + (told >> 3))
  return least + (least / 8) * (told & 7)
}

function contentSize(head: Buffer, bytes: number): number {
  const at = head.length - bytes
  if (bytes === 8) return Number(head.readBigUInt64LE(at))
  return head.readUIntLE(at, bytes) + (bytes === 2 ? 256 : 0)
}
