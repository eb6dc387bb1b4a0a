import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { streamedZipOf, tarOf, zipOf } from '../../helpers/archives.ts'
import { expanded } from '../../helpers/expanding.ts'
import { fakeSecret } from '../../helpers/fake-secret.ts'

const files = { 'a.txt': 'first', 'src/b.txt': 'second '.repeat(500), 'c.bin': Buffer.alloc(3, 0xff) }
const inside = (path: string) =>
  Object.entries(files).map(([name, content]) => [
    `${path}!/${name}`,
    typeof content === 'string' ? content : content.toString('latin1'),
  ])

describe.each([1, 7, 600, 100_000])('read in pieces of %d bytes', (pieces) => {
  const all = async (path: string, bytes: Buffer) => {
    const { files, skipped } = await expanded(path, bytes, { pieces })
    expect(skipped).toEqual([])
    return files
  }

  test('a zip, compressed or not, its sizes told before or behind', async () => {
    expect(await all('x.zip', await zipOf(files))).toEqual(inside('x.zip'))
    expect(await all('x.zip', await zipOf(files, { compress: false }))).toEqual(inside('x.zip'))
    expect(await all('x.zip', await streamedZipOf(files))).toEqual(inside('x.zip'))
    expect(await all('x.zip', await streamedZipOf(files, false))).toEqual(inside('x.zip'))
  })

  test('a tar, plain or compressed', async () => {
    const tar = await tarOf(files)
    expect(await all('x.tar', tar)).toEqual(inside('x.tar'))
    expect(await all('x.tgz', gzipSync(tar))).toEqual(inside('x.tgz'))
    expect(await all('x.tar.br', brotliCompressSync(tar))).toEqual(inside('x.tar.br'))
  })

  test('a compressed file, of several members', async () => {
    const bytes = Buffer.concat(['one ', 'two'].map((text) => gzipSync(text)))
    expect(await all('logs/app.log.gz', bytes)).toEqual([['logs/app.log.gz!/app.log', 'one two']])
    expect(await all('page.html.br', brotliCompressSync('<p>'))).toEqual([['page.html.br!/page.html', '<p>']])
  })

  test('one in the other', async () => {
    const bytes = gzipSync(await tarOf({ 'app.war': await zipOf({ 'lib/x.jar': await zipOf(files) }) }))
    expect(await all('image.tgz', bytes)).toEqual(inside('image.tgz!/app.war!/lib/x.jar'))
  })
})

test.each([1000, 16_384, 65_536])('large files, read in pieces of %d bytes', async (pieces) => {
  const large = { 'a.txt': fakeSecret('a', 2_000_000), 'b.txt': 'x'.repeat(3_000_000), 'c.txt': 'last' }
  const all = Object.entries(large).map(([name, text]) => [`x!/${name}`, text])
  for (const bytes of [await zipOf(large), await streamedZipOf(large), gzipSync(await tarOf(large))]) {
    expect(await expanded('x', bytes, { pieces })).toEqual({ files: all, skipped: [] })
  }
})
