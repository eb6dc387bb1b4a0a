import { deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { collect, places, scanBytes, testKey } from '../../helpers/scanning.ts'
import { tempTree } from '../../helpers/temp-tree.ts'

const key = testKey('content')

describe('text in any encoding', () => {
  const text = `first\nclé = '${key}'\n`
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16, little end first', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['UTF-16 without a mark, big end first', Buffer.from(text, 'utf16le').swap16()],
    ['Latin-1', Buffer.from(text, 'latin1')],
    ['CRLF', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['lone CR', Buffer.from(text.replaceAll('\n', '\r'))],
  ])('%s', async (_, bytes) => {
    const findings = await scanBytes(bytes)
    expect(places(findings)).toEqual(['-:2:8'])
    expect(findings[0]!.value).toBe(key)
    expect(findings[0]!.excerpt).toBe("clé = 'tk-…'")
  })

  test('in the first column after a mark', async () => {
    expect(places(await scanBytes(`\ufeff${key}`))).toEqual(['-:1:1'])
  })

  test('columns count UTF-16 units, and the end is exclusive', async () => {
    const [finding] = await scanBytes(`😀é ${key}\n`)
    expect(finding!.location).toEqual({
      path: '-',
      line: 1,
      column: 5,
      endLine: 1,
      endColumn: 5 + key.length,
    })
  })

  test('a value that is not ASCII is whole', async () => {
    const [finding] = await scanBytes('db_pass = "pässwörd漢字"')
    expect(finding!.value).toBe('pässwörd漢字')
  })

  test('a keyword in capitals leads to a rule that allows them', async () => {
    const [finding] = await scanBytes(`x ${key} y DB_pass=ABCDEFGH`)
    expect(finding!.value).toBe(key)
  })
})

describe('what is not text', () => {
  test('a binary file is searched: its strings may be secrets', async () => {
    const bytes = Buffer.concat([
      Buffer.from([0x7f, 0x45, 0, 1, 2, 0, 0, 200]),
      Buffer.from(key),
      Buffer.alloc(9),
    ])
    expect(places(await scanBytes(bytes))).toEqual(['-:1:9'])
  })

  test('images and what is compressed are skipped, counted, and no reason to fail', async () => {
    const image = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(key)])
    const root = tempTree({ 'a.png': image, 'b.gz': gzipSync(key), 'c.txt': `${key}\n` })
    const { findings, coverage } = await collect({ cwd: root, archiveDepth: 0 })
    expect(places(findings)).toEqual(['c.txt:1:1'])
    expect(coverage).toMatchObject({
      files: 1,
      skipped: [
        { path: 'a.png', reason: 'binary' },
        { path: 'b.gz', reason: 'binary' },
      ],
    })
  })

  test('a text that begins like a format is a text', async () => {
    expect(places(await scanBytes(`ID3 tags\n${key}`))).toEqual(['-:2:1'])
  })

  test('random bytes hold nothing', async () => {
    expect(await scanBytes(deflateRawSync(Buffer.from('lorem ipsum '.repeat(5000)), { level: 9 }))).toEqual(
      [],
    )
  })
})
