const control = /\p{Cc}/u

/** POSIX shells, Bash tracing (`set -x`), `printf %q`, and what quotes for them. */
export function* shell(text: string): Iterable<string> {
  yield text.replaceAll("'", "'\\''")
  yield text.replaceAll("'", `'"'"'`)
  yield text.replace(/["\\$`]/g, '\\$&')
  yield text.replace(/["\\$`!]/g, '\\$&')
  // A dollar doubled, as Compose files, Make and Jenkins ask for.
  yield text.replaceAll('$', '$$$$')
  // Bash, then Ruby's Shellwords.
  yield text.replace(/^[#~]|[ !"$&'()*,;<>?[\\\]^`{|}]/g, '\\$&')
  yield text.replace(/[^\w\-.,:+/@\n]/g, '\\$&').replaceAll('\n', "'\n'")
  if (/[^ -&(-~]/.test(text)) yield* ansiC(text)
}

const ansiNames: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1b': '\\E',
  '\\': '\\\\',
  "'": "\\'",
}

/** The inside of `$'…'`, in a UTF-8 and in the C locale. */
function* ansiC(text: string): Iterable<string> {
  const octal = (byte: number): string => `\\${byte.toString(8).padStart(3, '0')}`
  const named = (char: string): string | undefined =>
    ansiNames[char] ?? (control.test(char) ? octal(char.charCodeAt(0)) : undefined)
  yield Array.from(text, (char) => named(char) ?? char).join('')
  yield Array.from(Buffer.from(text), (byte) =>
    byte > 0x7f ? octal(byte) : (named(String.fromCharCode(byte)) ?? String.fromCharCode(byte)),
  ).join('')
}

/** Single and double quoted strings of PowerShell. */
export function* powershell(text: string): Iterable<string> {
  yield text.replaceAll("'", "''")
  yield text.replaceAll('"', '""')
  yield text.replace(/["$`]/g, '`$&')
  yield text.replace(/[$`]/g, '`$&').replaceAll('"', '""')
}

/** Carets and doubled percent signs of cmd.exe, and quotes in a command line as Windows programs parse it. */
export function* cmd(text: string): Iterable<string> {
  for (const special of [/[&<>^|]/g, /[&<>^|()"%!]/g, /[ &<>^|()"%!]/g]) {
    yield text.replace(special, '^$&')
    yield text.replaceAll('%', '%%').replace(special, (char) => (char === '%' ? char : `^${char}`))
  }
  yield text.replaceAll('%', '%%')
  yield text.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')
}

const mysqlNames: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\n': '\\n',
  '\r': '\\r',
  '\x1a': '\\Z',
  '\\': '\\\\',
  '"': '\\"',
  "'": "\\'",
}

/** A quote doubled, as SQL, CSV and YAML do; a backslash before it, as MySQL does. */
export function* sql(text: string): Iterable<string> {
  yield text.replaceAll("'", "''")
  yield text.replaceAll('"', '""')
  yield Array.from(text, (char) => mysqlNames[char] ?? char).join('')
}
