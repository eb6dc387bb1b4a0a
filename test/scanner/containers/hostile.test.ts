import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expand } from '../../../packages/scanner/src/sources/containers/expand.ts'
import { streamedZipOf, tarOf, tarOfEntries, zipOf } from '../../helpers/archives.ts'
import { cut, expanded } from '../../helpers/expanding.ts'
import { fakeSecret } from '../../helpers/fake-secret.ts'

/** Text that hardly compresses, so that a cut leaves some of it readable. */
const noise = fakeSecret('noise', 4000)
const whole = { 'a.txt': noise.slice(0, 2000), 'b.txt': noise.slice(2000) }

describe('cut short at any place', () => {
  test.each([
    ['x.zip', () => zipOf(whole)],
    ['x.zip', () => streamedZipOf(whole)],
    ['x.zip', () => streamedZipOf(whole, false)],
    ['x.tar', () => tarOf(whole)],
    ['x.tgz', async () => gzipSync(await tarOf(whole))],
    ['x.tgz', async () => gzipSync(await tarOf({ 'in.zip': await zipOf(whole) }))],
  ])('%s gives what comes before', async (path, make) => {
    const bytes = await make()
    const complete = (await expanded(path, bytes)).files
    expect(complete.length).toBe(2)
    let texts = 0
    for (let length = 0; length < bytes.length; length += 100) {
      const { files } = await expanded(path, bytes.subarray(0, length))
      const inside = files.filter(([name]) => complete.some(([known]) => known === name))
      for (const [index, [name, text]] of inside.entries()) {
        expect(name).toBe(complete[index]![0])
        expect(complete[index]![1].startsWith(text)).toBe(true)
        expect(index === inside.length - 1 || text === complete[index]![1]).toBe(true)
      }
      const now = inside.reduce((sum, [, text]) => sum + text.length, 0)
      expect(now).toBeGreaterThanOrEqual(texts)
      texts = now
    }
    expect(texts).toBeGreaterThan(noise.length - 1500)
  })

  test('says so', async () => {
    const half = async (path: string, bytes: Buffer) =>
      (await expanded(path, bytes.subarray(0, bytes.length / 2))).skipped
    const skip = (path: string) => ({ path, reason: 'damaged', detail: 'ends early' })
    expect(await half('x.tar', await tarOf(whole))).toContainEqual(skip('x.tar!/b.txt'))
    expect(await half('x.zip', await zipOf(whole))).toContainEqual(skip('x.zip!/b.txt'))
    expect(await half('x.gz', gzipSync(noise))).toEqual([skip('x.gz!/x')])
  })
})

test('bytes that are changed at any place never throw and never hang', async () => {
  const tar = await tarOf({ 'in.zip': await zipOf(whole), 'in.gz': gzipSync(noise) })
  for (const [path, bytes] of [
    ['x.tar', tar],
    ['x.tgz', gzipSync(tar)],
    ['x.zip', await zipOf({ ...whole, 'in.tar': await tarOf(whole) })],
  ] as const) {
    for (let at = 0; at < bytes.length; at += 41) {
      const changed = Buffer.from(bytes)
      changed[at] = changed[at]! ^ (1 << (at % 8))
      await expanded(path, changed)
    }
  }
})

test('any bytes after the mark of a format never throw and never hang', async () => {
  const marks = ['PK\x03\x04\x14\0\0\0\0\0', 'PK\x03\x04\x14\0\x08\0\x08\0', '\x1f\x8b\x08\0', 'PK\x05\x06']
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...marks), fc.uint8Array({ maxLength: 400 }), async (mark, rest) => {
      const bytes = Buffer.concat([Buffer.from(mark, 'latin1'), rest])
      for (const name of ['x', 'x.br']) await expanded(name, bytes)
      await expanded('x.br', rest)
    }),
    { numRuns: 300, seed: 1 },
  )
})

