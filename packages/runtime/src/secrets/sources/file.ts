import type {
  Definition,
  DefinitionOptions,
  Found,
  Given,
  Look,
  Parse,
  Problem,
  ValueOf,
} from '../definition.ts'
import { nearest } from '../nearest.ts'
import { Secret } from '../secret.ts'
import { fileText } from './file-text.ts'
import { conflictsOf, fromSources, sourceFailure } from './others.ts'
import { codeOf, isAbsent, readRegularFile, type Unfit } from './read-file.ts'
import { pathIn, type Surroundings } from './surroundings.ts'

/** A secret from a mounted file, with the path for those who want to read it themselves. */
export class FileSecret<T = string> extends Secret<T> {
  /** Where the file is, or would be when a source of the caller gave the value. */
  readonly path: string

  constructor(name: string, value: T, path: string) {
    super(name, value)
    this.path = path
  }
}

export interface FileOptions extends DefinitionOptions {
  /** `text` (UTF-8, unless told) without a byte order mark and without one line break at the end, or `bytes`. */
  readonly as?: 'text' | 'bytes'
  /** Whether the service can do without: the secret is undefined then. */
  readonly optional?: boolean
  /** There is none for a file: its path would lead nowhere. */
  readonly default?: never
  readonly oneOf?: never
  /** Turns the text, or the bytes when `as` says so, into what the application needs. */
  readonly parse?: Parse<never>
}

type FileValue<O> = ValueOf<O, O extends { readonly as: 'bytes' } ? Uint8Array : string>

/**
 * A secret in a file of the folder that secrets are mounted in; or else in one of the other sources. An empty file
 * counts as missing.
 *
 * @param name the file's path in that folder, or an absolute one
 */
export function file<const O extends FileOptions = FileOptions>(
  name: string,
  options?: O,
): Definition<Given<FileSecret<FileValue<O>>, O>> {
  return {
    name,
    kind: 'file',
    options: options ?? {},
    find: (surroundings) => find(name, options?.as ?? 'text', surroundings),
    wrap: (value, path) => new FileSecret(name, value as FileValue<O>, path!),
  }
}

function find(name: string, as: 'text' | 'bytes', surroundings: Surroundings): Look {
  const path = pathIn(surroundings.root, name)
  const mounted = readMounted(name, path, as, surroundings)
  const others = fromSources(name, surroundings)
  const lookedIn = [path]
  for (const [source] of surroundings.sources) lookedIn.push(source)
  const same = surroundings.env[name]
  const candidates: Found[] = 'found' in mounted ? [mounted.found] : []
  for (const found of others.found) candidates.push({ ...found, path })
  if (same) candidates.push({ raw: same, origin: 'the environment' })
  const [found] = candidates
  // What is in the environment under the file's name is compared, and never taken.
  const usable = found?.path === undefined ? undefined : found
  const conflicts = conflictsOf(name, usable ? candidates : [], surroundings)
  if ('problem' in mounted && mounted.problem.kind !== 'missing') {
    return { lookedIn, problem: mounted.problem, conflicts }
  }
  if ('problem' in mounted && others.failed) {
    return { lookedIn, problem: sourceFailure(name, others.failed), conflicts }
  }
  if (usable) return { lookedIn, found: usable, conflicts }
  return 'problem' in mounted ? { lookedIn, conflicts, problem: mounted.problem } : { lookedIn, conflicts }
}

function readMounted(
  name: string,
  path: string,
  as: 'text' | 'bytes',
  surroundings: Surroundings,
): { readonly found: Found } | { readonly problem: Problem } {
  const fails = (kind: Problem['kind'], what: string, remedy: string, cause?: unknown) => ({
    problem: { name, kind, where: `${path} ${what}`, remedy, ...(cause !== undefined && { cause }) },
  })
  let bytes: Buffer | Unfit
  try {
    bytes = readRegularFile(path, surroundings.maxBytes)
  } catch (cause) {
    if (isAbsent(cause)) return { problem: absent(name, path, surroundings) }
    const code = codeOf(cause)
    const remedy = code === 'EACCES' || code === 'EPERM' ? FORBIDDEN : 'See what ls -l says of it.'
    return fails('unreadable', `(${code})`, remedy, cause)
  }
  if ('unfit' in bytes) {
    if (bytes.unfit === 'folder')
      return fails('unreadable', 'is a folder', `Name a file in it: file('${name}/…').`)
    if (bytes.unfit === 'irregular') return fails('unreadable', 'is no regular file', 'Mount a file there.')
    const what = `has ${bytes.size} bytes, more than ${surroundings.maxBytes}`
    return fails('unreadable', what, 'Raise maxBytes if it has to be that large.')
  }
  if (bytes.length === 0) return fails('empty', 'holds nothing', 'Write the secret into it.')
  const raw = as === 'bytes' ? ownBytes(bytes) : fileText(bytes)
  if (raw === undefined)
    return fails('unreadable', 'is not UTF-8', `Read it with file('${name}', { as: 'bytes' }).`)
  if (raw.length === 0) return fails('empty', 'holds a line break only', 'Write the secret into it.')
  return { found: { raw, origin: path, path } }
}

const FORBIDDEN = `Let the user that runs this process read it and enter its folder; in a Pod, set fsGroup in the \
securityContext.`

/** Whoever is given them may clone or post the memory they stand in, and nothing else is to stand there. */
function ownBytes(bytes: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(own)
  return own
}

function absent(name: string, path: string, { root, env, mounted, sources }: Surroundings): Problem {
  const names = mounted()
  const lookedIn = [path, ...sources.map(([source]) => source)].join(', ')
  const where = names ? `looked for ${lookedIn}` : `looked for ${lookedIn}; the folder ${root} does not exist`
  return { name, kind: 'missing', where, remedy: remedy() }

  function remedy(): string {
    if (env[name]) return `${name} is set in the environment: read it with env('${name}').`
    if (!names)
      return 'Mount the secrets there, or name another folder in TACET_SECRETS_DIR or the option root.'
    const similar = nearest(name, [...names])
    return similar ? `Did you mean ${similar}, which is there?` : ''
  }
}
