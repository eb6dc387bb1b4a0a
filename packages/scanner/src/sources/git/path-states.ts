/** Which paths hold which secrets after each commit. */
export class PathStates {
  /** A place is a path that holds a secret; they are numbered. */
  readonly #places = new Map<string, number>()
  readonly #secretOf: number[] = []
  /** Sets of places. Most commits change none, and share the set of their parent. */
  readonly #sets: ReadonlySet<number>[] = [new Set()]
  /** For each commit, the number of its set. */
  readonly #setOf: number[] = []

  /**
   * Starts on the next commit, from what its first parent has.
   *
   * @param parent - the number of a commit, -1 for none
   */
  change(parent: number): PathChange {
    const base = parent < 0 ? 0 : this.#setOf[parent]!
    let changed: Set<number> | undefined
    const edit = (): Set<number> => {
      changed ??= new Set(this.#sets[base])
      return changed
    }
    return {
      add: (secret, path) => edit().add(this.#place(secret, path)),
      remove: (secret, path) => edit().delete(this.#place(secret, path)),
      end: () => {
        this.#setOf.push(changed === undefined ? base : this.#sets.push(changed) - 1)
      },
    }
  }

  /** @param commit - its number; -1 for the last one */
  holds(commit: number, secret: number): boolean {
    for (const place of this.#sets[this.#setOf.at(commit)!]!) {
      if (this.#secretOf[place] === secret) return true
    }
    return false
  }

  secrets(commit: number): ReadonlySet<number> {
    const secrets = new Set<number>()
    for (const place of this.#sets[this.#setOf[commit]!]!) secrets.add(this.#secretOf[place]!)
    return secrets
  }

  #place(secret: number, path: string): number {
    const key = `${secret}\0${path}`
    const known = this.#places.get(key)
    if (known !== undefined) return known
    this.#places.set(key, this.#secretOf.length)
    return this.#secretOf.push(secret) - 1
  }
}

/** What a commit changes: first what goes of a file, then what comes. */
export interface PathChange {
  add(secret: number, path: string): void
  remove(secret: number, path: string): void
  end(): void
}
