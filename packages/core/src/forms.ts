import {
  byteEncodings,
  type Encoding,
  type Form,
  FormSet,
  html,
  jsonText,
  jsonTwice,
  latin1,
  lossyUtf8,
  percentBytes,
  percentMostly,
  percentTwice,
  readAsLatin1,
  textEncodings,
  typedArray,
  utf8,
  utf16,
} from './encodings/index.ts'

export type { Encoding, Form, LeftOut } from './encodings/index.ts'

type Forms = FormSet<Encoding>

/** Fewer bytes make base64 of fewer than six characters, which turns up in any text of that alphabet. */
const SHORTEST_ENCODED = 5

/** Shorter words are others backwards. */
const SHORTEST_REVERSED = 8

/** Encoded bytes with fewer different characters are a pattern (zeros, `U` in hex) that other data has too. */
const FEWEST_CHARACTERS = 3

/** A value of these alone is written the same by every encoder that escapes or quotes. */
const plain = /^[A-Za-z0-9]*$/

/**
 * Every form that a value may take, without repeats, the value itself first.
 *
 * @param value text, or bytes: bytes that are UTF-8 take the forms of that text too
 */
export function forms(value: string | Uint8Array): Form[] {
  return formSet(value).forms
}

/** The forms, and the encodings that were left out because they would match other data by chance. */
export function formSet(value: string | Uint8Array): Forms {
  const set: Forms = new FormSet()
  if (value.length === 0) return set
  const text = typeof value === 'string' ? value : utf8(value)
  if (text === undefined) addBinary(set, value as Uint8Array)
  else for (const version of lineEndings(text)) set.addAll(textForms(version))
  if (typeof value !== 'string' && value.length >= SHORTEST_ENCODED) set.add('byte list', typedArray(value))
  return set
}

/** The forms of base64 text that is not encoded once more: as it stands, and with its signs escaped. */
export function base64TextForms(text: string): Form[] {
  const set: Forms = new FormSet()
  addBase64Text(set, 'raw', text)
  return set.forms
}

/**
 * The forms of a key that is held as bytes: as they are, and as they are printed. It is handed to ciphers, and never to
 * what escapes or quotes text.
 */
export function keyForms(bytes: Uint8Array): Form[] {
  const set: Forms = new FormSet()
  set.addBytes('raw', bytes)
  for (const [encoding, encode] of entries(byteEncodings)) {
    if (canWrap(encoding)) set.addWrapping(encoding, encode(bytes))
    else set.add(encoding, encode(bytes))
  }
  return set.forms
}

/** As it is, with the line ends of Unix, and with those of Windows. */
function lineEndings(text: string): Set<string> {
  const unix = text.replaceAll('\r\n', '\n')
  return new Set([text, unix, unix.replaceAll('\n', '\r\n')])
}

function textForms(text: string): Forms {
  const set: Forms = new FormSet()
  set.add('raw', [text])
  // What who wants to get round a redaction tries first.
  if (text.length >= SHORTEST_REVERSED && !text.includes('\n'))
    set.add('reversed', [[...text].reverse().join('')])
  const bytes = new TextEncoder().encode(text)
  addEncodedBytes(set, bytes)
  const { le, be } = utf16(text)
  set.addBytes('utf-16le', le)
  set.addBytes('utf-16be', be)
  if (plain.test(text)) return set

  const single = latin1(text)
  if (single) set.addBytes('latin1', single)
  set.add('mojibake', [readAsLatin1(bytes)])
  // A shell puts the lines of an unquoted `$KEY` on one.
  set.add('one line', [text.replace(/\r?\n/g, ' ')])
  set.add('percent', percentBytes(bytes))
  // Of ECMAScript, and out of use for all but cookies.
  set.add('percent', [escape(text)])
  set.add('percent in percent', percentTwice(bytes))
  addInBase64(set, 'percent', percentMostly(bytes))
  for (const [encoding, encode] of entries(textEncodings)) set.add(encoding, encode(text))
  addInspected(set, text)
  addJson(set, text)
  return set
}

