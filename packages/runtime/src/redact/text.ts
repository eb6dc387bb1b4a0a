import type { Match } from '@tacet/core'
import { defaultRegistry, type Registry } from '../registry.ts'

export interface RedactOptions {
  /** The secrets to look for. The default registry unless given. */
  readonly registry?: Registry
  /** What kind of place the output goes to, as events tell it. */
  readonly sink?: string
  /** Where in it. */
  readonly place?: string
}

/**
 * Puts a placeholder where a form of a registered secret is. Each match is reported to the registry.
 *
 * @returns the same string when there is none
 */
export function redactText(text: string, options: RedactOptions = {}): string {
  const { registry = defaultRegistry, sink = 'text', place } = options
  return replaceText(text, registry.wholeMatcher().find(text), registry, sink, place)
}

/** Replaces the matches that a matcher of this registry found in the text, and reports them. */
export function replaceText(
  text: string,
  matches: readonly Match[],
  registry: Registry,
  sink: string,
  place?: string,
): string {
  return replaceInText(text, matches, (pattern) => {
    registry.report(pattern, sink, place)
    return registry.placeholder(pattern)
  })
}

/**
 * The same for bytes, where the forms that are text are looked for as UTF-8.
 *
 * @returns the very same bytes when there is no match, a new Buffer otherwise
 */
export function redactBytes(bytes: Uint8Array, options: RedactOptions = {}): Uint8Array {
  const { registry = defaultRegistry, sink = 'bytes', place } = options
  return replaceInBytes(bytes, registry.wholeMatcher().findBytes(bytes), (pattern) => {
    registry.report(pattern, sink, place)
    return registry.placeholder(pattern)
  })
}

/** Replaces the matches in the text by what `replace` returns for their patterns. */
export function replaceInText(
  text: string,
  matches: readonly Match[],
  replace: (pattern: number) => string,
): string {
  if (matches.length === 0) return text
  let out = ''
  let at = 0
  for (const { start, end, pattern } of matches) {
    out += text.slice(at, start) + replace(pattern)
    at = end
  }
  return out + text.slice(at)
}

/** Replaces the matches in the bytes, as `replaceInText` does; the same bytes when there are none. */
export function replaceInBytes(
  bytes: Uint8Array,
  matches: readonly Match[],
  replace: (pattern: number) => string,
): Uint8Array {
  if (matches.length === 0) return bytes
  const pieces: Uint8Array[] = []
  let at = 0
  for (const { start, end, pattern } of matches) {
    pieces.push(bytes.subarray(at, start), Buffer.from(replace(pattern)))
    at = end
  }
  return Buffer.concat([...pieces, bytes.subarray(at)])
}
