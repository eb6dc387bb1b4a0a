import type { Finding } from '../finding.ts'
import type { Targets } from '../sources/git/lineage.ts'
import { HiddenPaths } from './hidden-paths.ts'
import type { Held } from './scan-objects.ts'

/** A secret that a history holds, and where. */
export interface HeldSecret {
  /** Where it was met first. */
  readonly sample: Held
  /** Ids of the objects whose content holds it. */
  readonly objects: Set<string>
  /** Names of files and folders that hold it, each with its finding. */
  readonly names: Map<string, Finding>
  /** Whether it is suppressed wherever it stands. */
  readonly hidden: HiddenPaths
}

/** Findings by the secret that they are of: the same secret is in every version of a file. */
export class HeldSecrets {
  readonly #byFingerprint = new Map<string, HeldSecret>()
  /** One text for each id, however many secrets an object holds. */
  readonly #ids = new Map<string, string>()

  get all(): readonly HeldSecret[] {
    return [...this.#byFingerprint.values()]
  }

  add(held: Held): void {
    const { fingerprint } = held.finding
    let secret = this.#byFingerprint.get(fingerprint)
    if (!secret) {
      secret = { sample: held, objects: new Set(), names: new Map(), hidden: new HiddenPaths() }
      this.#byFingerprint.set(fingerprint, secret)
    }
    secret.hidden.add(held)
    if (held.name === undefined) secret.objects.add(this.#id(held.id))
    else if (!secret.names.has(held.name)) secret.names.set(held.name, held.finding)
  }

  has(fingerprint: string): boolean {
    return this.#byFingerprint.has(fingerprint)
  }

  holds(id: string): boolean {
    return this.#ids.has(id)
  }

  /** What to follow through the history; secrets are numbered as in `all`. */
  targets(): Targets {
    const objects = new Map<string, number[]>()
    const names = new Map<string, number[]>()
    const note = (map: Map<string, number[]>, key: string, index: number): void => {
      const known = map.get(key)
      if (known) known.push(index)
      else map.set(key, [index])
    }
    this.all.forEach((secret, index) => {
      for (const id of secret.objects) note(objects, id, index)
      for (const name of secret.names.keys()) note(names, name, index)
    })
    return { objects, names, count: this.#byFingerprint.size }
  }

  #id(id: string): string {
    const known = this.#ids.get(id)
    if (known !== undefined) return known
    this.#ids.set(id, id)
    return id
  }
}