describe('what expands to too much is stopped', () => {
  const limit = (path: string, detail: string) => ({ path, reason: 'limit', detail })

  test('zeros', async () => {
    const { files, skipped } = await expanded('x.gz', gzipSync(Buffer.alloc(30_000_000)), { free: 1_000_000 })
    expect(skipped).toEqual([limit('x.gz', 'expands to more than 200 times its size')])
    expect(files[0]![1].length).toBeLessThan(7_000_000)
  })

  test('zips of zips of zeros', async () => {
    const zeros = await zipOf({ '0': Buffer.alloc(5_000_000) })
    const many = (content: Buffer) =>
      zipOf(Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`${index}.zip`, content])))
    const bomb = await many(await many(await many(zeros)))
    const { skipped } = await expanded('x.zip', bomb, { free: 20_000_000 })
    expect(skipped).toEqual([limit('x.zip', 'expands to more than 200 times its size')])
  })

  test('more bytes than may be', async () => {
    const { skipped } = await expanded('x.gz', gzipSync(noise), { total: 3000 })
    expect(skipped).toEqual([limit('x.gz', 'expands to more than 3000 bytes')])
  })

  test('a million empty files', async () => {
    const header = (await tarOf({ empty: '' })).subarray(0, 512)
    const thousands = Buffer.alloc(512 * 4000, header)
    async function* chunks() {
      for (let index = 0; index < 251; index++) yield thousands
    }
    let parts = 0
    for await (const part of expand('x.tar', 'x.tar', chunks(), { entries: 100_000 })) {
      parts++
      if ('reason' in part) expect(part).toEqual(limit('x.tar', 'holds more than 100000 entries'))
    }
    expect(parts).toBe(100_001)
  })

  test('one in the other, again and again', async () => {
    let bytes: Buffer = Buffer.from('deep')
    for (let depth = 0; depth < 40; depth++) bytes = await zipOf({ z: bytes })
    const { files, skipped } = await expanded('x.zip', bytes, { depth: 3 })
    expect(files).toEqual([])
    expect(skipped).toEqual([limit('x.zip!/z!/z!/z', 'is nested deeper than 3')])
    let zipped: Buffer = Buffer.from('deep')
    for (let depth = 0; depth < 40; depth++) zipped = gzipSync(zipped)
    expect((await expanded('x.gz', zipped)).skipped[0]!.reason).toBe('limit')
  })

  test('a zip that holds itself', async () => {
    // Each copy has the length and the place that it has in the whole, and so the bytes of the beginning.
    const { skipped } = await expanded('r.zip', selfish())
    expect(skipped.some(({ reason }) => reason === 'limit')).toBe(true)
  })

  test('a directory that takes one file for many: each byte is read once', async () => {
    const one = await zipOf({ '0': Buffer.alloc(3_000_000) })
    const end = one.subarray(-22)
    const start = end.readUInt32LE(16)
    const directory = one.subarray(start, start + end.readUInt32LE(12))
    const bomb = Buffer.concat([one.subarray(0, start), ...Array(500).fill(directory), end])
    const { files } = await expanded('x.zip', bomb)
    expect(files.map(([path, text]) => [path, text.length])).toEqual([['x.zip!/0', 3_000_000]])
  })

  test('a file that is larger than may be', async () => {
    const { files, skipped } = await expanded('x.zip', await zipOf(whole), { maxFileSize: 1999 })
    const skip = (path: string) => ({ path, reason: 'too-large', detail: '2000 bytes' })
    expect(skipped).toEqual([skip('x.zip!/a.txt'), skip('x.zip!/b.txt')])
    expect(files.map(([path]) => path)).toEqual([])
  })
})

/** A stored entry whose content is the beginning of the zip that it is in, over and over. */
function selfish(): Buffer {
  const header = (size: number): Buffer => {
    const bytes = Buffer.alloc(31)
    bytes.write('PK\x03\x04', 'latin1')
    bytes.writeUInt16LE(20, 4)
    bytes.writeUInt32LE(size, 18)
    bytes.writeUInt32LE(size, 22)
    bytes.writeUInt16LE(1, 26)
    bytes.write('r', 30)
    return bytes
  }
  let zip: Buffer = Buffer.from('end')
  for (let size = 40; size > 0; size--) zip = Buffer.concat([header(zip.length), zip])
  return zip
}

