import type { Coverage, Skip } from './coverage.ts'
import type { Result } from './scan-result.ts'

/** Counts what a scan has looked at so far. */
export class LookedAt {
  readonly skipped: Skip[] = []
  /** Objects that an earlier scan found to be clean. */
  known = 0
  #files = 0
  #bytes = 0
  #objects = 0
  #commits = 0

  /** Whether that is nothing at all, which proves nothing. */
  get isNothing(): boolean {
    return this.#bytes + this.known === 0
  }

  add({ skipped, files, bytes, objects, commits }: Result): void {
    this.#files += files
    this.#bytes += bytes
    this.#objects += objects
    this.#commits += commits
    for (const skip of skipped) this.skipped.push(skip)
  }

  get record(): Pick<Coverage, 'files' | 'bytes' | 'commits' | 'objects' | 'known' | 'skipped'> {
    return {
      files: this.#files,
      bytes: this.#bytes,
      ...(this.#objects > 0 ? { commits: this.#commits, objects: this.#objects } : {}),
      ...(this.known > 0 ? { known: this.known } : {}),
      skipped: this.skipped,
    }
  }
}
