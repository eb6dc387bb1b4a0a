import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { defaultRegistry, type RedactionEvent, type Registry } from '../registry.ts'

export interface LeakOptions {
  /** The secrets to look for. The default registry unless given. */
  readonly registry?: Registry
}

/** A secret that stands where it should not: which, how it is written, and where. Never the value. */
export interface Leak extends Pick<RedactionEvent, 'name' | 'form'> {
  /** Such as `stdout, line 3, column 17`. */
  readonly place: string
}

/** That secrets were emitted. The message names each, with its form and place, and not its value. */
export class LeakError extends Error {
  override readonly name = 'LeakError'
  readonly code = 'TACET_LEAK'
  readonly leaks: readonly Leak[]

  constructor(leaks: readonly Leak[]) {
    super(leakText(leaks))
    this.leaks = leaks
  }
}

/** How many leaks a message lists. */
const LISTED = 20

/** Says in words what was found. */
export function leakText(leaks: readonly Leak[]): string {
  const lines = leaks.slice(0, LISTED).map(({ name, form, place }) => `  ${name} (${form}) in ${place}`)
  if (leaks.length > LISTED) lines.push(`  and ${leaks.length - LISTED} more`)
  const what = leaks.length === 1 ? 'A secret was emitted' : `${leaks.length} secrets were emitted`
  return [`${what}:`, ...lines].join('\n')
}

/**
 * Finds registered secrets, in all their forms, in a text or in bytes.
 *
 * @param where what leaks call the place
 */
export function findLeaks(
  input: string | Uint8Array,
  where = 'the text',
  { registry = defaultRegistry }: LeakOptions = {},
): Leak[] {
  const matcher = registry.wholeMatcher()
  const matches = typeof input === 'string' ? matcher.find(input) : matcher.findBytes(input)
  return matches.map(({ start, pattern }) => ({
    ...registry.describe(pattern),
    place: `${where}, ${position(typeof input === 'string' ? input : Buffer.from(input).toString('latin1'), start)}`,
  }))
}

function position(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n')
  return `line ${before.length}, column ${before.at(-1)!.length + 1}`
}

/**
 * Finds registered secrets in files, and in all files of folders: captured output, logs, snapshots, artifacts.
 *
 * @throws the error of `node:fs` for a file that is not there or cannot be read: it was not looked at
 */
export function findLeaksInFiles(paths: readonly string[], options: LeakOptions = {}): Leak[] {
  return paths.flatMap(filesIn).flatMap((path) => findLeaks(readFileSync(path), path, options))
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  const entries = readdirSync(path, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
