import { alphabets } from '../alphabets.ts'
import { marvin32 } from './marvin32.ts'
import { base64, littleEndian, numeral } from './numerals.ts'

/** Seeds are eight ASCII characters. */
function seedOf(name: string): readonly [number, number] {
  const [high, low] = [name.slice(0, 4), name.slice(4)].map((half) =>
    [...half].reduce((value, character) => (value << 8) | character.charCodeAt(0), 0),
  )
  return [high!, low!]
}

/** The bytes of base64 digits in either alphabet, the bits that are missing at the end taken for zero. */
function bytesOf(digits: string, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  for (const [i, digit] of [...digits].entries()) {
    const value = alphabets.base64.indexOf(digit === '-' ? '+' : digit === '_' ? '/' : digit)
    const at = (i * 6) >> 3
    const bits = value << (10 - ((i * 6) & 7))
    bytes[at]! |= bits >> 8
    if (at + 1 < length) bytes[at + 1]! |= bits & 0xff
  }
  return bytes
}

interface Identifiable {
  /** Bytes of a key; four hold the signature and four, at the end, the hash of all the others. */
  readonly bytes: number
  readonly seeds: readonly string[]
  readonly url?: true
}

const messaging = ['Send0000', 'Manage00', 'Listen00', 'System00', 'Unknown0']

// By the signature that stands before the hash: https://github.com/microsoft/security-utilities.
const identifiable: Readonly<Record<string, Identifiable>> = {
  '+ASt': { bytes: 64, seeds: ['Default0'] },
  '+ABa': { bytes: 64, seeds: ['AbAcct00'] },
  '+AMC': { bytes: 64, seeds: ['Classic0'] },
  ACDb: {
    bytes: 64,
    seeds: ['MastRW00', 'MastRO00', 'SystRW00', 'SystRO00', 'SysAll00', 'Resour00', 'Encryp00'],
  },
  APIM: { bytes: 64, seeds: ['IoTHub00', 'Tenant00', 'Gatewy00', 'GitKey00'] },
  '+ASb': { bytes: 32, seeds: messaging },
  '+AEh': { bytes: 32, seeds: messaging },
  '+ARm': { bytes: 32, seeds: messaging },
  AIoT: { bytes: 32, seeds: ['IoTHub00', 'DpsKey00', 'Device00'] },
  AzCa: { bytes: 32, seeds: ['Access00'] },
  AzSe: { bytes: 39, seeds: ['PAdmin00', 'Query000'] },
  '+ACR': { bytes: 39, seeds: ['ACRDflt0'] },
  AzFu: { bytes: 40, seeds: ['Functi00', 'Master00', 'System00'], url: true },
}

const signatures = Object.keys(identifiable).map((signature) => signature.replace('+', '\\+'))

/** An identifiable key, its signature followed by six characters of hash and padding. */
export const identifiableKey = new RegExp(
  `^(?=(?:.{44}|.{52}|.{56}|.{88})$)[\\w+/-]{33,76}(?:${signatures.join('|')})[\\w+/-]{6}={0,2}$`,
)

/** What may follow a head that ends with a signature: for each use that such a key has, hash and padding. */
export function identifiableEnds(head: string): readonly string[] {
  const kind = identifiable[head.slice(-4)]
  if (!kind) return []
  const hashed = bytesOf(head, kind.bytes - 4)
  return kind.seeds.map((seed) => {
    const key = base64(Uint8Array.of(...hashed, ...littleEndian(marvin32(hashed, seedOf(seed)))))
    const end = key.padEnd(Math.ceil(kind.bytes / 3) * 4, '=').slice(head.length)
    return kind.url ? end.replaceAll('+', '-').replaceAll('/', '_') : end
  })
}

/** The four characters at the end of a common annotated key of 84 characters, as primary and derived keys have it. */
export function annotatedEnds(head: string): readonly string[] {
  const hash = littleEndian(marvin32(bytesOf(head, 60), seedOf('Default0')))
  const number = new DataView(hash.buffer).getUint32(0)
  return [base64(hash), numeral(number, alphabets.base62, 0).padEnd(6, '0')].map((end) => end.slice(0, 4))
}

/** The three characters at the end of an Entra client secret with the mark `8Q~`. */
export function entraEnd(head: string): string {
  const bytes = Uint8Array.from(head, (character) => character.charCodeAt(0))
  const digits = `${alphabets.lower}${alphabets.upper}${alphabets.digits.slice(1)}0.-_~`
  return numeral(marvin32(bytes, seedOf('AadPwd00')), digits, 0).slice(0, 3)
}
