import type { Suppression } from '../suppression.ts'
import type { Held } from './scan-objects.ts'

/** What may hold a secret that is allowed elsewhere, in the order in which it is told. */
const HOLDERS = {
  blob: 'a file',
  tree: 'the name of a file',
  commit: 'the message of a commit',
  tag: 'the message of a tag',
} satisfies Record<Held['type'], string>

/**
 * Whether a secret of a history is suppressed: at each path that holds it there has to be a version of the file that
 * hides all of it. So what is allowed today is allowed in the versions before, and what stands elsewhere is reported.
 */
export class HiddenPaths {
  readonly #hidden = new Map<string, Suppression>()
  readonly #open = new Map<string, Held['type']>()
  #note: string | undefined
  /** The version that was told of last; all of it comes in a row. */
  #version: (Pick<Held, 'id' | 'type'> & { place: string; suppression: Suppression | undefined }) | undefined

  add({ finding: { suppression, note }, id, type, path, within, name }: Held): void {
    this.#note ??= note
    const place = type === 'blob' ? path + within : (name ?? id)
    if (this.#version?.id === id && this.#version.place === place) {
      if (suppression === undefined) this.#version.suppression = undefined
      return
    }
    this.#settle()
    this.#version = { id, type, place, suppression }
  }

  /** What hides the secret everywhere, or else why what is meant to hides it nowhere. */
  judge(): { readonly suppression?: Suppression; readonly note?: string } {
    this.#settle()
    this.#version = undefined
    const open = new Set([...this.#open].flatMap(([place, type]) => (this.#hidden.has(place) ? [] : type)))
    const all = [...this.#hidden.values()]
    // One that depends on where the secret came from says less.
    const suppression = all.find(({ commits }) => commits !== undefined) ?? all[0]
    if (open.size === 0 && suppression !== undefined) return { suppression }
    const note = this.#note ?? (suppression && noteOf(open))
    return note === undefined ? {} : { note }
  }

  #settle(): void {
    if (this.#version === undefined) return
    const { place, type, suppression } = this.#version
    if (suppression === undefined) this.#open.set(place, type)
    else if (!this.#hidden.has(place)) this.#hidden.set(place, suppression)
  }
}

function noteOf(open: ReadonlySet<Held['type']>): string {
  const [, words] = Object.entries(HOLDERS).find(([type]) => open.has(type as Held['type']))!
  return `it is allowed in one place, but not in ${words} that holds it too`
}
