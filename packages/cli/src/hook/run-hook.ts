import { Readable } from 'node:stream'
import {
  counted,
  type Finding,
  isComplete,
  type Outcome,
  printable,
  printablePath,
  type Report,
  reporters,
} from '@tacet/scanner'
import { parseArguments, type Values } from '../arguments.ts'
import { showsColor } from '../color.ts'
import { CommandError } from '../errors.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { noProgress } from '../progress.ts'
import { type OpenScan, openScan } from '../run-scan.ts'
import { scanOptions } from '../scan-options.ts'
import type { Terminal } from '../terminal.ts'
import { unread } from '../unread.ts'
import { version } from '../version.ts'
import { advice, bypassOf, type HookName } from './advice.ts'
import type { hookOptions } from './options.ts'
import { whatIsPushed, whatIsReceived } from './pushed.ts'

type HookValues = Values<typeof hookOptions>

/** More are seldom read, in a terminal or through a server's connection. */
const mostShown = 20

const deeds: Readonly<Record<HookName, string>> = {
  'pre-commit': 'commit',
  'pre-push': 'push',
  'pre-receive': 'push',
}

const pushedTo = {
  'pre-push': whatIsPushed,
  'pre-receive': whatIsReceived,
}

/** One report after the other, as one. */
const joined = (reports: readonly Report[]): Report & { outcomes(): Promise<Outcome[]> } => {
  async function* findings(): AsyncGenerator<Finding> {
    for (const report of reports) yield* report.findings
  }
  const outcomes = () => Promise.all(reports.map(({ outcome }) => outcome()))
  return { findings: findings(), outcomes, outcome: async () => (await outcomes())[0]! }
}

/** A report of what standard input holds, under the name that it has. */
const named = ({ findings, outcome, deciding }: OpenScan, name: string): OpenScan => {
  async function* renamed(): AsyncGenerator<Finding> {
    for await (const finding of findings) yield { ...finding, location: { ...finding.location, path: name } }
  }
  return { findings: renamed(), outcome, deciding }
}

/** The scans of what a commit or a push brings; none when it brings nothing. */
const scansOf = async (hook: HookName, values: HookValues, terminal: Terminal): Promise<OpenScan[]> => {
  const all = { ...parseArguments([], scanOptions).values, ...values, 'no-cache': true }
  const open = (selection: object, input: Readable, operands: readonly string[] = []) =>
    openScan({ ...all, ...selection }, operands, { ...terminal, stdin: input }, noProgress)
  if (hook === 'pre-commit') return [await open({ staged: true }, terminal.stdin)]
  const { commits, others } = await pushedTo[hook](terminal)
  return Promise.all([
    ...(commits.length > 0 ? [open({ 'commits-from': '-' }, Readable.from([commits.join('\n')]))] : []),
    ...others
      .filter(({ content }) => content.length > 0)
      .map(async ({ name, content }) => named(await open({}, Readable.from([content]), ['-']), name)),
  ])
}

/** Git shows all that a hook prints as something that went wrong, so all of it goes where that belongs. */
const tell = async (
  hook: HookName,
  { findings, outcome }: { readonly findings: readonly Finding[]; readonly outcome: Report['outcome'] },
  values: HookValues,
  { stderr }: Terminal,
): Promise<void> => {
  const secrets = new Set(findings.map(({ fingerprint }) => fingerprint)).size
  stderr.write(
    `tacet stopped this ${deeds[hook]}: it brings ${secrets === 1 ? 'a secret' : counted(secrets, 'secret')}.\n\n`,
  )
  const shown = findings.slice(0, mostShown)
  const { isTTY, columns } = stderr
  const options = {
    version: version(),
    quiet: true,
    explain: values.explain,
    color: !values['no-color'] && showsColor(stderr),
    ...(isTTY === true && columns !== undefined && columns > 0 ? { columns } : {}),
  }
  for await (const chunk of reporters.text({ findings: shown, outcome }, options)) stderr.write(chunk)
  if (findings.length > shown.length) stderr.write(`… and ${findings.length - shown.length} more\n\n`)
  stderr.write(advice(hook, findings, values))
}

/** What of a commit or a push keeps others of it from being seen: it passes, and somebody should know. */
const tellHidden = (
  hook: HookName,
  deciding: readonly string[],
  outcomes: readonly Outcome[],
  { stderr }: Terminal,
): void => {
  const what = `this ${deeds[hook]}`
  if (deciding.length > 0) {
    const files = deciding.map(printablePath).join(', ')
    stderr.write(`tacet: ${what} changes what the scanner looks at: ${files}\n`)
  }
  const counts = new Map<string, number>()
  for (const { coverage } of outcomes) {
    for (const [kind, count] of Object.entries(coverage.suppressed ?? {}))
      counts.set(kind, (counts.get(kind) ?? 0) + count)
  }
  if (counts.size === 0) return
  const by = [...counts].map(([kind, count]) => `${count} ${printable(kind)}`).join(', ')
  stderr.write(`tacet: hidden in ${what}, by what hides it: ${by}\n`)
}

const check = async (hook: HookName, values: HookValues, terminal: Terminal): Promise<ExitCode> => {
  const scans = await scansOf(hook, values, terminal)
  if (scans.length === 0) return exitCodes.clean
  const { findings, outcome, outcomes } = joined(scans)
  const found: Finding[] = []
  for await (const finding of findings) found.push(finding)
  if (found.length > 0) await tell(hook, { findings: found, outcome }, values, terminal)
  const ended = await outcomes()
  tellHidden(hook, [...new Set(scans.flatMap(({ deciding }) => deciding))], ended, terminal)
  const unfinished = ended.filter((each) => !isComplete(each))
  if (unfinished.length === 0) return found.length > 0 ? exitCodes.findings : exitCodes.clean
  const missed = unread(unfinished.map(({ coverage }) => coverage))
  throw new CommandError('scan', unfinished[0]!.stopped ?? `the scan could not read ${missed}`)
}

/**
 * Looks at what a commit or a push brings, and says what to do when that holds a secret.
 *
 * @returns 0 when it may go on, 1 when it holds a secret
 * @throws CommandError when that could not be found out: then it must not go on either
 */
export const runHook = async (hook: HookName, values: HookValues, terminal: Terminal): Promise<ExitCode> => {
  try {
    return await check(hook, values, terminal)
  } catch (error) {
    if (!(error instanceof CommandError) || error.code === 'usage') throw error
    throw new CommandError(
      error.code,
      `this ${deeds[hook]} was stopped, for it could not be checked: ${error.message}. ${bypassOf(hook)}`,
      { cause: error },
    )
  }
}
