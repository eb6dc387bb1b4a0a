import { createHash } from 'node:crypto'
import { inspect } from 'node:util'
import { forms } from '@tacet/core'
import { describe, expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { uncovered, uncoveredBytes } from '../../helpers/uncovered.ts'

/** Bytes that are no text, the same for the same seed. */
function fakeBytes(seed: string, length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 64) }, (_, block) =>
    createHash('sha512').update(`${seed} ${block}`).digest(),
  )
  return Buffer.concat(blocks).subarray(0, length)
}

const binary = fakeBytes('key', 32)
const long = fakeBytes('keystore', 300)
const text = fakeSecret('text', 40)

/** How bytes are printed, and what that adds of itself. */
const writers: Record<string, { write: (bytes: Buffer) => string; left: RegExp }> = {
  hex: { write: (bytes) => bytes.toString('hex'), left: /^$/ },
  HEX: { write: (bytes) => bytes.toString('hex').toUpperCase(), left: /^$/ },
  base64: { write: (bytes) => bytes.toString('base64'), left: /^[\w+/]?=*$/ },
  base64url: { write: (bytes) => bytes.toString('base64url'), left: /^[\w-]?$/ },
  'base64 in a query': {
    write: (bytes) => `${new URLSearchParams({ '': bytes.toString('base64') })}`,
    left: /^=(?:\w|%..)?(?:%3D)*$/,
  },
  'base64 in JSON with escaped slashes': {
    write: (bytes) => bytes.toString('base64').replaceAll('/', '\\/'),
    left: /^(?:[\w+]|\\\/)?=*$/,
  },
  'JSON of a Buffer': { write: (bytes) => JSON.stringify(bytes), left: /^\{"type":"Buffer","data":\[\]\}$/ },
  'latin1 in JSON': { write: (bytes) => JSON.stringify(bytes.toString('latin1')), left: /^"(?:"|\w*")$/ },
}

describe.each([
  ['a text', text, Buffer.from(text)],
  ['a key', binary, binary],
  ['a long key', long, long],
] as const)('%s', (kind, value, bytes) => {
  const known = forms(value)

  test.each(Object.keys(writers))('%s: nothing is left', (name) => {
    const { write, left } = writers[name]!
    expect(uncovered(known, write(bytes))).toMatch(left)
  })

  test('util.inspect of a Buffer shows nothing', () => {
    expect(uncovered(known, inspect(bytes))).toMatch(/^<Buffer (?: \.\.\. \d+ more bytes)?>$/)
  })

  test('UTF-16 and raw bytes are found between others', () => {
    const around = (middle: Uint8Array): Buffer =>
      Buffer.concat([Buffer.from('\x01\x02'), middle, Buffer.from('\x03')])
    const written = [around(bytes)]
    if (kind === 'a text') {
      const le = Buffer.from(text, 'utf16le')
      written.push(around(le), around(Buffer.from(le).swap16()))
    }
    for (const data of written) expect(uncoveredBytes(known, data)).toBe('\x01\x02\x03')
  })
})

test('bytes that toString() has mangled are found, up to the ends that depend on what stands around', () => {
  const left = uncovered(forms(binary), `before ${binary.toString()} after`)
  expect(left).toMatch(/^before \ufffd* after$/)
  expect(uncovered(forms(binary), JSON.stringify(binary.toString()))).toMatch(/^"\ufffd*"$/)
})

test.each([7, 16, 24, 32, 33, 48, 64, 65, 100, 101, 300])(
  'a typed array of %i bytes is found as it is printed',
  (length) => {
    const bytes = new Uint8Array(fakeBytes('array', length))
    const known = forms(bytes)
    expect(uncovered(known, JSON.stringify(bytes))).toBe('{}')
    for (const printed of [
      inspect(bytes),
      inspect({ a: { b: bytes } }),
      inspect([[{ a: bytes }]], { depth: 4 }),
    ]) {
      expect(uncovered(known, printed).match(/\b\d+\b/g)).toEqual([
        String(length),
        ...(length > 100 ? [String(length - 100)] : []),
      ])
    }
  },
)

test('Latin-1 is found in bytes, and UTF-8 that was read as Latin-1 in text', () => {
  const value = `caf\u00e9 ${fakeSecret('latin1', 12)} \u00fc`
  expect(uncoveredBytes(forms(value), Buffer.from(` ${value} `, 'latin1'))).toBe('  ')
  expect(uncovered(forms(value), ` ${Buffer.from(value).toString('latin1')} `)).toBe('  ')
})

test('bytes that are UTF-8 take every form of the text', () => {
  const value = `it's "${fakeSecret('utf8', 12)}" \u00e9`
  const ofText = forms(value)
  expect(forms(Buffer.from(value)).slice(0, ofText.length)).toEqual(ofText)
})
