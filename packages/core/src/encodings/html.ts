import { differing, signsOf } from './styles.ts'

type Table = Readonly<Record<string, string>>

const basic = { '&': '&amp;', '<': '&lt;', '>': '&gt;' } as const
const quot = { ...basic, '"': '&quot;' } as const
const backtick = '`'

/** What each escaper replaces. */
const tables: readonly Table[] = [
  /** Text of an element (`innerHTML`, XML writers). */
  basic,
  /** An attribute in double quotes, without and with `>`. */
  { '&': '&amp;', '<': '&lt;', '"': '&quot;' },
  quot,
  /** Express (`escape-html`), Lodash, React, Rails. */
  { ...quot, "'": '&#39;' },
  /** Python, Django. */
  { ...quot, "'": '&#x27;' },
  /** PHP. */
  { ...quot, "'": '&#039;' },
  /** XML, `html-entities`. */
  { ...quot, "'": '&apos;' },
  /** EJS, Jinja. */
  { ...basic, '"': '&#34;', "'": '&#39;' },
  /** Go. */
  { ...basic, '"': '&#34;', "'": '&#39;', '+': '&#43;' },
  /** PHP's filter for special characters; `he` when it names none. */
  { '&': '&#38;', '<': '&#60;', '>': '&#62;', '"': '&#34;', "'": '&#39;' },
  {
    '&': '&#x26;',
    '<': '&#x3C;',
    '>': '&#x3E;',
    '"': '&#x22;',
    "'": '&#x27;',
    [backtick]: '&#x60;',
  },
  /** OWASP's advice; `validator` adds a backslash and a backtick. */
  { ...quot, "'": '&#x27;', '/': '&#x2F;' },
  { ...quot, "'": '&#x27;', '/': '&#x2F;', '\\': '&#x5C;', [backtick]: '&#96;' },
  /** Handlebars, Mustache, `he`. */
  { ...quot, "'": '&#x27;', [backtick]: '&#x60;', '=': '&#x3D;' },
  { ...quot, "'": '&#39;', '/': '&#x2F;', [backtick]: '&#x60;', '=': '&#x3D;' },
  { ...quot, "'": '&#x27;', [backtick]: '&#x60;' },
  /** An attribute of a canonical XML document, and as .NET writes it. */
  { '&': '&amp;', '<': '&lt;', '"': '&quot;', '\t': '&#x9;', '\n': '&#xA;', '\r': '&#xD;' },
  { ...basic, '"': '&quot;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' },
]

/** What stands for a character beyond ASCII. */
const numbers: readonly ((code: number) => string)[] = [
  (code) => String.fromCodePoint(code),
  (code) => `&#${code};`,
  (code) => `&#x${code.toString(16)};`,
  (code) => `&#x${code.toString(16).toUpperCase()};`,
]

const asciiStyles = tables.map((table) => ({ table, number: numbers[0]! }))
const styles = tables.flatMap((table) => numbers.map((number) => ({ table, number })))

/** HTML and XML entities: named, decimal and hexadecimal, as common escapers write them. */
export function* html(text: string): Iterable<string> {
  const signs = signsOf(text)
  const known = /[^\p{ASCII}]/u.test(signs) ? styles : asciiStyles
  for (const style of differing(known, signs, write)) yield write(text, style)
}

function write(text: string, { table, number }: (typeof styles)[number]): string {
  return text.replace(
    /[^A-Za-z0-9]/gu,
    (char) => table[char] ?? (char > '\x7f' ? number(char.codePointAt(0)!) : char),
  )
}
