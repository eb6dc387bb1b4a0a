import { differing, signsOf } from './styles.ts'

interface Style {
  /** Written with a backslash before them. */
  readonly escaped: string
  /** Written as `\x` and two hex digits. */
  readonly asHex?: string
  /** As `RegExp` shows it, slashes and line breaks escaped. */
  readonly shown?: true
}

const shownAs: Readonly<Record<string, string>> = {
  '/': '\\/',
  '\n': '\\n',
  '\r': '\\r',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

const syntax = '\\^$.*+?()[]{}|'

const styles: readonly Style[] = [
  /** MDN's advice, Lodash, Go. */
  { escaped: syntax },
  { escaped: syntax, shown: true },
  /** `escape-string-regexp`. */
  { escaped: syntax, asHex: '-' },
  { escaped: syntax, asHex: '-', shown: true },
  /** Python's `re.escape`. */
  { escaped: `${syntax}-&~# ` },
]

/** Escaped for a regular expression: who looks for a value may print what is looked for. */
export function* regexp(text: string): Iterable<string> {
  for (const style of differing(styles, signsOf(text), write)) yield write(text, style)
}

function write(text: string, { escaped, asHex = '', shown }: Style): string {
  return text.replace(/[^A-Za-z0-9]/gu, (char) => {
    if (asHex.includes(char)) return `\\x${char.charCodeAt(0).toString(16)}`
    if (shown && shownAs[char]) return shownAs[char]
    return escaped.includes(char) ? `\\${char}` : char
  })
}
