import type { Skip } from './coverage.ts'
import type { Finding } from './finding.ts'
import type { Held } from './history/scan-objects.ts'
import type { PackedObject } from './sources/packs/packed-unit.ts'
import type { UnusedAllow } from './suppress/unused.ts'

/** What came of scanning units. It grows while they are scanned, so that one that is stopped has what it found. */
export interface Result {
  readonly findings: Finding[]
  readonly skipped: Skip[]
  files: number
  bytes: number
  /** What objects of a repository hold, and how many of them were looked at. */
  readonly held: Held[]
  objects: number
  commits: number
  /** Objects of packs that are to be scanned one by one. */
  readonly unclear: PackedObject[]
  /** Keys of objects in which nothing was found. */
  readonly clean: string[]
  /** Comments that hide nothing, when they are asked for. */
  readonly unused: UnusedAllow[]
}

export const emptyResult = (): Result => ({
  findings: [],
  skipped: [],
  files: 0,
  bytes: 0,
  held: [],
  objects: 0,
  commits: 0,
  unclear: [],
  clean: [],
  unused: [],
})
