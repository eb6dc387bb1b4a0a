import { differing, signsOf } from './styles.ts'

interface Style {
  /** Write everything beyond ASCII as `\uXXXX`. */
  readonly ascii?: true
  /** Hex digits as capitals. */
  readonly upper?: true
  /** Write these as `\uXXXX` too. */
  readonly also?: string
  /** Write `/` as `\/`. */
  readonly slash?: true
}

const DELETE = '\x7f'
const lineSeparators = '\u2028\u2029'

const styles: readonly Style[] = [
  /** `JSON.stringify`, and nearly everyone for plain ASCII. */
  {},
  /** PHP with JSON_UNESCAPED_UNICODE, org.json. */
  { slash: true },
  /** Python's `json.dumps`. */
  { ascii: true, also: DELETE },
  /** PHP, without and with its JSON_UNESCAPED_SLASHES. */
  { ascii: true },
  { ascii: true, slash: true },
  /** Jackson, also asked for ASCII only. */
  { upper: true },
  { ascii: true, upper: true },
  /** Go, Rails, and Express with its `json escape` setting. */
  { also: `<>&${lineSeparators}` },
  /** Gson. */
  { also: `<>&='${lineSeparators}` },
  /** System.Text.Json. */
  { ascii: true, upper: true, also: `"&'<>+\`${DELETE}` },
]

function write(text: string, { ascii, upper, also = '', slash }: Style): string {
  const unicode = (char: string): string =>
    Array.from({ length: char.length }, (_, index) => {
      const digits = char.charCodeAt(index).toString(16).padStart(4, '0')
      return `\\u${upper ? digits.toUpperCase() : digits}`
    }).join('')

  return text.replace(/[^A-Za-z0-9]/gu, (char) => {
    if (also.includes(char) || (ascii && char > '\u007f')) return unicode(char)
    if (slash && char === '/') return '\\/'
    const plain = JSON.stringify(char).slice(1, -1)
    return plain.startsWith('\\u') && upper ? unicode(char) : plain
  })
}

/** As `JSON.stringify` writes a text inside its quotes. */
export function jsonText(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

/** As the JSON encoders of several languages write a text inside its quotes. */
export function* json(text: string): Iterable<string> {
  for (const style of differing(styles, signsOf(text), write)) yield write(text, style)
}

/** JSON in JSON, in each style: inside itself, and around what `JSON.stringify` wrote. */
export function* jsonTwice(text: string): Iterable<string> {
  // The first round leaves backslashes and quotes for the second.
  for (const style of differing(styles, signsOf(`${text}\\"`), write)) {
    yield write(write(text, style), style)
    yield write(jsonText(text), style)
  }
}
