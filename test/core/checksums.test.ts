import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { alphabets, awsAccount, type Checksum, checksums, mnemonicHolds } from '@tacet/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const seed = 20_261_124
const text = (alphabet: string, length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length })

/** Digits by repeated division of a BigInt: another way than the one under test. */
function digits(value: bigint, alphabet: string, width: number): string {
  const base = BigInt(alphabet.length)
  return Array.from({ length: width }, (_, i) =>
    alphabet.charAt(Number((value / base ** BigInt(width - 1 - i)) % base)),
  ).join('')
}

const crcBytes = (body: string): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(crc32(body))
  return bytes
}
const base62 = (body: string): string => digits(BigInt(crc32(body)), alphabets.base62, 6)
const base32 = (bytes: Buffer): string =>
  digits(BigInt(`0x${bytes.subarray(0, 5).toString('hex')}`), alphabets.base32, 8)

/** Marvin32 in BigInt arithmetic, the words read one by one: the seed is eight ASCII characters. */
function marvin(data: Buffer, seedText: string): Buffer {
  const word = 0xffffffffn
  const turn = (value: bigint, by: bigint): bigint => ((value << by) | (value >> (32n - by))) & word
  const seedBytes = Buffer.from(seedText, 'latin1')
  let low = BigInt(seedBytes.readUInt32BE(4))
  let high = BigInt(seedBytes.readUInt32BE(0))
  const filled = Buffer.concat([
    data,
    Buffer.of(0x80),
    Buffer.alloc((4 - ((data.length + 1) % 4)) % 4),
    Buffer.alloc(4),
  ])
  for (let at = 0; at < filled.length; at += 4) {
    low = (low + BigInt(filled.readUInt32LE(at))) & word
    high ^= low
    low = (turn(low, 20n) + high) & word
    high = turn(high, 9n) ^ low
    low = (turn(low, 27n) + high) & word
    high = turn(high, 19n)
  }
  const hash = Buffer.alloc(4)
  hash.writeUInt32LE(Number(low ^ high))
  return hash
}

/** An Azure key of `length` bytes from its head: everything up to and including the signature. */
const azureKey =
  (length: number, seedText: string, encoding: 'base64' | 'base64url' = 'base64') =>
  (head: string) => {
    const hashed = Buffer.from(`${head}A`, 'base64').subarray(0, length - 4)
    const key = Buffer.concat([hashed, marvin(hashed, seedText)]).toString(encoding)
    return key.padEnd(Math.ceil(length / 3) * 4, '=')
  }

interface Family {
  readonly check: Checksum
  readonly body: fc.Arbitrary<string>
  /** The whole token, worked out with Node's own zlib and crypto. */
  readonly token: (body: string) => string
}

