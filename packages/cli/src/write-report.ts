import { readFile, stat } from 'node:fs/promises'
import {
  type Finding,
  type Format,
  isComplete,
  type Outcome,
  painter,
  type Report,
  type ReportOptions,
  reporters,
  summarize,
  Tally,
} from '@tacet/scanner'
import type { Values } from './arguments.ts'
import { automaticFormat } from './automatic-format.ts'
import { showsColor } from './color.ts'
import { CommandError } from './errors.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { appendTo, ClosedPipeError, fileSink, type Sink, streamSink } from './output.ts'
import type { ProgressBar } from './progress.ts'
import { reportTargets, type Target } from './report-targets.ts'
import { repositoryFolder } from './repository-folder.ts'
import type { reportOptions } from './scan-options.ts'
import type { Output, Terminal } from './terminal.ts'
import { unread } from './unread.ts'

interface Writing {
  /** The version of Tacet that found what is reported. */
  readonly version: string
  /** Whether the report holds the secrets themselves. */
  readonly holdsValues: boolean
  readonly progress: Pick<ProgressBar, 'clear'>
}

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

const openSink = ({ file }: Target, { stdout }: Terminal, holdsValues: boolean): Promise<Sink> | Sink =>
  file === undefined ? streamSink(stdout) : fileSink(file, holdsValues ? ownerOnly : everyone)

const copy = async (
  chunks: AsyncIterable<string>,
  sink: Sink,
  progress: Pick<ProgressBar, 'clear'>,
): Promise<void> => {
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

async function* counted(findings: Report['findings'], tally: Tally): AsyncGenerator<Finding> {
  for await (const finding of findings) {
    tally.add(finding)
    yield finding
  }
}

/** What only a terminal's reader gets: colours, lines that fit, hyperlinks. */
const screenOptions = async (stdout: Output, color: boolean): Promise<Partial<ReportOptions>> => {
  const { hyperlinksFor } = color ? await import('./hyperlinks.ts') : {}
  const linkTo = hyperlinksFor?.(stdout)
  const { isTTY, columns } = stdout
  return {
    color,
    ...(isTTY === true && columns !== undefined && columns > 0 ? { columns } : {}),
    ...(linkTo === undefined ? {} : { linkTo }),
  }
}

/** A report that can be written more than once. */
const whole = async (findings: Report['findings']): Promise<Finding[]> => {
  const all: Finding[] = []
  for await (const finding of findings) all.push(finding)
  return all
}

/** GitHub shows the file that it names to a step on the page of the run, as Markdown. A report does not fail for it. */
const addStepSummary = async (report: Report, version: string, { env, stderr }: Terminal): Promise<void> => {
  const file = env.GITHUB_STEP_SUMMARY
  if (file === undefined || file === '') return
  let text = ''
  for await (const chunk of reporters.markdown(report, { version })) text += chunk
  try {
    await appendTo(file, text)
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    stderr.write(`tacet: no summary of the step: ${error.message}\n`)
  }
}

/** Formats that end with the summary that else goes to standard error. */
const summarizing: ReadonlySet<Format> = new Set(['text', 'github', 'markdown'])

/**
 * Writes a report where and as often as the options say, and a summary for who looks on.
 *
 * @param report - its `outcome` may be asked for more than once
 * @returns what the exit code of a scan says of it
 * @throws CommandError with the code `output`, or `usage` for reports that cannot be written together
 */
export const writeReport = async (
  { findings, outcome }: Report,
  values: Values<typeof reportOptions>,
  terminal: Terminal,
  { version, holdsValues, progress }: Writing,
): Promise<ExitCode> => {
  const { stdout, stderr } = terminal
  const { quiet, verbose, explain } = values
  const targets = reportTargets(automaticFormat(values.format, values.output, terminal), values.output)
  const sinks = await Promise.all(targets.map((target) => openSink(target, terminal, holdsValues)))
  const onScreen = targets.find(({ file }) => file === undefined)?.format
  const isGithub = onScreen === 'github'
  const color = (stream: Output) => !values['no-color'] && showsColor(stream)
  const tally = new Tally()
  const source = counted(findings, tally)
  const report = { findings: targets.length > 1 || isGithub ? await whole(source) : source, outcome }
  const folder = repositoryFolder(process.cwd())
  const shared = { version, verbose, explain, quiet, readText, folder }
  if (isGithub) await addStepSummary(report, version, terminal)
  try {
    for (const [index, { format, file }] of targets.entries()) {
      const options =
        file === undefined ? { ...shared, ...(await screenOptions(stdout, color(stdout))) } : shared
      await copy(reporters[format](report, options), sinks[index]!, progress)
    }
  } catch (error) {
    if (!(error instanceof ClosedPipeError)) throw error
    return tally.findings > 0 ? exitCodes.findings : exitCodes.failed
  }
  const ended: Outcome = await outcome()
  if (!quiet && (onScreen === undefined || !summarizing.has(onScreen))) {
    stderr.write(summarize(tally, ended, painter(color(stderr)), verbose))
  }
  const missed = unread([ended.coverage])
  if (missed !== '') stderr.write(`tacet: the scan is not complete: it could not read ${missed}\n`)
  if (!isComplete(ended)) return exitCodes.failed
  return tally.findings > 0 ? exitCodes.findings : exitCodes.clean
}
