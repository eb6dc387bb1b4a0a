const named: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const goNamed: Readonly<Record<string, string>> = {
  ...named,
  '"': '\\"',
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\v': '\\v',
}
const inspectNamed: Readonly<Record<string, string>> = { ...named, '\b': '\\b', '\f': '\\f' }

/** What both Go and Python take for printable: no controls, formats, unassigned, and no space but the plain one. */
const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u

function hex(char: string): string {
  const code = char.codePointAt(0)!
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`
  if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`
  return `\\U${code.toString(16).padStart(8, '0')}`
}

function rewrite(text: string, write: (char: string) => string): string {
  return text.replace(/[^A-Za-z0-9]/gu, write)
}

/** Go's `%q` and `%+q`: `strconv.Quote` and `QuoteToASCII`, without the quotes. */
export function* go(text: string): Iterable<string> {
  // Where Python has `\xe9`, Go has `\u00e9`.
  const escaped = (char: string): string => (char > '\x7f' ? hex(char).replace('\\x', '\\u00') : hex(char))
  yield rewrite(text, (char) => goNamed[char] ?? (printable.test(char) ? char : escaped(char)))
  yield rewrite(
    text,
    (char) => goNamed[char] ?? (printable.test(char) && char <= '\x7f' ? char : escaped(char)),
  )
}

/**
 * Python's `repr` and `ascii` of a text and of its bytes, without the quotes. Which quotes they are depends on the
 * text around, so a `'` inside is given with and without its backslash.
 */
export function* python(text: string): Iterable<string> {
  const bytes = Buffer.from(text).toString('latin1')
  const ascii = (char: string): boolean => printable.test(char) && char <= '\x7f'
  for (const single of ["'", "\\'"]) {
    const plain = (char: string): string | undefined => (char === "'" ? single : named[char])
    yield rewrite(text, (char) => plain(char) ?? (printable.test(char) ? char : hex(char)))
    yield rewrite(text, (char) => plain(char) ?? (ascii(char) ? char : hex(char)))
    yield rewrite(bytes, (char) => plain(char) ?? (ascii(char) ? char : hex(char)))
  }
}

/** How far `util.inspect` indents what it breaks into lines, at the depths that it prints. */
export const inspectIndents = [2, 4, 6, 8, 10, 12]

/** Node's `util.inspect` of a text, without the quotes; in an object a text of several lines is cut into lines. */
export function* inspect(text: string): Iterable<string> {
  const write = (line: string, single: string): string =>
    rewrite(line, (char) => (char === "'" ? single : (inspectNamed[char] ?? inspectControl(char))))
  yield write(text, "'")
  yield write(text, "\\'")

  const lines = text.split(/(?<=\n)/)
  if (lines.length === 1) return
  const quoted = lines.map((line) => {
    const quote = inspectQuote(line)
    return `${quote}${write(line, quote === "'" ? "\\'" : "'")}${quote}`
  })
  for (const indent of inspectIndents) yield quoted.join(` +\n${' '.repeat(indent)}`).slice(1, -1)
}

function inspectControl(char: string): string {
  return /\p{Cc}/u.test(char) ? `\\x${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}` : char
}

/** Single quotes, unless others save escaping. */
function inspectQuote(line: string): string {
  if (!line.includes("'")) return "'"
  if (!line.includes('"')) return '"'
  return line.includes('`') || line.includes('${') ? "'" : '`'
}
