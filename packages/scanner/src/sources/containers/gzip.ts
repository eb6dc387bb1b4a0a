import { type ByteReader, DamagedError } from './byte-reader.ts'
import { inflated } from './decompress.ts'

const HEADER = 10
const TRAILER = 8
const LONGEST_FIELD = 65_536
const DEFLATE = 8
const flags = { headerSum: 2, extra: 4, name: 8, comment: 16 }
const ZERO = Buffer.from([0])

/**
 * What the members of a gzip file say, one after the other (RFC 1952). Its sums are not checked: what is damaged is
 * looked at all the same.
 *
 * @throws DamagedError after what could be read
 */
export async function* gunzipped(reader: ByteReader): AsyncGenerator<Buffer, void, undefined> {
  do {
    await passHeader(reader)
    yield* inflated(reader)
    await reader.readAll(TRAILER)
    // What follows and is no member is padding, as tape drives leave it.
  } while (isMember(await reader.peek(2)))
}

const isMember = (head: Buffer): boolean => head[0] === 0x1f && head[1] === 0x8b

async function passHeader(reader: ByteReader): Promise<void> {
  const header = await reader.readAll(HEADER)
  const set = header[3]!
  if (header[2] !== DEFLATE) throw new DamagedError('is compressed by an unknown method')
  if (set & flags.extra) await reader.readAll((await reader.readAll(2)).readUInt16LE())
  if (set & flags.name) await passText(reader)
  if (set & flags.comment) await passText(reader)
  if (set & flags.headerSum) await reader.readAll(2)
}

async function passText(reader: ByteReader): Promise<void> {
  const end = (await reader.peek(LONGEST_FIELD)).indexOf(ZERO)
  if (end < 0) throw new DamagedError('has no end to its name')
  await reader.readAll(end + 1)
}
