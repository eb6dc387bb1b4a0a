import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parts, secretForms } from '@tacet/core'
import { describe, expect, test } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { uncovered } from '../../helpers/uncovered.ts'

const pem = { format: 'pem' } as const
const spki = { ...pem, type: 'spki' } as const
const pkcs8 = { ...pem, type: 'pkcs8' } as const

const rsa = generateKeyPairSync('rsa', {
  modulusLength: 1024,
  publicKeyEncoding: spki,
  privateKeyEncoding: pkcs8,
})
const ec = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  publicKeyEncoding: spki,
  privateKeyEncoding: { ...pem, type: 'sec1' },
})
const sealed = generateKeyPairSync('rsa', {
  modulusLength: 1024,
  publicKeyEncoding: spki,
  privateKeyEncoding: { ...pem, type: 'pkcs1', cipher: 'aes-128-cbc', passphrase: fakeSecret('passphrase') },
})

const keys = {
  'RSA, PKCS#8': rsa.privateKey,
  'EC, SEC 1': ec.privateKey,
  Ed25519: generateKeyPairSync('ed25519', { publicKeyEncoding: spki, privateKeyEncoding: pkcs8 }).privateKey,
}

const bodyLines = (key: string): string[] => key.trim().split('\n').slice(1, -1)
const withoutPadding = (line: string): string => line.replace(/=+$/, '')
const kinds = (value: string): string[] => parts(value).parts.map(({ kind }) => kind)

describe.each(Object.entries(keys))('%s', (_, key) => {
  const lines = bodyLines(key)
  const { forms } = secretForms(key)

  test('each line is found alone, but a last one that is too short', () => {
    for (const line of lines) {
      if (withoutPadding(line).length >= 16)
        expect(uncovered(forms, `line: ${line} end`)).toMatch(/^line: =* end$/)
    }
  })

  test('nothing of the body is left, however its lines are joined', () => {
    const written = {
      'as it is': key,
      'Windows line ends': key.replaceAll('\n', '\r\n'),
      JSON: JSON.stringify({ key }),
      'JSON in JSON': JSON.stringify(JSON.stringify({ key })),
      'one line': key.replaceAll('\n', ' '),
      'no line breaks': lines.join(''),
      'other columns': lines.join('').replace(/.{76}/g, '$&\n'),
      'a block in YAML': key.replace(/^/gm, '      '),
      'escaped line breaks': key.replaceAll('\n', '\\n'),
      'a query': encodeURIComponent(key),
      base64: Buffer.from(key).toString('base64'),
      hex: Buffer.from(key).toString('hex'),
    }
    const body = lines.join('')
    for (const [name, text] of Object.entries(written)) {
      const left = uncovered(forms, text)
      const leaks = Array.from({ length: body.length - 8 }, (_, at) => body.slice(at, at + 8)).some((piece) =>
        left.includes(piece),
      )
      expect(leaks, name).toBe(false)
      expect(left.length, name).toBeLessThan(100)
    }
  })
})

test('a key of one line with escaped line breaks, as environment variables hold it, is found with real ones', () => {
  const key = rsa.privateKey
  const bytes = Buffer.from(key.trim())
  for (const escaped of ['\\n', '\\r\\n']) {
    const { forms } = secretForms(key.replaceAll('\n', escaped))
    expect(uncovered(forms, key)).toBe('\n')
    // The service logs what it made of the value.
    expect(uncovered(forms, bytes.toString('hex'))).toBe('')
    expect(uncovered(forms, bytes.toString('base64'))).toMatch(/^.?=*$/)
    expect(uncovered(forms, JSON.stringify(bytes))).toBe('{"type":"Buffer","data":[]}')
  }
})

test('certificates and public keys are left out, in a chain too', () => {
  const chain = `${ec.publicKey}${ec.privateKey}${rsa.publicKey}`
  expect(parts(chain).parts).toEqual(parts(ec.privateKey).parts)
  expect(parts(chain).leftOut).toContainEqual({ part: 'pem body', reason: 'what it holds is public' })
  expect(parts(rsa.publicKey).parts).toEqual([])
})

test('the headers of an encrypted key are no part of its body', () => {
  const found = parts(sealed.privateKey).parts
  expect(found.filter(({ value }) => /DEK|Proc|AES/.test(String(value)))).toEqual([])
  expect(found.length).toBeGreaterThan(10)
})

test('a key in a JSON document has its lines as parts', () => {
  expect(new Set(kinds(JSON.stringify({ private_key: rsa.privateKey })))).toEqual(
    new Set(['field', 'pem body', 'pem line']),
  )
})

test('an OpenSSH key: lines that hold only the public key are left out', () => {
  const field = (data: Buffer): Buffer => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, data])
  }
  const one = Buffer.from([0, 0, 0, 1])
  const publicKey = Buffer.concat([
    field(Buffer.from('ssh-ed25519')),
    field(Buffer.from(fakeSecret('public', 32))),
  ])
  const data = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    ...['none', 'none', ''].map((text) => field(Buffer.from(text))),
    one,
    field(publicKey),
    field(Buffer.from(fakeSecret('private', 136))),
  ])
  const lines = data.toString('base64').match(/.{1,70}/g)!
  const label = 'OPENSSH PRIVATE KEY'
  const key = `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
  const found = parts(key)
  expect(found.parts.slice(1).map(({ value }) => value)).toEqual(lines.slice(1).map(withoutPadding))
  expect(found.leftOut).toEqual([{ part: 'pem line', reason: 'it holds only the public key' }])
})

test.runIf(spawnSync('ssh-keygen', ['-?']).status !== null)('what ssh-keygen writes is read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tacet-'))
  const path = join(folder, 'id')
  try {
    spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'robot', '-f', path])
    const key = readFileSync(path, 'utf8')
    const [first, ...others] = bodyLines(key)
    const lines = parts(key).parts.flatMap(({ kind, value }) => (kind === 'pem line' ? [value] : []))
    expect(lines).not.toContain(first)
    expect(lines).toEqual(others.map(withoutPadding).filter((line) => line.length >= 16))
  } finally {
    rmSync(folder, { recursive: true })
  }
})
