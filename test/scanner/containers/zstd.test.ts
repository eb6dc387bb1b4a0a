import { Readable } from 'node:stream'
import zlib from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ByteReader } from '../../../packages/scanner/src/sources/containers/byte-reader.ts'
import { unzstdByScript } from '../../../packages/scanner/src/sources/containers/zstd.ts'
import { tarOf } from '../../helpers/archives.ts'
import { collect, places, testKey } from '../../helpers/scanning.ts'
import { tempTree } from '../../helpers/temp-tree.ts'

const MAGIC = [0x28, 0xb5, 0x2f, 0xfd]
const lines = Array.from({ length: 60 }, (_, index) => `line ${index} of a log\n`).join('')
/** The lines as `zstd -19` has them, with a checksum. */
const compressed = Buffer.from([
  ...MAGIC,
  ...[100, 242, 2, 101, 3, 0, 210, 135, 19, 18, 176, 169, 3, 188, 202, 144, 134, 149, 216, 123, 203, 148],
  ...[82, 146, 218, 9, 14, 4, 231, 230, 229, 245, 223, 239, 249, 157, 126, 108, 92, 92, 190, 237, 154, 158],
  ...[201, 167, 166, 165, 213, 215, 109, 217, 149, 122, 104, 88, 88, 60, 205, 146, 28, 137, 103, 102, 101],
  ...[181, 207, 235, 184, 141, 118, 76, 169, 187, 28, 80, 36, 71, 32, 4, 68, 18, 80, 48, 32, 198, 17, 60],
  ...[168, 17, 160, 248, 253, 51, 224, 231, 16, 18, 97, 68, 152, 15, 7, 102, 140, 72, 228, 227, 227, 214],
  ...[151, 1, 169, 10, 190, 151, 126, 30],
])

/** A window of a megabyte. */
const WINDOW = 10 << 3

/** A frame of blocks as they are. */
function frameOf(bytes: Buffer, blockSize = 50_000): Buffer {
  const parts: Buffer[] = [Buffer.from([...MAGIC, 0, WINDOW])]
  for (let at = 0; at === 0 || at < bytes.length; at += blockSize) {
    const block = bytes.subarray(at, at + blockSize)
    const head = Buffer.alloc(3)
    head.writeUIntLE((block.length << 3) | (at + blockSize >= bytes.length ? 1 : 0), 0, 3)
    parts.push(head, block)
  }
  return Buffer.concat(parts)
}

/** What is read, by pieces of a size, and the code of what stops it. */
async function read(bytes: Buffer, piece = 1000, free?: number): Promise<{ text: string; code?: string }> {
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, index) =>
    bytes.subarray(index * piece, (index + 1) * piece),
  )
  const out: Buffer[] = []
  const text = (): string => Buffer.concat(out).toString('latin1')
  try {
    for await (const chunk of unzstdByScript(new ByteReader(Readable.from(pieces)), free)) out.push(chunk)
    return { text: text() }
  } catch (error) {
    return { text: text(), code: (error as { code: string }).code }
  }
}

test('a secret in a tar in zstd is found, in any Node', async () => {
  const key = testKey('zstd')
  const tar = await tarOf({ 'etc/app.env': `first\nsecond\nkey ${key}\n` })
  const { findings, coverage } = await collect({ cwd: tempTree({ 'x.tar.zst': frameOf(tar, 700) }) })
  expect(places(findings)).toEqual(['x.tar.zst!/etc/app.env:3:5'])
  expect(coverage.skipped).toEqual([])
})

describe('without the help of Node', () => {
  test('what is compressed, in pieces of any size', async () => {
    for (const piece of [1, 7, 64, 1000]) expect(await read(compressed, piece)).toEqual({ text: lines })
  })

  test('several frames, also such as hold nothing, or no content', async () => {
    const note = Buffer.from([0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3])
    const plain = Buffer.from(lines.repeat(200))
    const all = [compressed, note, frameOf(Buffer.alloc(0)), frameOf(plain), compressed]
    expect(await read(Buffer.concat(all), 100)).toEqual({ text: `${lines}${plain}${lines}` })
  })

  test.skipIf(!('zstdCompressSync' in zlib))('the same as Node', async () => {
    const compress = (zlib as unknown as { zstdCompressSync(bytes: Uint8Array): Buffer }).zstdCompressSync
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(lines, 'a', 'bc\n', 'line '), { maxLength: 400 }),
        async (parts) => {
          const text = parts.join('')
          expect(await read(compress(Buffer.from(text)))).toEqual({ text })
        },
      ),
      { numRuns: 100, seed: 20261124 },
    )
  })

  test('cut short at any place it gives what comes before, and says so', async () => {
    const bytes = Buffer.concat([compressed, frameOf(Buffer.from(lines), 100)])
    for (let length = 1; length < bytes.length; length += 3) {
      if (length === compressed.length) continue
      const { text, code } = await read(bytes.subarray(0, length))
      expect(code).toBe('damaged')
      expect(`${lines}${lines}`.startsWith(text)).toBe(true)
    }
  })

  test('bytes that are changed at any place never hang and never throw anything else', async () => {
    const bytes = Buffer.concat([compressed, frameOf(Buffer.from(lines), 100)])
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes)
      changed[at] = changed[at]! ^ (1 << (at % 8))
      expect([undefined, 'damaged', 'unsupported']).toContain((await read(changed)).code)
    }
  })

  test('a window that takes very much memory, and a dictionary, are told', async () => {
    const wide = Buffer.from([...MAGIC, 0, 18 << 3, 1, 0, 0])
    const whole = Buffer.from([...MAGIC, 0xe0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0])
    const dictionary = Buffer.from([...MAGIC, 1, WINDOW, 7, 1, 0, 0])
    for (const bytes of [wide, whole, dictionary])
      expect(await read(bytes)).toEqual({ text: '', code: 'unsupported' })
  })

  test('a file that would keep the processor busy for hours is stopped', async () => {
    // Each block says one byte, and with it a window of 128 MB would be moved.
    const block = [(1 << 3) | 2, 0, 0, 97]
    const head = [...MAGIC, 0, 17 << 3]
    const bytes = Buffer.from([...head, ...Array.from({ length: 50 }, () => block).flat()])
    const { text, code } = await read(bytes, 64, 2 ** 30)
    expect(code).toBe('limit')
    expect(text).toBe('a'.repeat(8))
  })
})
