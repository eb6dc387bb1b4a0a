import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { streamedZipOf, tarOf, zipOf } from '../../helpers/archives.ts'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { collect, places, testKey } from '../../helpers/scanning.ts'
import { tempTree } from '../../helpers/temp-tree.ts'

const key = testKey('container')
/** The key in its third line, from the fifth column. */
const secret = `first\nsecond\nkey ${key}\n`
const at = ':3:5'

const scan = async (name: string, content: Uint8Array, options = {}) =>
  collect({ cwd: tempTree({ [name]: content }), ...options })

const found = async (name: string, content: Uint8Array) => places((await scan(name, content)).findings)

describe('a secret is found in', () => {
  test.each([
    ['x.zip', 'conf/app.env'],
    ['app.jar', 'application.properties'],
    ['lib-1.0-py3-none-any.whl', 'lib/settings.py'],
    ['letter.docx', 'word/document.xml'],
    ['sheet.xlsx', 'xl/sharedStrings.xml'],
    ['app.apk', 'assets/config.json'],
    ['Lib.1.0.nupkg', 'lib/net8.0/Lib.xml'],
    ['no-ending', 'a.txt'],
  ])('%s', async (name, inner) => {
    expect(await found(name, await zipOf({ 'other.txt': 'nothing', [inner]: secret }))).toEqual([
      `${name}!/${inner}${at}`,
    ])
    expect(await found(name, await streamedZipOf({ [inner]: secret }))).toEqual([`${name}!/${inner}${at}`])
  })

  test('a zip that runs', async () => {
    const script = '#!/usr/bin/env python3\n'
    const zip = Buffer.concat([Buffer.from(script), await zipOf({ '__main__.py': secret })])
    expect(await found('app.pyz', zip)).toEqual([`app.pyz!/__main__.py${at}`])
  })

  test('a tar, and an npm package', async () => {
    const tar = await tarOf({ 'package/package.json': '{}', 'package/.npmrc': secret })
    expect(await found('x.tar', tar)).toEqual([`x.tar!/package/.npmrc${at}`])
    expect(await found('x-1.0.0.tgz', gzipSync(tar))).toEqual([`x-1.0.0.tgz!/package/.npmrc${at}`])
    expect(await found('x.tar.br', brotliCompressSync(tar))).toEqual([`x.tar.br!/package/.npmrc${at}`])
  })

  test('compressed files', async () => {
    expect(await found('app.log.gz', gzipSync(secret))).toEqual([`app.log.gz!/app.log${at}`])
    const members = Buffer.concat([gzipSync('first\nsec'), gzipSync(secret.slice(9))])
    expect(await found('app.log.gz', members)).toEqual([`app.log.gz!/app.log${at}`])
    expect(await found('main.js.br', brotliCompressSync(secret))).toEqual([`main.js.br!/main.js${at}`])
  })

  test('what is nested three deep', async () => {
    const war = await zipOf({ 'WEB-INF/lib/x.jar': await zipOf({ 'x.properties': secret }) })
    const place = `image.tgz!/srv/app.war!/WEB-INF/lib/x.jar!/x.properties${at}`
    expect(await found('image.tgz', gzipSync(await tarOf({ 'srv/app.war': war })))).toEqual([place])
  })

  test('UTF-16 and Latin-1 in an archive', async () => {
    const zip = await zipOf({
      'marked.txt': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(secret, 'utf16le')]),
      'unmarked.txt': Buffer.from(secret, 'utf16le'),
      'latin1.txt': Buffer.from(`\xe4\n\nkey ${key}`, 'latin1'),
    })
    expect(await found('x.zip', zip)).toEqual([
      `x.zip!/marked.txt${at}`,
      `x.zip!/unmarked.txt${at}`,
      `x.zip!/latin1.txt${at}`,
    ])
  })

  test('what comes on standard input', async () => {
    const tar = gzipSync(await tarOf({ 'etc/app.env': secret }))
    const { findings } = await collect({ input: [tar.subarray(0, 5), tar.subarray(5)] })
    expect(places(findings)).toEqual([`-!/etc/app.env${at}`])
  })
})

const png = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

test('the entries count, not the archive; what was left out is told', async () => {
  const zip = await zipOf({ 'a.txt': 'text', 'b.txt': 'more text', 'c.png': png })
  const { coverage } = await scan('x.zip', zip)
  expect(coverage).toMatchObject({ files: 2, bytes: 13 })
  zip.writeUInt16LE(1, 6)
  expect((await scan('x.zip', zip)).coverage.skipped).toContainEqual({
    path: 'x.zip!/a.txt',
    reason: 'encrypted',
    detail: 'needs a password',
  })
})

