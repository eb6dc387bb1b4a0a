import { createScan, type Finding, type Outcome, type Report, type Scan, ScanError } from '@tacet/scanner'
import type { Values } from './arguments.ts'
import { parseByteSize } from './byte-size.ts'
import { parseCount } from './count.ts'
import { CommandError } from './errors.ts'
import type { ExitCode } from './exit-codes.ts'
import { openFileList } from './file-list.ts'
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
): Promise<Scan> => {
  const { threads, shard, 'max-file-size': maxFileSize, 'files-from': filesFrom } = values
  const paths = operands.filter((operand) => operand !== '-')
  const selection = await historySelection(values, terminal)
  if ('history' in selection || 'staged' in selection) rejectInput(operands)
  if (filesFrom !== undefined && ('history' in selection || 'staged' in selection)) {
    throw new CommandError('usage', 'a list of files has no history: name the repositories instead')
  }
  if (shard !== undefined && operands.includes('-')) {
    throw new CommandError('usage', 'standard input has no shards: name files or folders instead of -')
  }
  return createScan({
    ...selection,
    threshold: values['min-confidence'],
    showValues: values['show-values'],
    decodeDepth: Number(values['decode-depth']),
    archiveDepth: values['no-archives'] ? 0 : Number(values['archive-depth']),
    signal: terminal.signal,
    onProgress: (state) => progress.update(state),
    ...(operands.length > 0 ? { paths } : {}),
    ...(paths.length < operands.length ? { input: terminal.stdin } : {}),
    ...(threads === undefined ? {} : { threads: parseCount(threads, '--threads') }),
    ...(filesFrom === undefined ? {} : { filesFrom: await openFileList(filesFrom, operands, terminal) }),
    ...(shard === undefined ? {} : { shard: parseShard(shard) }),
    ...(maxFileSize === undefined ? {} : { maxFileSize: parseByteSize(maxFileSize, '--max-file-size') }),
  })
}

/** The findings of a scan, and how it ended. One that was interrupted still has what it found. */
const follow = (scan: Scan, signal: AbortSignal): Report => {
  async function* findings(): AsyncGenerator<Finding> {
    try {
      yield* scan
    } catch (error) {
      if (!(error instanceof ScanError)) throw error
      if (error.code !== 'aborted') throw new CommandError('scan', error.message, { cause: error })
    }
  }
  const outcome = async (): Promise<Outcome> => {
    const coverage = await scan.coverage
    return signal.aborted ? { coverage, stopped: 'interrupted' } : { coverage }
  }
  return { findings: findings(), outcome }
}

const showProgress = ({ stderr, env }: Terminal): ProgressBar =>
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
  const scan = await prepareScan(values, operands, terminal, progress)
  const writing = { version: version(), holdsValues: values['show-values'], progress }
  try {
    return await writeReport(follow(scan, terminal.signal), values, terminal, writing)
  } finally {
    // Open, it would keep the process waiting for what an interrupted scan no longer reads.
    if (operands.includes('-') || values['files-from'] === '-') terminal.stdin.destroy()
  }
}
