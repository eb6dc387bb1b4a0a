import { inspectIndents } from './languages.ts'
import type { Encoder, Writing } from './types.ts'

/** Node prints so many bytes of a Buffer (`buffer.INSPECT_MAX_BYTES`). */
const INSPECTED_BYTES = 50

/** Node prints so many elements of an array (`maxArrayLength` of `util.inspect`). */
const INSPECTED_ELEMENTS = 100

/** In so many columns at most, for the default `compact: 3`. */
const MOST_COLUMNS = 12

/**
 * Base64 (RFC 4648) of the bytes wherever they stand in what is encoded: at each of the three alignments, cut to
 * the characters that they alone decide. So each is found whatever bytes come before and after. After Jenkins'
 * credentials-binding, which trims the tail only when there is padding.
 */
function* aligned(bytes: Uint8Array, alphabet: 'base64' | 'base64url'): Iterable<string> {
  for (const before of [0, 1, 2]) {
    const shifted = new Uint8Array(before + bytes.length)
    shifted.set(bytes, before)
    const text = Buffer.from(shifted.buffer).toString(alphabet)
    yield text.slice(Math.ceil((before * 8) / 6), Math.floor((shifted.length * 8) / 6))
  }
}

function* hex(bytes: Uint8Array): Iterable<string> {
  const lower = Buffer.from(bytes).toString('hex')
  yield lower
  yield lower.toUpperCase()
}

/** `<Buffer 73 6b …>`, cut off as Node does, and in full as others do; `73:6b` as OpenSSL does. */
function* spacedHex(bytes: Uint8Array): Iterable<string> {
  for (const shown of [bytes, bytes.subarray(0, INSPECTED_BYTES)]) {
    for (const digits of hex(shown)) yield digits.replace(/..(?!$)/g, '$& ')
  }
  yield Buffer.from(bytes)
    .toString('hex')
    .replace(/..(?!$)/g, '$&:')
}

/** Numbers in a row: JSON of a Buffer, and how Python, Java and Rust print a list of bytes. */
function* byteList(bytes: Uint8Array): Iterable<string> {
  yield bytes.join(',')
  yield bytes.join(', ')
}

/** How bytes are written, whatever they mean. */
export const byteEncodings = {
  base64: (bytes) => aligned(bytes, 'base64'),
  base64url: (bytes) => aligned(bytes, 'base64url'),
  hex,
  'spaced hex': spacedHex,
  'byte list': byteList,
} satisfies Partial<Record<Writing, Encoder<Uint8Array>>>

/** How a typed array is printed: JSON makes an object of it, `util.inspect` a table at the depth where it stands. */
export function* typedArray(bytes: Uint8Array): Iterable<string> {
  yield Array.from(bytes, (byte, index) => `"${index}":${byte}`).join(',')
  const rows = inspectedRows(bytes)
  for (const indent of inspectIndents) yield rows.join(`,\n${' '.repeat(indent)}`).trimStart()
}

/**
 * The rows in which `util.inspect` prints numbers: right-aligned columns, as many as the formula of Node's
 * `groupArrayElements` (lib/internal/util/inspect.js) gives for this many numbers of these widths.
 */
function inspectedRows(bytes: Uint8Array): string[] {
  const shown = Array.from(bytes.subarray(0, INSPECTED_ELEMENTS), String)
  const lines = shown.length + Number(bytes.length > INSPECTED_ELEMENTS)
  const cell = Math.max(...shown.map((text) => text.length)) + 2
  const total = shown.reduce((sum, text) => sum + text.length + 2, 0)
  const biased = Math.max(cell - 3 - Math.sqrt(cell - total / lines), 1)
  const columns = Math.min(Math.round(Math.sqrt(2.5 * biased * shown.length) / biased), MOST_COLUMNS)
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...shown.filter((_, index) => index % columns === column).map((text) => text.length)),
  )
  return Array.from({ length: Math.ceil(shown.length / columns) }, (_, row) =>
    shown
      .slice(row * columns, (row + 1) * columns)
      .map((text, column) => text.padStart(widths[column]!))
      .join(', '),
  )
}
