import { alphabets } from '../alphabets.ts'
import { differing } from './styles.ts'

const { alnum } = alphabets
const alnumBytes = new Set(Buffer.from(alnum))

/** What is left as it is, by encoder. Everything else becomes `%` and two hex digits for each UTF-8 byte. */
const safeSets = {
  /** RFC 3986 `unreserved`; Go's `QueryEscape` but for the space. */
  unreserved: `${alnum}-_.~`,
  /** ECMAScript `encodeURIComponent`, and `querystring`. */
  component: `${alnum}-_.!~*'()`,
  /** ECMAScript `encodeURI`. */
  uri: `${alnum};,/?:@&=+$-_.!~*'()#`,
  /** Python's `quote`. */
  python: `${alnum}-_.~/`,
  /** Go's `PathEscape`. */
  go: `${alnum}-_.~$&+:=@`,
  /** What a WHATWG `URL` leaves in a password, in a path and in a query. */
  password: `${alnum}!$%&'()*+,-._~`,
  path: `${alnum}!$%&'()*+,-./:;=@[\\]_|~`,
  query: `${alnum}!$%&()*+,-./:;=?@[\\]^_\`{|}~`,
} as const

/** The `application/x-www-form-urlencoded` sets, where a space is a `+`: WHATWG, PHP and Go, Python. */
const formSets = [`${alnum}*-._`, `${alnum}-_.`, `${alnum}-_.~`]

/** What the first round leaves for the second. */
const PERCENT = 0x25
const PLUS = 0x2b

type Table = readonly string[]

const tables: readonly Table[] = [hexDigits, (byte: number) => hexDigits(byte).toUpperCase()].flatMap(
  (digits) => {
    const escaped = Array.from({ length: 256 }, (_, byte) => `%${digits(byte)}`)
    const table = (safe: string, space: string): Table => {
      const own = escaped.with(0x20, space)
      for (const char of safe) own[char.charCodeAt(0)] = char
      return own
    }
    return [
      ...Object.values(safeSets).map((safe) => table(safe, '%20')),
      ...formSets.map((safe) => table(safe, '+')),
    ]
  },
)

function hexDigits(byte: number): string {
  return byte.toString(16).padStart(2, '0')
}

/** Percent-encoded as URLs, forms and their encoders in several languages do, in both hex cases. */
export function* percentBytes(bytes: Uint8Array): Iterable<string> {
  for (const table of differing(tables, signs(bytes), write)) yield write(bytes, table)
}

/** As nearly everyone does: `encodeURIComponent`, and a form. */
export function percentMostly(bytes: Uint8Array): string[] {
  const sent = Buffer.from(bytes).toString()
  return [encodeURIComponent(sent), new URLSearchParams({ '': sent }).toString().slice(1)]
}

/** Percent-encoded twice, as an address inside an address is. */
export function* percentTwice(bytes: Uint8Array): Iterable<string> {
  for (const table of differing(tables, signs(bytes).add(PERCENT).add(PLUS), write)) {
    yield write(Buffer.from(write(bytes, table)), table)
  }
}

/** The bytes that are not alphanumeric, each once. */
function signs(bytes: Uint8Array): Set<number> {
  return new Set(bytes.filter((byte) => !alnumBytes.has(byte)))
}

function write(bytes: Iterable<number>, table: Table): string {
  let text = ''
  for (const byte of bytes) text += table[byte]!
  return text
}
