import { existsSync, realpathSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { counted, type Finding, painter, printable, reporters, ScanError } from '@tacet/scanner'
import { parseArguments, type Values } from '../arguments.ts'
import { showsColor } from '../color.ts'
import { decides } from '../deciding-changes.ts'
import { CommandError } from '../errors.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { noProgress } from '../progress.ts'
import { openScan } from '../run-scan.ts'
import { scanOptions } from '../scan-options.ts'
import type { Terminal } from '../terminal.ts'
import { version } from '../version.ts'
import { changes } from './changes.ts'
import { notIgnored, unwatched } from './ignored.ts'
import { KnownFindings } from './known-findings.ts'
import type { watchOptions } from './options.ts'

type WatchValues = Values<typeof watchOptions>

/** What is there may well be nothing, as an empty file. */
const isNothing = (error: unknown): boolean =>
  error instanceof CommandError && error.cause instanceof ScanError && error.cause.code === 'nothing-scanned'

/** Scans files and folders; none of the names is a glob. */
const scan = async (
  paths: readonly string[],
  values: WatchValues,
  terminal: Terminal,
): Promise<Finding[]> => {
  const list = paths.filter((path) => existsSync(path))
  if (list.length === 0) return []
  const all = { ...parseArguments([], scanOptions).values, ...values, 'files-from': '-' }
  const stdin = Readable.from([Buffer.from(list.map((path) => `${path}\0`).join(''))])
  const found: Finding[] = []
  try {
    const { findings } = await openScan(all, [], { ...terminal, stdin }, noProgress)
    for await (const finding of findings) found.push(finding)
  } catch (error) {
    if (!isNothing(error)) throw error
  }
  return found
}

/** Tells what came and what went. */
const teller = ({ explain, 'no-color': noColor }: WatchValues, { stdout }: Terminal) => {
  const color = !noColor && showsColor(stdout)
  const paint = painter(color)
  const { columns } = stdout
  const options = { version: version(), quiet: true, explain, color, ...(columns ? { columns } : {}) }
  const coverage = { rules: 0, files: 0, bytes: 0, findings: 0, duration: 0, skipped: [], sources: [] }
  return async ({ fresh, gone }: { fresh: readonly Finding[]; gone: readonly Finding[] }, left: number) => {
    for await (const chunk of reporters.text({ findings: fresh, outcome: () => ({ coverage }) }, options)) {
      stdout.write(chunk)
    }
    for (const { location, title, masked } of gone) {
      stdout.write(paint('green', `gone: ${printable(`${location.path}  ${title}  ${masked}`)}\n`))
    }
    if (fresh.length + gone.length > 0) stdout.write(paint('dim', `${counted(left, 'finding')} now\n\n`))
  }
}

/** Whether a file decides what is looked at, or what is found there. */
const decidesHere = (path: string): boolean => decides(path) || /(?:^|\/)\.gitignore$/.test(path)

/** A path as findings show it: from the working directory, with `/`. */
const shownPath = (path: string, cwd: string): string => relative(cwd, path).replaceAll('\\', '/') || '.'

/**
 * Scans what is there, and then what changes, until it is told to stop.
 *
 * @throws CommandError
 */
export const runWatch = async (
  values: WatchValues,
  operands: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> => {
  const cwd = realpathSync(process.cwd())
  const named = operands.length > 0 ? operands : ['.']
  const missing = named.find((name) => !existsSync(name))
  if (missing !== undefined) throw new CommandError('usage', `there is no ${missing}: check the path`)
  const folders = named.map((name) => realpathSync(resolve(name)))
  const tests = await Promise.all(folders.map(unwatched))
  const known = new KnownFindings()
  const tell = teller(values, terminal)
  const look = async (paths: readonly string[]): Promise<void> => {
    const found = await scan(paths, values, terminal)
    if (!terminal.signal.aborted) await tell(known.update(paths, found), known.count)
  }
  const isIgnored = (path: string) => tests.every((test) => test(path))
  const onReady = () => terminal.stderr.write('tacet: watching; Ctrl-C ends it\n')
  const everything = folders.map((folder) => shownPath(folder, cwd))
  await look(everything)
  for await (const batch of changes(folders, isIgnored, { signal: terminal.signal, onReady })) {
    const changed = batch.map((path) => shownPath(path, cwd))
    try {
      await look(changed.some(decidesHere) ? everything : await notIgnored(changed, cwd))
    } catch (error) {
      // A configuration that is being written, say: the next change may mend it.
      if (!(error instanceof CommandError)) throw error
      terminal.stderr.write(`tacet: ${printable(error.message)}\n`)
    }
  }
  return exitCodes.clean
}
