import type { Match } from './types.ts'

const NONE: readonly Match[] = []

/** Collects occurrences in any order, and merges those that overlap or touch. */
export class Occurrences {
  readonly #found: Match[] = []

  add(start: number, end: number, pattern: number): void {
    this.#found.push({ start, end, pattern })
  }

  merged(): readonly Match[] {
    const found = this.#found
    if (found.length === 0) return NONE
    found.sort((a, b) => a.start - b.start || b.end - a.end || a.pattern - b.pattern)
    const merged: { start: number; end: number; pattern: number }[] = []
    for (const match of found) {
      const last = merged.at(-1)
      if (!last || match.start > last.end) merged.push({ ...match })
      else if (match.end > last.end) last.end = match.end
    }
    return merged
  }
}
