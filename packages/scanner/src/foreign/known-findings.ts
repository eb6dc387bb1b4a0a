import { hash } from 'node:crypto'
import { ScanError } from '../errors.ts'
import type { ForeignFile, KnownPlace, KnownValue } from './foreign-settings.ts'

type Fields = Readonly<Record<string, unknown>>
type Known = Pick<ForeignFile, 'places' | 'values'>

/** What others may have left to be read, besides what hides something. */
export interface KnownFile extends Known {
  readonly notes: readonly string[]
}

/** A path as findings have it: gitleaks parts the way within an archive from that to it by `!` alone. */
const slashes = (path: string): string =>
  path
    .replaceAll('\\', '/')
    .replace(/^\.\//, '')
    .replace(/(\.\w{1,5})!(?=[^/])/g, '$1!/')

/** Reads a `.gitleaksignore`: `file:rule:line` or `commit:file:rule:line` a line, and comments behind `#`. */
export function readGitleaksIgnore(origin: string, text: string): KnownFile {
  const places: KnownPlace[] = []
  const notes: string[] = []
  text.split(/\r?\n/).forEach((raw, index) => {
    const entry = raw.trim()
    if (entry === '' || entry.startsWith('#')) return
    const parts = entry.split(':')
    const [commit, file, ruleId, line] = parts.length === 4 ? parts : [undefined, ...parts]
    if ((parts.length !== 3 && parts.length !== 4) || !file || !ruleId || !/^\d+$/.test(line ?? '')) {
      notes.push(
        `${origin}:${index + 1}: this is neither file:rule:line nor commit:file:rule:line, and hides nothing`,
      )
      return
    }
    const place = { file: slashes(file), ruleId, line: Number(line) }
    places.push(commit === undefined ? place : { ...place, commit: commit.toLowerCase() })
  })
  return { places, notes }
}

/** Whether the text is a JSON report of gitleaks: a list of findings, which may be empty. */
export function isGitleaksReport(content: unknown): content is readonly Fields[] {
  return (
    Array.isArray(content) &&
    content.every((each) => typeof each === 'object' && each !== null && 'RuleID' in each && 'File' in each)
  )
}

/** Whether the text is a baseline of detect-secrets. */
export function isDetectSecretsBaseline(content: unknown): content is { readonly results: object } {
  return (
    typeof content === 'object' &&
    content !== null &&
    'results' in content &&
    typeof content.results === 'object' &&
    content.results !== null &&
    'plugins_used' in content
  )
}

/** What `gitleaks --redact` leaves of a value. */
const REDACTED = /^REDACTED$|\.\.\.$/

/**
 * Reads a report of gitleaks as what is known already: values by their files, wherever they stand in them; places where
 * the report does not tell the values.
 */
export function readGitleaksReport(findings: readonly Fields[]): KnownFile {
  const values: KnownValue[] = []
  const places: KnownPlace[] = []
  for (const { RuleID, File, StartLine, Commit, Secret } of findings) {
    const file = slashes(String(File))
    if (typeof Secret === 'string' && Secret !== '' && !REDACTED.test(Secret)) {
      values.push({ file, hash: hash('sha256', Secret), line: Number(StartLine) || 1 })
      continue
    }
    const place = { file, ruleId: String(RuleID), line: Math.max(1, Number(StartLine) || 1) }
    places.push(typeof Commit === 'string' && Commit !== '' ? { ...place, commit: Commit } : place)
  }
  return { places, values: { algorithm: 'sha256', known: values }, notes: [] }
}

/** Reads a baseline of detect-secrets 1.x: for each file the SHA-1 of the values in it. */
export function readDetectSecretsBaseline(
  origin: string,
  { results }: { readonly results: object },
): KnownFile {
  const known: KnownValue[] = []
  for (const [name, secrets] of Object.entries(results)) {
    if (!Array.isArray(secrets)) throw damaged(origin, name)
    for (const secret of secrets as unknown[]) {
      const { hashed_secret: value, is_secret: isSecret, line_number: line } = Object(secret) as Fields
      if (typeof value !== 'string') throw damaged(origin, name)
      known.push({
        file: slashes(name),
        hash: value,
        ...(typeof line === 'number' ? { line } : {}),
        ...(typeof isSecret === 'boolean'
          ? { reason: isSecret ? 'audited: a secret' : 'audited: no secret' }
          : {}),
      })
    }
  }
  return { values: { algorithm: 'sha1', known }, notes: [] }
}

const damaged = (origin: string, name: string): ScanError =>
  new ScanError(
    'invalid-baseline',
    `${origin} is a damaged baseline of detect-secrets: the entries of ${JSON.stringify(name)} cannot be read`,
  )
