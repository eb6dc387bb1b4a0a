import { lstatSync, realpathSync } from 'node:fs'
import { join } from 'node:path'

/** How often files that are replaced while they are read are read again, at once. */
const ATTEMPTS = 10

/** The mounted files were replaced each time they were read. */
export class SecretsUnstableError extends Error {
  readonly code = 'TACET_SECRETS_UNSTABLE'

  constructor() {
    super(
      `The mounted secrets were replaced ${ATTEMPTS} times while they were read: replace them less often.`,
    )
    this.name = 'SecretsUnstableError'
  }
}

/**
 * Reads until the folders led to the same place before and after, so that all files are of one generation: Kubernetes
 * renews a volume by pointing the link `..data` in it at another folder.
 *
 * @throws {SecretsUnstableError} when that does not come about
 * @throws whatever `read` throws while the folders stand still
 */
export function readWhole<T>(folders: readonly string[], read: () => T): T {
  let before = generation(folders)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    let result: { readonly value: T } | { readonly error: unknown }
    try {
      result = { value: read() }
    } catch (error) {
      result = { error }
    }
    const after = generation(folders)
    if (after === before) {
      if ('error' in result) throw result.error
      return result.value
    }
    before = after
  }
  throw new SecretsUnstableError()
}

function generation(folders: readonly string[]): string {
  return folders.map((folder) => target(join(folder, '..data')) ?? target(folder) ?? '').join('\n')
}

function target(path: string): string | undefined {
  try {
    // Most folders have no `..data`, and an error costs more than a look.
    return lstatSync(path, { throwIfNoEntry: false }) && realpathSync.native(path)
  } catch {
    return undefined
  }
}
