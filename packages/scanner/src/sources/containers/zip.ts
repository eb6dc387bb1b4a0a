import { inflateRawSync } from 'node:zlib'
import { Body, ByteReader, DamagedError, endsEarly, section } from './byte-reader.ts'
import { inflated } from './decompress.ts'
import { type Closed, type Entry, entryName, SMALL } from './entry.ts'

const SIGNATURE = Buffer.from('PK\x03\x04', 'latin1')
const EMPTY = Buffer.from('PK\x05\x06', 'latin1')
const DESCRIPTOR = Buffer.from('PK\x07\x08', 'latin1')
const HEADER = 30
const flags = { encrypted: 1, sizesFollow: 8 }
const methods = { stored: 0, deflated: 8 }
/** Methods that there are, from the specification: a header with another is no header. */
const KNOWN = new Set([...Array(21).keys(), ...Array.from({ length: 10 }, (_, index) => 90 + index)])
const ZIP64 = 1
const IN_ZIP64 = 0xffffffff

/** A small file that comes out larger is decompressed piece by piece all the same. */
const SMALL_OUT = 4 * SMALL
/** How far one looks for the end of content whose size is told behind it. */
const AHEAD = 65_536

interface Header {
  readonly name: string
  readonly isFolder: boolean
  readonly isEncrypted: boolean
  readonly method: number
  /** None when it is only told behind the content. */
  readonly compressed: number | undefined
  readonly size: number | undefined
}

/**
 * The files in a zip (APPNOTE 6.3.10), by the header that stands before each and not by the directory at the end. So
 * it can be read as it comes, cut short it still has its first files, no directory can make one file of it stand for
 * thousands, and what was taken out of the directory alone is still found.
 *
 * @throws DamagedError after what could be read
 */
export async function* unzipped(reader: ByteReader): AsyncGenerator<Entry | Closed, void, undefined> {
  let isZip = (await reader.peek(EMPTY.length)).equals(EMPTY)
  while (await reader.seek(SIGNATURE)) {
    const header = await readHeader(reader)
    if (!header) {
      await reader.read(SIGNATURE.length)
      continue
    }
    isZip = true
    const { name, size, compressed, method } = header
    const reason = closed(header)
    if (reason) yield { name, ...reason }
    const whole = reason ? undefined : await wholeOf(reader, header)
    if (whole) {
      if (!header.isFolder) yield { name, size: whole.length, content: whole }
      continue
    }
    const raw = new Body(compressed === undefined ? unmeasured(reader, header) : section(reader, compressed))
    if (!reason) {
      const isRead = method === methods.stored || compressed === undefined
      const content = isRead ? raw.bytes() : inflated(new ByteReader(raw.bytes()))
      yield { name, content, ...(size === undefined ? {} : { size }) }
    }
    await raw.leave()
  }
  if (!isZip) throw new DamagedError('has no file that can be found')
}

/** Reads a small file; none when it is large or damaged. */
async function wholeOf(reader: ByteReader, header: Header): Promise<Buffer | undefined> {
  const { compressed = SMALL + 1, size = SMALL_OUT, method } = header
  if (compressed > SMALL || size > SMALL_OUT) return undefined
  const bytes = await reader.peekAhead(compressed)
  if (bytes.length < compressed) return undefined
  const whole = method === methods.stored ? bytes : inflatedWhole(bytes)
  if (whole) await reader.read(compressed)
  return whole
}

/** None when it is damaged or too large to hold. */
function inflatedWhole(bytes: Buffer): Buffer | undefined {
  try {
    return inflateRawSync(bytes, { maxOutputLength: SMALL_OUT })
  } catch {
    return undefined
  }
}

/** Content of which only what stands behind it tells the size. Deflate knows its own end. */
function unmeasured(reader: ByteReader, header: Header): AsyncGenerator<Buffer, void, undefined> {
  if (closed(header)) return nothing()
  return header.method === methods.deflated ? inflated(reader) : untilDescriptor(reader)
}

async function* nothing(): AsyncGenerator<Buffer, void, undefined> {}

/** Stored content ends before the mark that is followed by a sum and by the size of just that content. */
async function* untilDescriptor(reader: ByteReader): AsyncGenerator<Buffer, void, undefined> {
  for (let count = 0; ; ) {
    const ahead = await reader.peekAhead(AHEAD)
    if (ahead.length === 0) throw endsEarly()
    const at = ahead.indexOf(DESCRIPTOR)
    if (at === 0 && ahead.length >= 12 && ahead.readUInt32LE(8) === count % 2 ** 32) return
    // The mark may begin at the end of what is seen.
    const apart = ahead.length < AHEAD ? ahead.length : AHEAD - DESCRIPTOR.length + 1
    const bytes = await reader.read(at > 0 ? at : at === 0 ? 1 : apart)
    count += bytes.length
    yield bytes
  }
}

/** Reads a header, if it is one; else the reader stays where it is. */
async function readHeader(reader: ByteReader): Promise<Header | undefined> {
  const fixed = await reader.peek(HEADER)
  if (fixed.length < HEADER) return undefined
  const set = fixed.readUInt16LE(6)
  const method = fixed.readUInt16LE(8)
  const nameLength = fixed.readUInt16LE(26)
  const extraLength = fixed.readUInt16LE(28)
  if (!KNOWN.has(method) || nameLength === 0) return undefined
  const all = await reader.read(HEADER + nameLength + extraLength)
  const bytes = all.subarray(HEADER, HEADER + nameLength)
  const large = zip64(all.subarray(HEADER + nameLength))
  const told = (at: number, index: number): number => {
    const value = fixed.readUInt32LE(at)
    return value === IN_ZIP64 ? (large[index] ?? value) : value
  }
  const follows = (set & flags.sizesFollow) !== 0
  const compressed = told(18, 1)
  return {
    name: entryName(bytes),
    isFolder: bytes.at(-1) === 0x2f && compressed === 0 && !follows,
    isEncrypted: (set & flags.encrypted) !== 0,
    method,
    compressed: follows && compressed === 0 ? undefined : compressed,
    size: follows ? undefined : told(22, 0),
  }
}

/** The sizes that did not fit into the header: of the content, and compressed. */
function zip64(extra: Buffer): readonly number[] {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === ZIP64 && length >= 16 && at + 20 <= extra.length) {
      return [Number(extra.readBigUInt64LE(at + 4)), Number(extra.readBigUInt64LE(at + 12))]
    }
    at += 4 + length
  }
  return []
}

function closed({ isEncrypted, method }: Header): Pick<Closed, 'reason' | 'detail'> | undefined {
  if (isEncrypted) return { reason: 'encrypted', detail: 'needs a password' }
  if (method === methods.stored || method === methods.deflated) return undefined
  return { reason: 'unsupported', detail: `compressed by method ${method} of zip` }
}
