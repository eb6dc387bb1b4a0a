import type { Finding } from '@tacet/scanner'

/** Whether something is in a file or a folder, or in what the file holds. */
const isIn = (path: string, place: string): boolean =>
  path === place || place === '.' || path.startsWith(`${place}/`) || path.startsWith(`${place}!/`)

/** A secret that moved within its file is the same finding; one that is there twice is two. */
const byKey = (findings: readonly Finding[]): Map<string, Finding[]> => {
  const keyed = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = `${finding.location.path}\0${finding.fingerprint}`
    keyed.set(key, [...(keyed.get(key) ?? []), finding])
  }
  return keyed
}

/** What is in `some` more often than in `others`. */
const beyond = (some: readonly Finding[], others: readonly Finding[]): Finding[] => {
  const known = byKey(others)
  return [...byKey(some)].flatMap(([key, findings]) => findings.slice(known.get(key)?.length ?? 0))
}

/** The findings that were told. */
export class KnownFindings {
  #findings: readonly Finding[] = []

  get count(): number {
    return this.#findings.length
  }

  /**
   * Takes what a scan of these places found.
   *
   * @returns what is new there, and what is gone from there
   */
  update(places: readonly string[], found: readonly Finding[]): { fresh: Finding[]; gone: Finding[] } {
    const before = this.#findings.filter(({ location }) => places.some((place) => isIn(location.path, place)))
    const elsewhere = this.#findings.filter((finding) => !before.includes(finding))
    this.#findings = [...elsewhere, ...found]
    return { fresh: beyond(found, before), gone: beyond(before, found) }
  }
}