const { alnum, base64, base64url, hex, lowerAlnum, base36 } = alphabets
const families: Record<string, Family> = {
  'github classic': {
    check: checksums.github,
    body: fc
      .tuple(fc.constantFrom('ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'), text(alnum, 30))
      .map((p) => p.join('')),
    token: (body) => body + base62(body.slice(4)),
  },
  'github refresh of 76': {
    check: checksums.github,
    body: text(alnum, 70).map((body) => `ghr_${body}`),
    token: (body) => body + base62(body.slice(4)),
  },
  'github fine-grained': {
    check: checksums.githubFineGrained,
    body: fc.tuple(text(alnum, 22), text(alnum, 51)).map(([a, b]) => `github_pat_${a}_${b}`),
    token: (body) =>
      body.slice(0, 77) + base32(createHash('sha256').update(body.slice(0, 77)).digest()) + body.slice(77),
  },
  npm: {
    check: checksums.npm,
    body: text(alnum, 30).map((body) => `npm_${body}`),
    token: (body) => body + base62(body.slice(4)),
  },
  vercel: {
    check: checksums.vercel,
    body: fc
      .tuple(fc.constantFrom('p', 'i', 'a', 'r', 'k'), text(base64url, 50))
      .map(([k, b]) => `vc${k}_${b}`),
    token: (body) => body + base62(body.slice(4)),
  },
  gitlab: {
    check: checksums.gitlab,
    body: fc
      .tuple(text(base64url, 40), fc.constantFrom('', '01.'), text(base36, 2))
      .map(([payload, version, length]) => `glpat-${payload}.${version}${length}`),
    token: (body) => body + crc32(body).toString(36).padStart(7, '0'),
  },
  atlassian: {
    check: checksums.atlassian,
    body: text(base64url, 170).map((body) => `ATATT3xFf${body}=`),
    token: (body) => body + crc32(body).toString(16).toUpperCase().padStart(8, '0'),
  },
  bitbucket: {
    check: checksums.atlassian,
    body: text(alnum, 24).map((body) => `ATBB${body}`),
    token: (body) => body + crc32(body).toString(16).toUpperCase().padStart(8, '0'),
  },
  grafana: {
    check: checksums.grafana,
    body: text(alnum, 32).map((body) => `glsa_${body}_`),
    token: (body) => body + crcBytes(body.slice(0, 37)).toString('hex'),
  },
  confluent: {
    check: checksums.confluent,
    body: text(base64, 54).map((body) => `cflt${body}`),
    token: (body) => body + crcBytes(body.slice(4)).toString('base64').slice(0, 6),
  },
  'azure storage': {
    check: checksums.azure,
    body: text(base64, 76).map((body) => `${body}+ASt`),
    token: azureKey(64, 'Default0'),
  },
  'azure cosmos': {
    check: checksums.azure,
    body: text(base64, 76).map((body) => `${body}ACDb`),
    token: azureKey(64, 'MastRW00'),
  },
  'azure service bus': {
    check: checksums.azure,
    body: text(base64, 33).map((body) => `${body}+ASb`),
    token: azureKey(32, 'Send0000'),
  },
  'azure search': {
    check: checksums.azure,
    body: text(alnum, 42).map((body) => `${body}AzSe`),
    token: azureKey(39, 'PAdmin00'),
  },
  'azure functions': {
    check: checksums.azure,
    body: text(base64url, 44).map((body) => `${body}AzFu`),
    token: azureKey(40, 'Functi00', 'base64url'),
  },
  'azure annotated': {
    check: checksums.azureAnnotated,
    body: fc.tuple(text(alnum, 52), text(alnum, 22)).map(([a, b]) => `${a}JQQJ99${b}`),
    token: (body) => body + marvin(Buffer.from(body, 'base64'), 'Default0').toString('base64').slice(0, 4),
  },
  entra: {
    check: checksums.entra,
    body: fc.tuple(text(alnum, 3), text(alnum, 31)).map(([a, b]) => `${a}8Q~${b}`),
    token: (body) => {
      const order = `${alphabets.lower}${alphabets.upper}1234567890.-_~`
      const hash = BigInt(marvin(Buffer.from(body, 'latin1'), 'AadPwd00').readUInt32LE())
      return body + digits(hash, order, 6).replace(/^a+/, '').slice(0, 3)
    },
  },
  zuplo: {
    check: checksums.zuplo,
    body: text(lowerAlnum, 32).map((body) => `zpka_${body}_`),
    token: (body) => body + crc32(body.slice(5, 37)).toString(16).padStart(8, '0'),
  },
}

