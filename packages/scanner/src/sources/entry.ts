import type { Coverage, Skip } from '../coverage.ts'

/** A file to look at. */
export interface FileEntry {
  /** What findings say: with `/` between its parts. */
  readonly path: string
  /** Below what was given, with `/` between its parts. */
  readonly name: string
  /** What the system is asked for: bytes where the name is not UTF-8. */
  readonly file: string | Buffer
}

/** What a path that was given to a scan stands for. */
export interface Listing {
  readonly source: Coverage['sources'][number]
  /** In no particular order; may hold links and other things that are no regular files. */
  readonly entries: readonly FileEntry[]
  /** What could not be listed. */
  readonly skipped: readonly Skip[]
}

/** How a source shares the process with everything else. */
export interface Pacing {
  readonly signal: AbortSignal | undefined
  /** Lets the rest of the process run when that is due, and throws when the scan is aborted. */
  breathe(): Promise<void> | undefined
}