describe('sizes that lie', () => {
  const sized = async (at: number, size: number) => {
    const zip = await zipOf({ 'a.txt': noise.slice(0, 2000), 'b.txt': 'second' })
    zip.writeUInt32LE(size, at)
    return expanded('x.zip', zip)
  }

  test.each([0, 10, 1999, 2001, 0xfffffff0])('%d bytes are said to come out', async (size) => {
    const { files } = await sized(22, size)
    expect(files).toEqual([
      ['x.zip!/a.txt', noise.slice(0, 2000)],
      ['x.zip!/b.txt', 'second'],
    ])
  })

  test.each([1, 1000])('%d bytes are said to be there', async (size) => {
    const { files } = await sized(18, size)
    for (const [, text] of files.slice(0, -1)) expect(noise.startsWith(text)).toBe(true)
    expect(files.at(-1)).toEqual(['x.zip!/b.txt', 'second'])
  })

  test('more than there is', async () => {
    const { files, skipped } = await sized(18, 0xfffffff0)
    expect(files).toEqual([['x.zip!/a.txt', noise.slice(0, 2000)]])
    expect(skipped).toEqual([{ path: 'x.zip', reason: 'damaged', detail: 'ends early' }])
  })

  test('a sum in a tar may be one of signed bytes', async () => {
    const tar = await tarOf({ 'a\u00e4.txt': 'first' })
    const header = tar.subarray(0, 512)
    const negative = header.filter((byte) => byte > 127).length * 256
    expect(negative).toBeGreaterThan(0)
    header.write(`${(sum(header) - negative).toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
    expect(await expanded('x.tar', tar)).toEqual({ files: [['x.tar!/a\u00e4.txt', 'first']], skipped: [] })
  })

  test('in a tar', async () => {
    const tar = await tarOf({ 'a.txt': 'first', 'b.txt': 'second' })
    const header = tar.subarray(0, 512)
    header.write('77777777777\0', 124, 'latin1')
    header.write(`${sum(header).toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
    const { files, skipped } = await expanded('x.tar', tar)
    expect(files[0]![1]).toContain('second')
    expect(skipped).toEqual([{ path: 'x.tar!/a.txt', reason: 'damaged', detail: 'ends early' }])
  })
})

const sum = (header: Buffer): number =>
  header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0)

describe('names', () => {
  const named = async (name: string) =>
    (await expanded('x.tar', await tarOf({ [name]: 'content' }))).files.map(([path]) => path)

  test('are shown, and never looked up', async () => {
    expect(await named('../../etc/passwd')).toEqual(['x.tar!/../../etc/passwd'])
    expect(await named('/etc/passwd')).toEqual(['x.tar!/etc/passwd'])
    expect(await named('./package/a.js')).toEqual(['x.tar!/package/a.js'])
    expect(await named('x'.repeat(5000))).toEqual([`x.tar!/${'x'.repeat(4096)}…`])
    expect(await named('C:\\a')).toEqual(['x.tar!/C:\\a'])
    expect(await named(`${'long/'.repeat(60)}ä.txt`)).toEqual([`x.tar!/${'long/'.repeat(60)}ä.txt`])
  })

  test('that are not UTF-8 stay different', async () => {
    const zip = await zipOf({ 'a?': '1', 'b?': '2' })
    for (let at = zip.indexOf('?'); at >= 0; at = zip.indexOf('?')) zip[at] = 0xe4
    expect((await expanded('x.zip', zip)).files.map(([path]) => path)).toEqual([
      'x.zip!/a\\xe4',
      'x.zip!/b\\xe4',
    ])
  })

  test('that are there twice are read twice', async () => {
    const twice = Buffer.concat([await tarOf({ 'a.txt': '1' }), await tarOf({ 'a.txt': '2' })])
    expect((await expanded('x.tar', twice)).files).toEqual([
      ['x.tar!/a.txt', '1'],
      ['x.tar!/a.txt', '2'],
    ])
  })

  test('of links and folders lead nowhere', async () => {
    const tar = await tarOfEntries([
      { header: { name: 'd/', type: 'directory', size: 0 } },
      { header: { name: 'link', type: 'symlink', linkname: '/etc/passwd', size: 0 } },
      { header: { name: 'hard', type: 'link', linkname: '../a', size: 0 } },
      { header: { name: 'a.txt', size: 1, type: 'file' }, body: 'a' },
    ])
    expect(await expanded('x.tar', tar)).toEqual({ files: [['x.tar!/a.txt', 'a']], skipped: [] })
  })
})

describe('what cannot be read is told, and the rest is read', () => {
  const changed = async (at: number, value: number) => {
    const zip = await zipOf({ 'a.txt': 'first first first', 'b.txt': 'second' })
    zip.writeUInt16LE(value, at)
    return expanded('x.zip', zip)
  }
  const rest = [['x.zip!/b.txt', 'second']]

  test('an encrypted file', async () => {
    const skip = { path: 'x.zip!/a.txt', reason: 'encrypted', detail: 'needs a password' }
    expect(await changed(6, 1)).toEqual({ files: rest, skipped: [skip] })
  })

  test('a method that is not read', async () => {
    const skip = { path: 'x.zip!/a.txt', reason: 'unsupported', detail: 'compressed by method 14 of zip' }
    expect(await changed(8, 14)).toEqual({ files: rest, skipped: [skip] })
  })

  test('a header in the midst of a tar that is none', async () => {
    const one = (await tarOf({ 'a.txt': '1' })).subarray(0, 1024)
    const tar = Buffer.concat([one, Buffer.alloc(512, 1), one])
    const { files, skipped } = await expanded('x.tar', tar)
    expect(files.length).toBe(2)
    expect(skipped).toEqual([{ path: 'x.tar', reason: 'damaged', detail: 'has a part that is no tar' }])
  })
})

test('what was taken out of the directory of a zip is still found', async () => {
  const zip = await zipOf({ 'a.txt': 'first', 'b.txt': 'second' })
  const cut = zip.subarray(0, zip.indexOf('PK\x01\x02', 'latin1'))
  expect((await expanded('x.zip', cut)).files.length).toBe(2)
})

test('content that looks like a header is content, and what only begins like a zip is told', async () => {
  const fake = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(40, 0xff)])
  const inner = Buffer.concat([Buffer.from('text '), await zipOf({ no: 'no' })])
  const zip = await zipOf({ 'a.bin': fake, 'b.txt': inner }, { compress: false })
  expect(await expanded('x.zip', zip)).toEqual({
    files: [['x.zip!/b.txt', inner.toString('latin1')]],
    skipped: [{ path: 'x.zip!/a.bin', reason: 'damaged', detail: 'has no file that can be found' }],
  })
})

test('an error of what the container is read from comes out as it is', async () => {
  const failure = new Error('cannot be read')
  async function* chunks() {
    yield (await tarOf(whole)).subarray(0, 700)
    throw failure
  }
  const parts = (async () => {
    for await (const part of expand('x.tar', 'x.tar', chunks())) {
      if ('content' in part && !Buffer.isBuffer(part.content)) for await (const _ of part.content);
    }
  })()
  await expect(parts).rejects.toBe(failure)
})

test('whoever takes a file need not take all of it', async () => {
  const large = fakeSecret('large', 500_000)
  for (const bytes of [
    await zipOf({ a: large, b: large, c: 'last' }),
    await streamedZipOf({ a: large, b: large, c: 'last' }),
    gzipSync(await tarOf({ a: large, b: large, c: 'last' })),
  ]) {
    const paths: string[] = []
    for await (const part of expand('x', 'x', cut(bytes, 10_000))) {
      paths.push(part.path)
      if ('reason' in part || Buffer.isBuffer(part.content) || part.path.endsWith('b')) continue
      for await (const _ of part.content) break
    }
    expect(paths).toEqual(['x!/a', 'x!/b', 'x!/c'])
  }
})
