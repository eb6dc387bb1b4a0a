import type { WholeMatcher } from '../registry/recognised.ts'
import { defaultRegistry, type Registry } from '../registry.ts'
import { enclosingValues, rewriteTokens } from './json-values.ts'
import { type RedactOptions, replaceText } from './text.ts'

/** How deep JSON inside the strings of JSON is understood; deeper, it is text. */
const NESTING = 4

/** How often what became visible by a replacement is replaced in turn, before everything is withheld. */
const ROUNDS = 4

const LOWER_N = 110
const LOWER_R = 114
const LOWER_T = 116

/** What one call asks: one matcher for all of it, although secrets may be added meanwhile. */
interface Inquiry {
  readonly matcher: WholeMatcher
  readonly registry: Registry
  readonly sink: string
  readonly place: string | undefined
}

/**
 * Redacts one JSON text: a log line, a body. Each string is searched as what it says, not as how it is escaped,
 * and JSON inside a string likewise. What was valid JSON stays valid: a number that is a secret becomes a quoted
 * placeholder, and so does the smallest value around a match that is not inside one string or number. Whatever has
 * no match is byte-identical: white space, the order of keys, duplicate keys, numbers of any size.
 *
 * Several JSON texts, one a line, are redacted alike; any other text as it stands.
 *
 * @returns the same string when there is nothing to redact
 */
export function redactJson(text: string, options: RedactOptions = {}): string {
  const { registry = defaultRegistry } = options
  const matcher = registry.wholeMatcher()
  if (!mayHold(text, matcher)) return text
  const { sink = 'json', place } = options
  const inquiry = { matcher, registry, sink, place }
  return isJson(text) || isJsonLines(text) ? redactDocument(text, inquiry, 0) : redactPlain(text, inquiry)
}

/** Whether there is a form in the text, or in what the text says once its escapes are undone. */
function mayHold(text: string, matcher: WholeMatcher): boolean {
  if (matcher.test(text)) return true
  let said = text
  for (let level = 0; level < NESTING && hasOddEscape(said); level++) {
    said = unescaped(said)
    if (matcher.test(said)) return true
  }
  return false
}

/** Whether the text has escapes other than those of line breaks and tabs, which the forms have themselves. */
function hasOddEscape(text: string): boolean {
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 2)) {
    const unit = text.charCodeAt(at + 1)
    if (unit !== LOWER_N && unit !== LOWER_R && unit !== LOWER_T) return true
  }
  return false
}

function redactDocument(json: string, inquiry: Inquiry, level: number): string {
  const { matcher, registry, sink, place } = inquiry
  let redacted = rewriteTokens(json, (token) => redactToken(token, inquiry, level))
  for (let round = 0; round < ROUNDS; round++) {
    const matches = matcher.find(redacted)
    if (matches.length === 0) return redacted
    for (const { pattern } of matches) registry.report(pattern, sink, place)
    const values = enclosingValues(redacted, matches)
    if (values.length === 0) break
    let out = ''
    let copied = 0
    for (const { start, end, first } of values) {
      out += redacted.slice(copied, start) + JSON.stringify(registry.placeholder(first.pattern))
      copied = end
    }
    redacted = out + redacted.slice(copied)
  }
  return JSON.stringify(registry.withhold('cannot be redacted', sink, place))
}

function redactToken(token: string, inquiry: Inquiry, level: number): string {
  const text = token.startsWith('"') ? stringValue(token) : token
  if (!mayHold(text, inquiry.matcher)) return token
  const nested = level < NESTING && /^\s*[[{]/.test(text) && isJson(text)
  const redacted = nested ? redactDocument(text, inquiry, level + 1) : redactPlain(text, inquiry)
  return redacted === text ? token : JSON.stringify(redacted)
}

function redactPlain(text: string, { matcher, registry, sink, place }: Inquiry): string {
  return replaceText(text, matcher.find(text), registry, sink, place)
}

function stringValue(token: string): string {
  return token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function isJsonLines(text: string): boolean {
  return text.includes('\n') && text.split('\n').every((line) => line.trim() === '' || isJson(line))
}

const CONTROL: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

function unescaped(text: string): string {
  let out = ''
  let copied = 0
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', copied)) {
    const letter = text[at + 1] ?? ''
    const code = letter === 'u' ? Number(`0x${text.slice(at + 2, at + 6)}`) : Number.NaN
    const end = Number.isNaN(code) ? at + 2 : at + 6
    out +=
      text.slice(copied, at) + (Number.isNaN(code) ? (CONTROL[letter] ?? letter) : String.fromCharCode(code))
    copied = end
  }
  return out + text.slice(copied)
}
