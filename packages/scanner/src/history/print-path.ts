import type { Finding, Location } from '../finding.ts'
import { printedPath } from '../sources/git/object-path.ts'
import { shown } from '../sources/names.ts'
import type { HeldSecret } from './held-secrets.ts'
import type { Place } from './locate.ts'

/** Prints paths of a repository: with a prefix, and with the secrets in names masked. */
export class PathPrinter {
  readonly #prefix: string
  readonly #masked = new Map<string, string>()

  constructor(prefix: string, secrets: readonly HeldSecret[]) {
    this.#prefix = prefix
    for (const { names } of secrets) {
      for (const [name, { excerpt }] of names) this.#masked.set(name, excerpt.trim())
    }
  }

  /** @param path - each byte one unit of text */
  print(path: string): string {
    const parts = this.#masked.size === 0 ? [path] : path.split('/')
    return shown(this.#prefix, parts.map((part) => this.#masked.get(part) ?? printedPath(part)).join('/'))
  }

  /** The finding of a place, with the path that it has there. */
  findingAt({ finding, kind, object, path, within }: Place): Finding {
    const name = kind === 'file' || kind === 'file-name' ? path : ''
    const type = kind === 'commit-message' ? 'commit' : kind === 'tag-message' ? 'tag' : 'blob'
    const printed = name === '' ? shown(this.#prefix, `.git/${type}/${object}`) : this.print(name)
    const moved = (location: Location): Location => ({ ...location, path: printed + within })
    const start = { path: printed, line: 1, column: 1, endLine: 1, endColumn: 1 }
    return {
      ...finding,
      location: kind === 'file-name' ? start : moved(finding.location),
      ...(finding.companion === undefined
        ? {}
        : { companion: { ...finding.companion, location: moved(finding.companion.location) } }),
    }
  }
}