/** Bytes that are no text, and what becomes of them where a program takes them for text. */
function addBinary(set: Forms, bytes: Uint8Array): void {
  set.addBytes('raw', bytes)
  addEncodedBytes(set, bytes)
  set.add('percent', percentBytes(bytes))
  set.add('percent in percent', percentTwice(bytes))
  const readings = [
    ['latin1', readAsLatin1(bytes), ['json', 'python']],
    ['lossy utf-8', lossyUtf8(bytes), ['json', 'inspect']],
  ] as const
  for (const [encoding, text, writers] of readings) {
    if (text.replaceAll('\ufffd', '').length < SHORTEST_ENCODED) continue
    set.add(encoding, [text])
    for (const inner of writers) {
      set.add(`${encoding} in ${inner}`, textEncodings[inner](text))
    }
  }
}

function addEncodedBytes(set: Forms, bytes: Uint8Array): void {
  if (bytes.length < SHORTEST_ENCODED) {
    set.leaveOut(
      'base64, hex and lists of bytes',
      `fewer than ${SHORTEST_ENCODED} bytes encode to what other data has too`,
    )
    return
  }
  for (const [encoding, encode] of entries(byteEncodings)) {
    for (const text of encode(bytes)) {
      if (isPattern(text)) {
        set.leaveOut(encoding, 'so regular a pattern stands in other data too')
      } else if (encoding === 'base64') addBase64Text(set, encoding, text)
      else if (canWrap(encoding)) set.addWrapping(encoding, [text])
      else set.add(encoding, [text])
    }
  }
}

/** Whether programs break the encoding into lines. */
function canWrap(encoding: Encoding): boolean {
  return encoding === 'base64' || encoding === 'base64url' || encoding === 'hex'
}

function isPattern(text: string): boolean {
  const seen = new Set<string>()
  for (const char of text) if (seen.add(char).size === FEWEST_CHARACTERS) return false
  return true
}

function addBase64Text(set: Forms, encoding: Encoding, text: string): void {
  set.addWrapping(encoding, [text])
  if (!/[+/]/.test(text)) return
  const carried = (carrier: string): Encoding => `${encoding} in ${carrier}` as Encoding
  const bytes = new TextEncoder().encode(text)
  set.add(carried('percent'), percentBytes(bytes))
  set.add(carried('percent in percent'), percentTwice(bytes))
  set.add(carried('json'), textEncodings.json(text))
  set.add(carried('html'), html(text))
}

/** What an object is printed as that holds JSON, or what was printed before: the error of a request has its body. */
function addInspected(set: Forms, text: string): void {
  const { inspect } = textEncodings
  const once = jsonText(text)
  set.add('json in inspect', inspect(once))
  set.add('json in json in inspect', inspect(jsonText(once)))
  for (const inspected of inspect(text))
    if (!inspected.includes('\n')) set.add('inspect in inspect', inspect(inspected))
}

/** JSON in other things, and other things in JSON: what is logged mostly ends as a string in a line of JSON. */
function addJson(set: Forms, text: string): void {
  for (const form of set.forms) {
    if ('text' in form) set.add(`${form.encoding} in json` as Encoding, [jsonText(form.text)])
  }
  set.add('json in json', jsonTwice(text))
  set.add('json in json in json', [jsonText(jsonText(jsonText(text)))])
  const once = jsonText(text)
  if (once === text) return
  set.add('json in percent', percentBytes(new TextEncoder().encode(once)))
  set.add('json in html', html(once))
  addInBase64(set, 'json', [once])
}

/** Documents are carried as base64: in tokens, in messages, in events of functions. */
function addInBase64(set: Forms, encoding: 'json' | 'percent', texts: readonly string[]): void {
  for (const text of texts) {
    const bytes = new TextEncoder().encode(text)
    for (const alphabet of ['base64', 'base64url'] as const)
      set.addWrapping(`${encoding} in ${alphabet}`, byteEncodings[alphabet](bytes))
  }
}

function entries<Key extends string, Value>(record: Readonly<Record<Key, Value>>): [Key, Value][] {
  return Object.entries(record) as [Key, Value][]
}
