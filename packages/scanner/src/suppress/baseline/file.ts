import { randomBytes } from 'node:crypto'
import { ScanError } from '../../errors.ts'
import { type BaselineEntry, formatEntry, keyOf, parseEntry } from './entry.ts'
import { joinEntries } from './merge.ts'

/** The name of the file, at the root of what is scanned. */
export const BASELINE_NAME = '.tacet-baseline'

/** What a baseline file holds. */
export interface Baseline {
  /** What the fingerprints are made with, in hexadecimal; more than one when baselines were joined. */
  readonly salts: readonly string[]
  /** Tells which key the fingerprints are made with besides, when there is one. */
  readonly keyCheck?: string
  /** Each with the line that it stands on, from 1, when it was read. */
  readonly entries: readonly (BaselineEntry & { readonly line?: number })[]
}

/** Each has to be tried for each finding, and some take their time. */
const MOST_SALTS = 16

const FIRST = '# tacet baseline 1'
const HEAD = `${FIRST}
# Findings that are known, each on a line: fingerprint rule path [history] [until=DAY] [owner=NAME] [-- reason]
# Written by \`tacet baseline\`, sorted. Change or remove lines as you like; comments are not kept.
`

/** A baseline of nothing. */
export const emptyBaseline = (): Baseline => ({ salts: [randomBytes(16).toString('hex')], entries: [] })

/** The text of the file: the same for the same entries, in whatever order they come. */
export function formatBaseline({ salts, keyCheck, entries }: Baseline): string {
  const byKey = new Map<string, BaselineEntry>()
  for (const entry of entries) {
    const twin = byKey.get(keyOf(entry))
    byKey.set(keyOf(entry), twin ? joinEntries(twin, entry) : entry)
  }
  const lines = [
    ...[...new Set(salts)].sort().map((salt) => `salt ${salt}`),
    ...(keyCheck === undefined ? [] : [`key-check ${keyCheck}`]),
    ...[...byKey.values()].map(formatEntry).sort(),
  ]
  return `${HEAD}${lines.map((line) => `${line}\n`).join('')}`
}

/**
 * Reads the text of a baseline file.
 *
 * @param name - what messages call it
 * @throws ScanError `invalid-baseline`, which names the line
 */
export function parseBaseline(text: string, name: string): Baseline {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/)
  if (lines[0]?.trimEnd() !== FIRST) {
    const newer = /^# tacet baseline (\d+)/.exec(lines[0] ?? '')
    throw invalid(
      name,
      1,
      newer
        ? `it is of format ${newer[1]}, which this version does not know: take a newer one`
        : `a baseline begins with \`${FIRST}\`: name another, or remove this and write one with \`tacet baseline\``,
    )
  }
  const salts: string[] = []
  const entries = new Map<string, BaselineEntry & { readonly line: number }>()
  let keyCheck: string | undefined
  for (const [index, each] of lines.entries()) {
    const line = each.trim()
    const [, word, value] = /^(salt|key-check) ([\da-f]{32})$/.exec(line) ?? []
    if (line === '' || line.startsWith('#')) continue
    if (/^(?:<{7}|={7}|>{7}|\|{7})/.test(line)) {
      throw invalid(
        name,
        index + 1,
        'a merge left a conflict here: keep the lines of both sides, without its marks',
      )
    }
    if (word === 'salt') {
      if (salts.push(value!) > MOST_SALTS) {
        throw invalid(
          name,
          index + 1,
          `it has more than ${MOST_SALTS} salts: remove it, and write it anew with \`tacet baseline\``,
        )
      }
    } else if (word === 'key-check') {
      if (keyCheck !== undefined && keyCheck !== value) {
        throw invalid(
          name,
          index + 1,
          'it is made with two keys: remove it, and write it anew with `tacet baseline`',
        )
      }
      keyCheck = value
    } else {
      const entry = parseEntry(line)
      if (typeof entry === 'string') throw invalid(name, index + 1, entry)
      const twin = entries.get(keyOf(entry))
      entries.set(keyOf(entry), {
        ...(twin ? joinEntries(twin, entry) : entry),
        line: twin?.line ?? index + 1,
      })
    }
  }
  if (salts.length === 0)
    throw invalid(name, 2, 'its line `salt …` is missing: take it from an earlier version')
  return { salts, ...(keyCheck === undefined ? {} : { keyCheck }), entries: [...entries.values()] }
}

const invalid = (name: string, line: number, what: string): ScanError =>
  new ScanError('invalid-baseline', `${name}:${line}: ${what}`)
