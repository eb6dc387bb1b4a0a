import {
  createScan,
  type Finding,
  type Outcome,
  type Report,
  type Scan,
  ScanError,
  type ScanOptions,
} from '@tacet/scanner'
import type { Values } from './arguments.ts'
import { chosenBaselines } from './baseline/chosen.ts'
import { parseByteSize } from './byte-size.ts'
import { parseCount } from './count.ts'
import { decidingChanges } from './deciding-changes.ts'
import { CommandError, commandError } from './errors.ts'
import type { ExitCode } from './exit-codes.ts'
import { openFileList } from './file-list.ts'
import { foreignOf, withoutForeign } from './foreign-files.ts'
import { historySelection, rejectInput } from './history-selection.ts'
import { noProgress, type ProgressBar, progressBar, progressLines } from './progress.ts'
import type { scanOptions } from './scan-options.ts'
import { parseShard } from './shard-option.ts'
import type { Terminal } from './terminal.ts'
import { version } from './version.ts'
import { writeReport } from './write-report.ts'

type ScanValues = Values<typeof scanOptions>

const prepareScan = async (
  values: ScanValues,
  operands: readonly string[],
  terminal: Terminal,
  progress: ProgressBar,
): Promise<{ readonly scan: Scan; readonly deciding: readonly string[] }> => {
  const { threads, shard, 'max-file-size': maxFileSize, 'files-from': filesFrom } = values
  const paths = operands.filter((operand) => operand !== '-')
  const selection = await historySelection(values, terminal)
  if ('history' in selection || 'staged' in selection) rejectInput(operands)
  if (filesFrom !== undefined && ('history' in selection || 'staged' in selection)) {
    throw new CommandError('usage', 'a list of files has no history: name the repositories instead')
  }
  const packs = values['npm-pack'] ?? false
  if (
    packs &&
    (paths.length < operands.length || filesFrom !== undefined || Object.keys(selection).length > 0)
  ) {
    throw new CommandError('usage', '--npm-pack goes with folders of packages, and with nothing else to scan')
  }
  if (shard !== undefined && operands.includes('-')) {
    throw new CommandError('usage', 'standard input has no shards: name files or folders instead of -')
  }
  const deciding = await decidingChanges(selection, paths, terminal)
  const scan = createScan({
    ...selection,
    showValues: values['show-values'],
    ...chosenBaselines(withoutForeign(values), paths, terminal),
    inlineAllows: !values['no-allow-comments'],
    unusedAllows: values.verbose,
    showSuppressed: values['show-suppressed'],
    ...foreignOf(values, paths),
    ...limitsOf(values),
    ...configOf(values),
    signal: terminal.signal,
    onProgress: (state) => progress.update(state),
    ...(operands.length > 0 && !packs ? { paths } : {}),
    ...(packs ? { filesFrom: await packedFilesOf(paths) } : {}),
    ...(paths.length < operands.length ? { input: terminal.stdin } : {}),
    ...(threads === undefined ? {} : { threads: parseCount(threads, '--threads') }),
    ...(filesFrom === undefined ? {} : { filesFrom: await openFileList(filesFrom, operands, terminal) }),
    ...(shard === undefined ? {} : { shard: parseShard(shard) }),
    ...(maxFileSize === undefined ? {} : { maxFileSize: parseByteSize(maxFileSize, '--max-file-size') }),
  })
  return { scan, deciding }
}

const packedFilesOf = async (folders: readonly string[]): Promise<AsyncIterable<Uint8Array>> => {
  // It is seldom wanted.
  const { packedFiles } = await import('./packed-files.ts')
  return packedFiles(folders.length > 0 ? folders : ['.'])
}

/** What the user asked for counts before all that a configuration says; the rest is left to those. */
const limitsOf = (values: ScanValues): Pick<ScanOptions, 'threshold' | 'decodeDepth' | 'archiveDepth'> => {
  const {
    'min-confidence': threshold,
    'decode-depth': decodeDepth,
    'archive-depth': archiveDepth,
    'no-archives': none,
  } = values
  return {
    ...(threshold === undefined ? {} : { threshold }),
    ...(decodeDepth === undefined ? {} : { decodeDepth: Number(decodeDepth) }),
    ...(none
      ? { archiveDepth: 0 }
      : archiveDepth === undefined
        ? {}
        : { archiveDepth: Number(archiveDepth) }),
  }
}

const configOf = ({ config, 'no-config': none }: ScanValues): Pick<ScanOptions, 'config'> => {
  if (config === undefined) return none ? {} : { config: true }
  if (none) throw new CommandError('usage', 'a configuration, and none: give either --config or --no-config')
  return { config }
}

/** A scan that runs while its findings are read. */
export interface OpenScan extends Report {
  /** Files that what is scanned changes, and that decide what is found in it. */
  readonly deciding: readonly string[]
}

const decidingNote = (deciding: readonly string[]): string =>
  `what is scanned changes ${deciding.join(', ')}, and so what is found in it`

/** The findings of a scan, and how it ended. One that was interrupted still has what it found. */
const follow = (scan: Scan, deciding: readonly string[], signal: AbortSignal): OpenScan => {
  async function* findings(): AsyncGenerator<Finding> {
    try {
      yield* scan
    } catch (error) {
      if (!(error instanceof ScanError)) throw error
      if (error.code !== 'aborted') throw commandError(error)
    }
  }
  const outcome = async (): Promise<Outcome> => {
    const scanned = await scan.coverage
    const notes = [...(scanned.notes ?? []), ...(deciding.length > 0 ? [decidingNote(deciding)] : [])]
    const coverage = notes.length > 0 ? { ...scanned, notes } : scanned
    return signal.aborted ? { coverage, stopped: 'interrupted' } : { coverage }
  }
  return { findings: findings(), outcome, deciding }
}

/**
 * A scan as the options of `tacet scan` say, for a command that reports in its own way.
 *
 * @returns a report whose `outcome` may be asked for more than once
 * @throws CommandError, also while the findings are read
 */
export const openScan = async (
  values: ScanValues,
  operands: readonly string[],
  terminal: Terminal,
  progress: ProgressBar,
): Promise<OpenScan> => {
  const { scan, deciding } = await prepareScan(values, operands, terminal, progress)
  return follow(scan, deciding, terminal.signal)
}

/** What tells how far a scan has come, as the terminal can show it. */
export const showProgress = ({ stderr, env }: Terminal): ProgressBar =>
  stderr.isTTY === true && env.CI === undefined && env.TERM !== 'dumb'
    ? progressBar(stderr)
    : progressLines(stderr)

/** Scans and reports, as the options of `tacet scan` say. */
export const runScan = async (
  values: ScanValues,
  operands: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> => {
  const progress = values.quiet || values['no-progress'] ? noProgress : showProgress(terminal)
  const report = await openScan(values, operands, terminal, progress)
  const writing = { version: version(), holdsValues: values['show-values'], progress }
  try {
    return await writeReport(report, values, terminal, writing)
  } finally {
    // Open, it would keep the process waiting for what an interrupted scan no longer reads.
    if (operands.includes('-') || values['files-from'] === '-') terminal.stdin.destroy()
  }
}