describe.each(Object.entries(families))('the checksum of %s', (_, { check, body, token }) => {
  it('is the one that zlib and crypto give', () => {
    fc.assert(
      fc.property(
        body,
        (made) => check.append(made) === token(made) && check.verify(token(made)) === 'valid',
      ),
      { seed, numRuns: 200 },
    )
  })

  it('fails when a character is changed', () => {
    fc.assert(
      fc.property(body, fc.nat(), (made, at) => {
        const whole = check.append(made)
        // Past the prefix and before the end, a letter or digit for another; a fine-grained token ends in
        // characters that are not checked.
        const index = 12 + (at % (Math.min(whole.length, 77) - 16))
        const old = whole.charAt(index)
        if (!/[a-z0-9]/.test(old)) return true
        const other = old === '7' ? '6' : '7'
        return check.verify(whole.slice(0, index) + other + whole.slice(index + 1)) !== 'valid'
      }),
      { seed, numRuns: 200 },
    )
  })

  it('says nothing of other shapes', () => {
    fc.assert(
      fc.property(body, (made) => {
        const whole = check.append(made)
        return [`x${whole}`, `${whole}!`, whole.slice(0, 12), ''].every(
          (other) => check.verify(other) === 'unknown',
        )
      }),
      { seed, numRuns: 50 },
    )
  })
})

describe('the keys that have several kinds', () => {
  it('are valid whichever kind they are of', () => {
    const head = `${'Ab3'.repeat(25)}xACDb`
    for (const kind of ['MastRW00', 'MastRO00', 'SystRW00']) {
      expect(checksums.azure.verify(azureKey(64, kind)(head))).toBe('valid')
    }
    expect(checksums.azure.verify(azureKey(64, 'Other000')(head))).toBe('invalid')
  })

  it('are valid with the base62 end of derived annotated keys', () => {
    const head = `${'Ab3d'.repeat(13)}JQQJ9D${'Cd4'.repeat(7)}e`
    const hash = marvin(Buffer.from(head, 'base64'), 'Default0').readUInt32BE()
    const end = digits(BigInt(hash), alphabets.base62, 6).replace(/^0+/, '').padEnd(6, '0').slice(0, 4)
    expect(checksums.azureAnnotated.verify(head + end)).toBe('valid')
  })
})

describe('bech32', () => {
  // The polynomial check of BIP 173, over the whole string and bit by bit: the remainder of a valid one is 1.
  const order = ['qpzry9x8', 'gf2tvdw0', 's3jn54kh', 'ce6mua7l'].join('')
  const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]
  const remainder = (whole: string): bigint => {
    const at = whole.lastIndexOf('1')
    const prefix = [...whole.slice(0, at).toLowerCase()].map((c) => BigInt(c.charCodeAt(0)))
    const data = [...whole.slice(at + 1).toLowerCase()].map((c) => BigInt(order.indexOf(c)))
    return [...prefix.map((c) => c >> 5n), 0n, ...prefix.map((c) => c & 31n), ...data].reduce(
      (check, value) => {
        const top = check >> 25n
        return generators.reduce(
          (sum, generator, bit) => ((top >> BigInt(bit)) & 1n ? sum ^ BigInt(generator) : sum),
          ((check & 0x1ffffffn) << 5n) ^ value,
        )
      },
      1n,
    )
  }

  it.each([
    ['age', (data: string) => `AGE-SECRET-KEY-1${data.toUpperCase()}`],
    ['nostr', (data: string) => `nsec1${data}`],
  ])('of %s keys leaves the remainder 1', (_, head) => {
    fc.assert(
      fc.property(text(order, 52), (data) => {
        const whole = checksums.bech32.append(head(data))
        return remainder(whole) === 1n && checksums.bech32.verify(whole) === 'valid'
      }),
      { seed, numRuns: 200 },
    )
  })

  it('fails when two neighbours change places', () => {
    fc.assert(
      fc.property(text(order, 52), fc.integer({ min: 5, max: 55 }), (data, at) => {
        const whole = checksums.bech32.append(`nsec1${data}`)
        const swapped = whole.slice(0, at) + whole[at + 1] + whole[at] + whole.slice(at + 2)
        return checksums.bech32.verify(swapped) === (swapped === whole ? 'valid' : 'invalid')
      }),
      { seed, numRuns: 200 },
    )
  })
})

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()

