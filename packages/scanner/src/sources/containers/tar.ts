import { Body, type ByteReader, DamagedError, endsEarly, section } from './byte-reader.ts'
import { type Closed, type Entry, entryName, SMALL } from './entry.ts'
import { isTarHeader } from './kinds.ts'

const BLOCK = 512
/** A name or a set of attributes that is longer is not taken as one. */
const LONGEST_META = 1 << 20

/** Headers of POSIX (ustar, pax) and of GNU tar; the letters are what their type field says. */
const types = {
  gnuName: 'L',
  gnuLink: 'K',
  attributes: 'x',
  sunAttributes: 'X',
  sharedAttributes: 'g',
  gnuSparse: 'S',
}
/** Links, devices, folders and pipes: they have a name and nothing else. */
const NAMES_ONLY = /[1-6]/

/** What one header says in place of the next. */
interface Said {
  name?: Buffer
  size?: number
}

/**
 * The files in a tar, from its beginning to its end, also where several were joined. Blocks that are no header are
 * passed over up to the next one that is.
 *
 * @throws DamagedError after what could be read
 */
export async function* untarred(reader: ByteReader): AsyncGenerator<Entry | Closed, void, undefined> {
  let said: Said = {}
  let lost = false
  for (;;) {
    const block = await reader.read(BLOCK)
    if (block.length === 0) break
    if (block.length < BLOCK) throw endsEarly()
    if (!isTarHeader(block)) {
      lost ||= !block.every((byte) => byte === 0)
      continue
    }
    const type = String.fromCharCode(block[156]!)
    const own = numberAt(block, 124, 12)
    if (own === undefined) {
      lost = true
      continue
    }
    if (type === types.gnuName) {
      said = { ...said, name: await metaOf(reader, own) }
      continue
    }
    if (type === types.attributes || type === types.sunAttributes) {
      said = { ...said, ...attributes(await metaOf(reader, own)) }
      continue
    }
    if (type === types.gnuLink || type === types.sharedAttributes) {
      await metaOf(reader, own)
      continue
    }
    if (type === types.gnuSparse) await passSparseMap(reader, block)
    if (!NAMES_ONLY.test(type)) {
      const size = said.size ?? own
      const name = entryName(said.name ?? nameIn(block))
      const ahead = size <= SMALL ? await reader.peekAhead(size) : undefined
      if (ahead?.length === size) {
        await reader.read(size)
        yield { name, size, content: ahead }
      } else {
        const body = new Body(section(reader, size))
        yield { name, size, content: body.bytes() }
        await body.leave()
      }
      if (size % BLOCK > 0) await reader.read(padding(size))
    }
    said = {}
  }
  if (lost) throw new DamagedError('has a part that is no tar')
}

const padding = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK

/** Octal text, or a number in two's complement whose first bit is set (GNU); none when it is neither, or negative. */
function numberAt(block: Buffer, at: number, length: number): number | undefined {
  if (block[at]! & 0x80) {
    const value = block
      .subarray(at + 1, at + length)
      .reduce((sum, byte) => sum * 256 + byte, block[at]! & 0x7f)
    return block[at] === 0x80 && Number.isSafeInteger(value) ? value : undefined
  }
  const text = block
    .toString('latin1', at, at + length)
    .replace(/[\0 ]+$/, '')
    .trimStart()
  if (text === '') return 0
  return /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : undefined
}

function nameIn(block: Buffer): Buffer {
  const name = cutAtZero(block.subarray(0, 100))
  // GNU tar has other things where POSIX has the beginning of the name.
  const prefix = block.toString('latin1', 257, 263) === 'ustar\0' ? cutAtZero(block.subarray(345, 500)) : ''
  return prefix.length > 0 ? Buffer.concat([Buffer.from(prefix), Buffer.from('/'), name]) : name
}

function cutAtZero(bytes: Buffer): Buffer {
  const end = bytes.indexOf(0)
  return end < 0 ? bytes : bytes.subarray(0, end)
}

async function metaOf(reader: ByteReader, size: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of section(reader, size + padding(size))) {
    if (size <= LONGEST_META) pieces.push(piece)
  }
  return Buffer.concat(pieces).subarray(0, size)
}

/** The attributes that matter here of a pax header: lines of `LENGTH KEY=VALUE`, whose length counts all of it. */
function attributes(meta: Buffer): Said {
  const said: Said = {}
  for (let at = 0; at < meta.length; ) {
    const length = Number.parseInt(meta.toString('latin1', at, at + 20), 10)
    if (!(length > 0)) break
    const record = meta.subarray(at, at + length - 1)
    const key = record.indexOf(' ') + 1
    const equals = record.indexOf('=')
    const value = record.subarray(equals + 1)
    const name = record.toString('latin1', key, equals)
    if (name === 'path') said.name = value
    if (name === 'size' && /^\d{1,15}$/.test(value.toString('latin1'))) said.size = Number(value)
    at += length
  }
  return said
}

/** Where a file with holes says where they are, in blocks of its own; what follows is the file without them. */
async function passSparseMap(reader: ByteReader, header: Buffer): Promise<void> {
  let more = header[482] === 1
  while (more) more = (await reader.readAll(BLOCK))[504] === 1
}
