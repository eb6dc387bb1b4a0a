import type { Confidence, Rule } from '@tacet/rules'
import type { Coverage } from './coverage.ts'
import type { CustomRule } from './custom/custom-rule.ts'
import type { Finding } from './finding.ts'
import type { ForeignOptions } from './foreign/read-foreign.ts'
import type { HistoryOptions } from './history/host.ts'
import { Run } from './run.ts'
import type { ShardOptions } from './shard.ts'

/** How far a scan has come. */
export interface Progress {
  readonly files: number
  readonly bytes: number
  /** How many files there are to look at, as soon as that is known. */
  readonly total?: number
}

export interface ScanOptions {
  /** Files, directories and globs. Default: the working directory, unless there is `input` or `filesFrom`. */
  readonly paths?: readonly string[]
  /**
   * A list of files and directories to scan besides, as bytes: each ended by a NUL, or by a line end when there is no
   * NUL. None is a glob; one that is not there is reported as skipped, and makes the scan incomplete.
   */
  readonly filesFrom?: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  /** Bytes to scan besides, such as standard input. Findings call it `-`. */
  readonly input?: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  /** Scan the histories of the repositories that `paths` are in. `true` for all that can be reached. */
  readonly history?: true | HistoryOptions | undefined
  /** Scan what is staged in them, as it would be committed: what its added lines hold. */
  readonly staged?: boolean
  /**
   * Scan only one of several parts that together are the whole: files by their paths, histories by their repositories.
   * `mergeReports` joins what comes of them. There may be nothing in a part.
   */
  readonly shard?: ShardOptions
  /** Where relative paths start. Default: the working directory of the process. */
  readonly cwd?: string
  /**
   * What configurations to obey: with `true` each `tacet.json` in what is scanned and in the folders above it, up to the
   * root of the repository; or one file for all. What they exclude or hide is in the coverage. Default: none.
   */
  readonly config?: true | string | undefined
  /** Default: all rules of `@tacet/rules`. */
  readonly rules?: readonly Rule[]
  /** Rules of your own besides, as data: their expressions are in RE2 syntax, so that each takes linear time. */
  readonly custom?: readonly CustomRule[]
  /** The least confidence that is reported. Default: `medium`. */
  readonly threshold?: Confidence
  /** How often one encoding may be within another, from 0 (look at plain text only) to 8. Default: 2. */
  readonly decodeDepth?: number
  /**
   * How often one archive or compressed file may be within another, from 0 (look into none) to 8. Default: 5. A file in
   * one has the path `app.jar!/lib/x.properties`. Nothing is unpacked to the disk.
   */
  readonly archiveDepth?: number
  /** Larger files are skipped, in bytes. Default: none is too large, memory use does not grow with the size. */
  readonly maxFileSize?: number
  /**
   * How many threads scan, the calling one among them. Default: as many as the processor has, at most 8. Workers are
   * started only when there is much to scan, and only for rules of `@tacet/rules`: others cannot leave their thread.
   */
  readonly threads?: number
  /** Makes fingerprints that only the holder of the key can compute. */
  readonly fingerprintKey?: string | Uint8Array
  /** Put the values themselves into the findings. Default: false. */
  readonly showValues?: boolean
  /** Whether comments `tacet:allow` hide findings. Default: true. */
  readonly inlineAllows?: boolean
  /** Tell of comments in files that hide nothing. They are read once more for it. Default: false. */
  readonly unusedAllows?: boolean
  /**
   * Files of baselines, as `tacet baseline` writes them: what they list is suppressed. Default: none; `findBaselines`
   * names those that belong to paths.
   */
  readonly baselines?: readonly string[]
  /** What the fingerprints of those baselines are made with, when that is a key. */
  readonly baselineKey?: string
  /**
   * What of other scanners is honoured besides: comments, configurations, ignore files, baselines. Default: nothing;
   * with `{}` their comments.
   */
  readonly foreign?: ForeignOptions
  /** Yield also what is suppressed, as findings with `suppression`. Default: false, it is only counted. */
  readonly showSuppressed?: boolean
  /** Called a few times a second. */
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

/** A scan that runs while it is iterated, once. It ends with a `ScanError` when it cannot do what was asked. */
export interface Scan extends AsyncIterable<Finding> {
  /**
   * What was looked at. Resolves when the iteration ends, also when it was aborted or left early, then with what was
   * looked at by then. Rejects with the error of a scan that could not do what was asked.
   */
  readonly coverage: Promise<Coverage>
  /** Stops the scan, for `await using`; what was looked at by then is in `coverage`. */
  [Symbol.asyncDispose](): Promise<void>
  /** Runs the scan to its end. */
  collect(): Promise<{ readonly findings: Finding[]; readonly coverage: Coverage }>
}

/**
 * Prepares a scan for secrets.
 *
 *     const scan = createScan({ paths: ['src'] })
 *     for await (const finding of scan) console.log(finding.location.path, finding.title)
 *     console.log((await scan.coverage).files)
 *
 * Findings come file by file in the order of the paths, within a file in the order of their place.
 *
 * Iterating throws a `ScanError` with the code `no-rules`, `path-not-found`, `not-readable`, `nothing-scanned` (there
 * was nothing to look at, which proves nothing), `invalid-option`, `worker-failed` (a thread ended before its work was
 * done) or `aborted` (its cause is the signal's reason).
 */
export function createScan(options: ScanOptions = {}): Scan {
  const run = new Run(options)
  const coverage = new Promise<Coverage>((resolve, reject) => {
    run.onEnd = resolve
    run.onError = reject
  })
  // Whoever iterates gets the error there: nobody need ask for the coverage as well.
  coverage.catch(() => {})
  const findings = run.findings()
  return {
    coverage,
    [Symbol.asyncIterator]: () => findings,
    async [Symbol.asyncDispose]() {
      await findings.return()
      run.end()
    },
    async collect() {
      const collected: Finding[] = []
      for await (const finding of findings) collected.push(finding)
      return { findings: collected, coverage: await coverage }
    },
  }
}