describe('base58check', () => {
  const key = fc.uint8Array({ minLength: 33, maxLength: 34 })
  /** As wallets write a key: its kind, the key, and the first bytes of its hash, all one number. */
  const written = (kind: number, bytes: Uint8Array): string => {
    const payload = Buffer.from([kind, ...bytes])
    const whole = Buffer.concat([payload, sha256(sha256(payload)).subarray(0, 4)])
    return digits(BigInt(`0x${whole.toString('hex')}`), alphabets.base58, 60).replace(/^1+/, '')
  }

  it('holds for what wallets write, and for nothing near it', () => {
    fc.assert(
      fc.property(key, fc.integer({ min: 1, max: 40 }), (bytes, at) => {
        const token = written(0x80, bytes)
        const other = token[at] === 'x' ? 'y' : 'x'
        const changed = token.slice(0, at) + other + token.slice(at + 1)
        return (
          checksums.base58check.verify(token) === 'valid' &&
          checksums.base58check.verify(changed) === 'invalid' &&
          checksums.base58check.append(token) === token
        )
      }),
      { seed, numRuns: 200 },
    )
  })

  it('says nothing of what is no numeral', () => {
    for (const token of ['', '0OIl', 'no-key']) expect(checksums.base58check.verify(token)).toBe('unknown')
  })
})

describe('the words of a seed phrase', () => {
  /** BIP 39: the bits drawn, then as many of their hash as there are groups of 32, eleven to a word. */
  const placesOf = (entropy: Uint8Array): number[] => {
    const checks = entropy.length / 4
    const bits = [...entropy, sha256(Buffer.from(entropy))[0]!]
      .map((byte) => byte.toString(2).padStart(8, '0'))
      .join('')
      .slice(0, entropy.length * 8 + checks)
    return (bits.match(/.{11}/g) ?? []).map((word) => Number.parseInt(word, 2))
  }

  it.each([12, 15, 18, 21, 24])('check each other: %i of them', (words) => {
    const length = (words / 3) * 4
    fc.assert(
      fc.property(fc.uint8Array({ minLength: length, maxLength: length }), (entropy) => {
        const places = placesOf(entropy)
        const others = [...places.slice(0, -1), places.at(-1)! ^ 1]
        return places.length === words && mnemonicHolds(places) && !mnemonicHolds(others)
      }),
      { seed, numRuns: 100 },
    )
  })
})

describe('awsAccount', () => {
  /** An id that carries the account: a set bit, forty bits of account, then what is random. */
  const idOf = (prefix: string, account: bigint, rest: bigint): string =>
    prefix + digits((1n << 79n) | (account << 39n) | rest, alphabets.base32, 16)

  it('reads the account out of an id', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('AKIA', 'ASIA'),
        fc.bigInt({ min: 0n, max: 999_999_999_999n }),
        fc.bigInt({ min: 0n, max: (1n << 39n) - 1n }),
        (prefix, account, rest) =>
          awsAccount(idOf(prefix, account, rest)) === account.toString().padStart(12, '0'),
      ),
      { seed, numRuns: 300 },
    )
  })

  it('gives nothing for old ids and other texts', () => {
    expect(awsAccount(`AKIAI${'A'.repeat(15)}`)).toBeUndefined()
    expect(awsAccount(`AKIAJ${'A'.repeat(15)}`)).toBeUndefined()
    expect(awsAccount(`AROA${'Q'.repeat(16)}`)).toBeUndefined()
    expect(awsAccount(`AKIA${'Q'.repeat(15)}`)).toBeUndefined()
    expect(awsAccount('')).toBeUndefined()
  })
})

describe('alphabets', () => {
  it.each(Object.entries(alphabets))('%s has no character twice', (_, alphabet) => {
    expect(new Set(alphabet).size).toBe(alphabet.length)
  })

  it('have the sizes of their names', () => {
    const sizes = Object.fromEntries(Object.entries(alphabets).map(([name, { length }]) => [name, length]))
    expect(sizes).toMatchObject({
      hex: 16,
      base32: 32,
      base36: 36,
      base58: 58,
      base62: 62,
      base64: 64,
      base64url: 64,
    })
    expect(alphabets.hex).toBe([...hex].sort().join(''))
  })
})
