import { isPublicName, isSecretName } from './names.ts'
import type { Candidate } from './types.ts'

type Pair = readonly [name: string, value: string]

/** `a=b&c=d`, undecoded. */
export function queryPairs(query: string): Pair[] {
  return query.split('&').flatMap((pair) => {
    const equals = pair.indexOf('=')
    return equals > 0 ? [[pair.slice(0, equals), pair.slice(equals + 1)] as const] : []
  })
}

/** `Name=value;…`, values in quotes (doubled inside) or braces: ADO.NET, ODBC, JDBC, Azure. */
function semicolonPairs(value: string): Pair[] {
  const pair = /(?:^|;)([\w .-]+)=\s*("(?:[^"]|"")*"|'(?:[^']|'')*'|\{[^}]*\}|[^;]*)/g
  return Array.from(value.matchAll(pair), ([, name, text]) => [name!.trim(), unquoted(text!.trim())] as const)
}

/** `name=value name='value'`: libpq keyword/value strings, JAAS, attributes. */
function spacedPairs(value: string): Pair[] {
  const pair = /(?:^|\s)(\w+)\s*=\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\S+)/g
  return Array.from(value.matchAll(pair), ([, name, text]) => [
    name!,
    /^["']./.test(text!) ? text!.slice(1, -1).replace(/\\(.)/g, '$1') : text!,
  ])
}

/** One line of a dotenv, properties, INI, TOML or YAML file: as it is, and without a comment at its end. */
export function linePairs(line: string): Pair[] {
  const [, name, text] =
    /^(?:export\s+)?(?:-\s+)?["']?([\w./@:-]*?[\w-])["']?\s*(?:=|:(?:\s+|$))\s*(.+)$/.exec(line) ?? []
  if (!name || !text) return []
  const values = new Set(
    [text, text.replace(/\s#.*$/, '').trim()].map((value) => unquoted(value.replace(/,$/, ''))),
  )
  return Array.from(values, (value) => [name, value] as const)
}

function unquoted(text: string): string {
  const quote = text[0] ?? ''
  const closing = quote === '{' ? '}' : quote
  if (!/["'{]/.test(quote) || text.length < 2 || !text.endsWith(closing)) return text
  return text.slice(1, -1).replaceAll(quote + quote, quote)
}

/**
 * The secret values of a line of pairs, or of a single one; an address without a telling name is one to look into.
 * A password may hold what separates the pairs of another notation, so the line is read in each that it may be in.
 */
export function* pairs(value: string): Iterable<Candidate> {
  const lists = [semicolonPairs(value), queryPairs(value), spacedPairs(value)].filter(
    ({ length }) => length > 1,
  )
  const list = lists.length > 0 ? lists.flat() : linePairs(value)
  for (const [name, text] of list) {
    if (isSecretName(name)) yield { kind: 'field', value: text, declared: true }
    else if (text.includes('://'))
      yield { kind: 'field', value: text, refused: 'its name does not say that it is secret' }
  }
}

/** What a named value may be, by its name. */
export function named(name: string, value: string): Candidate {
  if (isSecretName(name)) return { kind: 'field', value, declared: true }
  if (isPublicName(name)) return { kind: 'field', value, refused: 'its name says that it is public' }
  return { kind: 'field', value }
}
