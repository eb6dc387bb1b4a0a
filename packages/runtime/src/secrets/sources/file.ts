import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { nearest } from '../nearest.ts'
import { Secret, type SecretValue } from '../secret.ts'
import type { Given, Missing, Optional, Source, Surroundings } from './source.ts'

/** A secret from a mounted file, with the path for those who want to read it themselves. */
export class FileSecret<T extends SecretValue = string> extends Secret<T> {
  readonly path: string

  constructor(name: string, value: T, path: string) {
    super(name, value)
    this.path = path
  }
}

export interface FileOptions extends Optional {
  /** `text` (UTF-8, unless told) without a byte order mark and without one line break at the end, or `bytes`. */
  readonly as?: 'text' | 'bytes'
}

type FileValue<O extends FileOptions> = O extends { readonly as: 'bytes' } ? Uint8Array : string

/**
 * A secret in a file of the folder that secrets are mounted in. An empty file counts as missing.
 *
 * @param name the file's path in that folder, or an absolute one
 */
export function file<const O extends FileOptions = object>(
  name: string,
  options?: O,
): Source<Given<FileSecret<FileValue<O>>, O>> {
  type Result = Given<FileSecret<FileValue<O>>, O>
  return {
    read(surroundings) {
      const path = resolve(surroundings.root, name)
      const failed = (where: string, remedy: string, cause?: unknown) => ({
        missing: { name, where: `${path}, ${where}`, remedy, cause },
      })
      let bytes: Uint8Array
      try {
        bytes = readFileSync(path)
      } catch (cause) {
        if (options?.optional && isAbsent(cause)) return { secret: undefined as Result }
        return { missing: unreadable(name, path, surroundings, cause) }
      }
      if (bytes.length === 0) return failed('a file that is empty', 'Write the secret into it.')
      const value = options?.as === 'bytes' ? bytes : decode(bytes)
      if (value === undefined) {
        return failed('a file that is not text', `Read it with file('${name}', { as: 'bytes' }).`)
      }
      if (value.length === 0)
        return failed('a file that holds a line break only', 'Write the secret into it.')
      return { secret: new FileSecret(name, value as FileValue<O>, path) as Result }
    },
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r?\n$/, '')
  } catch {
    return undefined
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

function unreadable(name: string, path: string, { root, env }: Surroundings, cause: unknown): Missing {
  const fails = (where: string, remedy: string): Missing => ({
    name,
    where: `${path}, ${where}`,
    remedy,
    cause,
  })
  if (!isAbsent(cause)) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error'
    return fails(`a file that cannot be read (${code})`, 'Let the user that runs this process read it.')
  }
  if (!existsSync(root)) {
    return fails(
      `in the folder ${root}, which does not exist`,
      'Mount the secrets there, or name another folder in TACET_SECRETS_DIR or the option root.',
    )
  }
  if (env[name])
    return fails(
      'a file that does not exist',
      `${name} is set in the environment: read it with env('${name}').`,
    )
  const similar = nearest(name, list(root))
  return fails(
    'a file that does not exist',
    similar
      ? `Did you mean ${similar}, which does?`
      : `Add the key ${name} to the secret that is mounted at ${root}.`,
  )
}

/** The files that are mounted, without those that Kubernetes keeps for itself (`..data` and the like). */
function list(root: string): string[] {
  try {
    return readdirSync(root).filter((entry) => !entry.startsWith('..'))
  } catch {
    return []
  }
}
