import type { Skip } from '../coverage.ts'
import type { Pacing } from '../sources/entry.ts'
import type { SelectionOptions } from '../sources/git/selection.ts'
import type { HistoryUnit } from '../sources/unit.ts'
import type { ObjectsResult } from './scan-objects.ts'
import type { PackedResult } from './scan-packed.ts'

/** What to scan of a history, and what to put up with. Nothing: all that can be reached. */
export interface HistoryOptions extends SelectionOptions {
  /** Also what nothing leads to any more, such as a stash that was dropped. */
  readonly unreachable?: boolean
  /** Scan a shallow clone, whose older history is not there. */
  readonly allowShallow?: boolean
  /** Put up with objects that a partial clone left out. */
  readonly allowMissing?: boolean
  /**
   * A directory to remember in which objects were clean, so that the next scan by the same rules need only look at what
   * is new. It must not be in the repository. Default: none.
   */
  readonly cache?: string
  /** Tell the e-mail addresses of authors. */
  readonly emails?: boolean
  /**
   * Who reads what is in packs: `packs`, this library, which looks at each object only where it differs from the one
   * that it is stored as a change of; or `git`. The findings are the same. Default: `packs`.
   */
  readonly reader?: 'packs' | 'git'
}

/** What a scan of a history needs of the scan that it is part of. */
export interface HistoryHost extends Pacing {
  /** Scans units on whatever threads there are; `counted` when what is looked at is news. */
  scan(
    units: AsyncIterable<readonly HistoryUnit[]>,
    counted: boolean,
  ): AsyncIterable<ObjectsResult & Pick<PackedResult, 'unclear'>>
  /** Told of objects that will be scanned, before they come as units: threads can be started meanwhile. */
  expect(objects: number): void
  /** Told about how many files there are to look at, when that is known. */
  total(files: number): void
  skip(skip: Skip): void
  /** Told of objects that are not looked at, since they are known to be clean. */
  known(count: number): void
  /** Whatever decides what is found; undefined when that cannot be told. */
  settings(): string | undefined
}
