import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { collect, makeRule, places, testKey } from '../../helpers/scanning.ts'
import { tempTree } from '../../helpers/temp-tree.ts'

const key = testKey('place')
const secret = `first\nsecond\nkey ${key}\n`

const found = async (files: Record<string, string | Uint8Array>) =>
  places((await collect({ cwd: tempTree(files) })).findings)

test('a secret is found in .env files of every spelling', async () => {
  const names = [
    '.env',
    '.env.local',
    '.env.production.local',
    '.envrc',
    'app.env',
    'env',
    '.ENV',
    'deploy/.env.bak',
    '.env~',
  ]
  const files = Object.fromEntries(names.map((name) => [name, `A=1\nKEY=${key}\n`]))
  expect((await found(files)).sort()).toEqual(names.map((name) => `${name}:2:5`).sort())
})

describe('in any encoding of a text', () => {
  const utf16 = (text: string, isBig: boolean): Buffer => {
    const bytes = Buffer.from(text, 'utf16le')
    return isBig ? bytes.swap16() : bytes
  }
  test.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${secret}`)],
    ['UTF-16LE', utf16(secret, false)],
    ['UTF-16LE with a mark', utf16(`\ufeff${secret}`, false)],
    ['UTF-16BE', utf16(secret, true)],
    ['UTF-16BE with a mark', utf16(`\ufeff${secret}`, true)],
    ['Latin-1', Buffer.from(secret.replace('first', 'Fran\xe7ois'), 'latin1')],
  ])('%s', async (_, bytes) => {
    expect(await found({ 'a.txt': bytes })).toEqual(['a.txt:3:5'])
  })
})

describe('in bytes that are no text, at the byte', () => {
  const noise = Buffer.from(fakeSecret('noise', 4000), 'base64')
  const around = (head: string) =>
    Buffer.concat([Buffer.from(head, 'latin1'), noise, Buffer.from(`\0${key}\0`), noise])

  test.each([
    ['a program', 'app.exe', 'MZ\x90\0'],
    ['a library', 'lib.so', '\x7fELF\x02\x01\x01\0'],
    ['a class', 'A.class', '\xca\xfe\xba\xbe\0\0\0\x41'],
    ['a database', 'app.sqlite', 'SQLite format 3\0'],
    ['a core dump', 'core.1234', '\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x04\0'],
    ['a heap dump', 'app.hprof', 'JAVA PROFILE 1.0.2\0'],
  ])('%s', async (_, name, head) => {
    const bytes = around(head)
    expect(await found({ [name]: bytes })).toEqual([`${name}:1:${bytes.indexOf(key) + 1}`])
  })
})

test('in what a browser recorded, and in the heap of a program', async () => {
  const har = { log: { entries: [{ request: { headers: [{ name: 'X-Key', value: key }] } }] } }
  const heap = { snapshot: {}, nodes: [1, 2], strings: ['', `key ${key}`] }
  const [first, second] = [har, heap].map((value) => JSON.stringify(value)) as [string, string]
  expect(await found({ 'a.har': first, 'b.heapsnapshot': second })).toEqual([
    `a.har:1:${first.indexOf(key) + 1}`,
    `b.heapsnapshot:1:${second.indexOf(key) + 1}`,
  ])
})

test('in a log that grows while it is read, up to where it ended', async () => {
  const root = tempTree({ 'app.log': `${secret}${'line\n'.repeat(1_000_000)}` })
  let grown = 0
  const rule = makeRule({
    judge: () => {
      appendFileSync(join(root, 'app.log'), `${secret}${'line\n'.repeat(1_000_000)}`)
      grown++
      return { confidence: 'high', reasons: [] }
    },
  })
  const { findings } = await collect({ cwd: root, rules: [rule] })
  expect(places(findings)[0]).toBe('app.log:3:5')
  // What came between two looks at the end of the file may be read; it is not followed for ever.
  expect(grown).toBeLessThan(5)
})
