import { readFile, stat } from 'node:fs/promises'
import {
  createScan,
  type Finding,
  isComplete,
  type Outcome,
  painter,
  reporters,
  type Scan,
  ScanError,
  summarize,
  Tally,
} from '@tacet/scanner'
import type { Values } from './arguments.ts'
import { parseByteSize } from './byte-size.ts'
import { showsColor } from './color.ts'
import { CommandError } from './errors.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { ClosedPipeError, fileSink, type Sink, streamSink } from './output.ts'
import { type ProgressBar, progressBar } from './progress.ts'
import type { scanOptions } from './scan-options.ts'
import type { Output, Terminal } from './terminal.ts'
import { version } from './version.ts'

type ScanValues = Values<typeof scanOptions>

/** Larger files get no line hash: it needs the whole text, and no viewer shows them. */
const largestHashed = 16_000_000

// As the umask lets it be; a report that holds values is for its owner alone.
const everyone = 0o666
const ownerOnly = 0o600

const readText = async (path: string): Promise<string | undefined> => {
  try {
    const { size } = await stat(path)
    return size <= largestHashed ? await readFile(path, 'utf8') : undefined
  } catch {
    // Standard input, or a file that went away: SARIF does without the hash.
    return undefined
  }
}

const prepareScan = (
  values: ScanValues,
  operands: readonly string[],
  terminal: Terminal,
  progress: ProgressBar,
): Scan => {
  const maxFileSize = values['max-file-size']
  const paths = operands.filter((operand) => operand !== '-')
  return createScan({
    threshold: values['min-confidence'],
    showValues: values['show-values'],
    decodeDepth: Number(values['decode-depth']),
    signal: terminal.signal,
    onProgress: (state) => progress.update(state),
    ...(operands.length > 0 ? { paths } : {}),
    ...(paths.length < operands.length ? { input: terminal.stdin } : {}),
    ...(maxFileSize === undefined ? {} : { maxFileSize: parseByteSize(maxFileSize, '--max-file-size') }),
  })
}

/** The findings of a scan, and how it ended. One that was interrupted still has what it found. */
const follow = (scan: Scan, signal: AbortSignal) => {
  const tally = new Tally()
  async function* findings(): AsyncGenerator<Finding> {
    try {
      for await (const finding of scan) {
        tally.add(finding)
        yield finding
      }
    } catch (error) {
      if (!(error instanceof ScanError)) throw error
      if (error.code !== 'aborted') throw new CommandError('scan', error.message, { cause: error })
    }
  }
  const outcome = async (): Promise<Outcome> => {
    const coverage = await scan.coverage
    return signal.aborted ? { coverage, stopped: 'interrupted' } : { coverage }
  }
  return { findings: findings(), outcome, tally }
}

const openSink = (values: ScanValues, { stdout }: Terminal): Promise<Sink> | Sink => {
  const file = values.output
  if (file === undefined || file === '-') return streamSink(stdout)
  return fileSink(file, values['show-values'] ? ownerOnly : everyone)
}

const copy = async (chunks: AsyncIterable<string>, sink: Sink, progress: ProgressBar): Promise<void> => {
  try {
    for await (const chunk of chunks) {
      progress.clear()
      await sink.write(chunk)
    }
    await sink.close()
  } finally {
    progress.clear()
  }
}

/** Scans and reports, as the options of `tacet scan` say. */
export const runScan = async (
  values: ScanValues,
  operands: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> => {
  const { stdout, stderr, env } = terminal
  const { format, quiet, verbose, explain } = values
  const calm = quiet || values['no-progress'] || env.CI !== undefined || env.TERM === 'dumb'
  const progress = progressBar(stderr, !calm)
  const scan = prepareScan(values, operands, terminal, progress)
  const sink = await openSink(values, terminal)
  const toScreen = sink.isStream

  const color = (stream: Output) => !values['no-color'] && showsColor(stream)
  const { findings, outcome, tally } = follow(scan, terminal.signal)
  const report = reporters[format](
    { findings, outcome },
    { version: version(), color: toScreen && color(stdout), verbose, explain, quiet, readText },
  )
  try {
    await copy(report, sink, progress)
  } catch (error) {
    if (!(error instanceof ClosedPipeError)) throw error
    return tally.findings > 0 ? exitCodes.findings : exitCodes.failed
  } finally {
    // Open, it would keep the process waiting for what an interrupted scan no longer reads.
    if (operands.includes('-')) terminal.stdin.destroy()
  }
  const ended = await outcome()
  if (!quiet && !(toScreen && format === 'text')) {
    stderr.write(summarize(tally, ended, painter(color(stderr)), verbose))
  }
  const unreadable = ended.coverage.skipped.filter(({ reason }) => reason === 'unreadable').length
  if (unreadable > 0) {
    stderr.write(`tacet: the scan is not complete: what could not be read: ${unreadable}\n`)
  }
  if (!isComplete(ended)) return exitCodes.failed
  return tally.findings > 0 ? exitCodes.findings : exitCodes.clean
}