test('what is found before an archive turns bad is reported', async () => {
  const tar = gzipSync(await tarOf({ 'a.txt': secret, 'b.txt': fakeSecret('noise', 3000) }))
  const { findings, coverage } = await scan('x.tgz', tar.subarray(0, 1000))
  expect(places(findings)).toEqual([`x.tgz!/a.txt${at}`])
  const cut = (path: string) => ({ path, reason: 'damaged', detail: 'ends early' })
  expect(coverage.skipped).toEqual([cut('x.tgz!/b.txt'), cut('x.tgz')])
})

test('formats that are not looked into are told, on their own and in an archive', async () => {
  const formats = {
    'a.bz2': 'BZh91AY&SY',
    'a.xz': '\xfd7zXZ\0\0\x04',
    'a.7z': "7z\xbc\xaf'\x1c\0\x04",
    'a.rar': 'Rar!\x1a\x07\x01\0',
  }
  for (const [name, head] of Object.entries(formats)) {
    const bytes = Buffer.concat([
      Buffer.from(head, 'latin1'),
      Buffer.from([0, 1, 2, 0xff, 0xfe]),
      Buffer.from(secret),
    ])
    const plain = await collect({ cwd: tempTree({ 'a.txt': 'text', [name]: bytes }) })
    expect([plain.findings, plain.coverage.skipped]).toEqual([[], [{ path: name, reason: 'binary' }]])
    const within = await collect({
      cwd: tempTree({ 'x.tar': await tarOf({ 'a.txt': 'text', [name]: bytes }) }),
    })
    expect([within.findings, within.coverage.skipped]).toEqual([
      [],
      [{ path: `x.tar!/${name}`, reason: 'binary' }],
    ])
  }
})

describe('how deep archives are looked into', () => {
  const nested = async () => zipOf({ 'in.zip': await zipOf({ 'a.txt': secret }), 'b.txt': secret })

  test('is as deep as asked', async () => {
    const { findings, coverage } = await scan('x.zip', await nested(), { archiveDepth: 1 })
    expect(places(findings)).toEqual([`x.zip!/b.txt${at}`])
    expect(coverage.skipped).toEqual([
      { path: 'x.zip!/in.zip', reason: 'limit', detail: 'is nested deeper than 1' },
    ])
  })

  test('or not at all: then an archive is a binary file', async () => {
    const root = tempTree({ 'x.zip': await nested(), 'a.txt': secret, 'x.tar': await tarOf({ a: secret }) })
    const { findings, coverage } = await collect({ cwd: root, archiveDepth: 0 })
    expect(places(findings).map((place) => place.split(':')[0])).toEqual(['a.txt', 'x.tar'])
    expect(coverage.skipped).toEqual([{ path: 'x.zip', reason: 'binary' }])
  })

  test.each([-1, 9, 1.5])('%d makes no sense', async (archiveDepth) => {
    await expect(scan('a.txt', Buffer.from('a'), { archiveDepth })).rejects.toMatchObject({
      code: 'invalid-option',
    })
  })
})

test('larger files in archives are skipped as others are', async () => {
  const zip = await zipOf({ 'large.txt': `${secret}${'x'.repeat(5000)}`, 'small.txt': secret })
  const { findings, coverage } = await scan('x.zip', zip, { maxFileSize: 4000 })
  expect(places(findings)).toEqual([`x.zip!/small.txt${at}`])
  expect(coverage.skipped).toMatchObject([{ path: 'x.zip!/large.txt', reason: 'too-large' }])
  const gz = await scan('x.gz', gzipSync(`${secret}${'x'.repeat(5_000_000)}`), { maxFileSize: 4_000_000 })
  expect(places(gz.findings)).toEqual([`x.gz!/x${at}`])
  expect(gz.coverage.skipped).toEqual([{ path: 'x.gz!/x', reason: 'too-large' }])
})

test('an archive counts as one file of those that there are', async () => {
  const seen: unknown[] = []
  const zip = await zipOf({ 'a.txt': 'text', 'b.txt': 'more text' })
  await scan('x.zip', zip, { onProgress: (progress: unknown) => seen.push(progress) })
  expect(seen.at(-1)).toEqual({ files: 1, bytes: 13, total: 1 })
})
