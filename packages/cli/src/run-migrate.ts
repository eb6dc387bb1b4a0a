import { existsSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import {
  BASELINE_NAME,
  counted,
  type Finding,
  findForeign,
  inspectConfig,
  type Migration,
  printablePath,
  ScanError,
  translateForeign,
} from '@tacet/scanner'
import type { Values } from './arguments.ts'
import { search } from './baseline/search.ts'
import { BaselineStore } from './baseline/store.ts'
import { CommandError } from './errors.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { MigrateOptions } from './migrate-command.ts'
import { fileSink, streamSink, writeWhole } from './output.ts'
import { noProgress } from './progress.ts'
import { showProgress } from './run-scan.ts'
import type { Terminal } from './terminal.ts'

type MigrateValues = Values<MigrateOptions>

const CONFIG = 'tacet.json'

const translated = async (folder: string): Promise<Migration> => {
  try {
    return await translateForeign(folder)
  } catch (error) {
    if (error instanceof ScanError) throw new CommandError('scan', error.message, { cause: error })
    throw error
  }
}

/** A rule may be called otherwise in a configuration of ours. */
const keyOf = ({ value, location }: Finding): string => `${location.path}\0${value}`

/** What a scan of the folder finds, with all that is suppressed. */
const found = async (
  folder: string,
  { history, 'no-progress': still }: MigrateValues,
  terminal: Terminal,
  options: object,
): Promise<readonly Finding[]> => {
  const all = { history, 'no-baseline': true, 'show-suppressed': true, ...options }
  const { findings } = await search(all, [folder], terminal, still ? noProgress : showProgress(terminal))
  return findings
}

/** What files of others hide. A comment says where it stands what it hides, and goes on to. */
const isKnown = ({ suppression }: Finding): boolean =>
  suppression?.where !== undefined && suppression.kind !== 'inline'

/** What was known and nothing else hides now, with what has hidden it. */
const stillOpen = (known: readonly Finding[], now: readonly Finding[]): readonly Finding[] => {
  const hiding = new Map(known.map((finding) => [keyOf(finding), finding.suppression]))
  return now.flatMap((finding) => {
    const suppression = hiding.get(keyOf(finding))
    return suppression && finding.suppression === undefined ? [{ ...finding, suppression }] : []
  })
}

const reasonOf = ({ suppression }: Finding): string =>
  [`from ${suppression!.where}`, suppression!.reason].filter(Boolean).join(': ')

const baselined = async (
  store: BaselineStore,
  known: readonly Finding[],
  history: boolean,
): Promise<number> => {
  const byReason = new Map<string, Finding[]>()
  for (const finding of known) {
    const reason = reasonOf(finding)
    byReason.set(reason, [...(byReason.get(reason) ?? []), finding])
  }
  let added = 0
  for (const [reason, findings] of byReason) {
    added += (await store.add(findings, { fields: { reason }, history })).added.length
  }
  return added
}

/** What nobody thought of when it was translated is told now, not by the next scan. */
const check = async (config: string): Promise<void> => {
  try {
    await inspectConfig({ config })
  } catch (error) {
    if (!(error instanceof ScanError)) throw error
    const message = `${error.message}\nThis is written: mend it there, then remove the files of the others`
    throw new CommandError('config', message, { cause: error })
  }
}

const configLine = ({ counts: { rules, allow, exclude, off } }: Migration, verb: string): string => {
  const parts = [
    ...(rules > 0 ? [counted(rules, 'rule')] : []),
    ...(allow > 0 ? [counted(allow, 'entry that allows', 'entries that allow')] : []),
    ...(exclude > 0 ? [counted(exclude, 'excluded path')] : []),
    ...(off > 0 ? [`${counted(off, 'rule')} off`] : []),
  ]
  return `${CONFIG}: ${parts.join(', ')} ${verb}.\n`
}

/** Takes over the set-ups of other scanners, as the options of `tacet migrate` say. */
export const runMigrate = async (
  values: MigrateValues,
  operands: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> => {
  if (operands.length > 1) throw new CommandError('usage', 'name one folder: each has a set-up of its own')
  const folder = resolve(operands[0] ?? '.')
  const shown = relative(process.cwd(), folder) || '.'
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CommandError('usage', `there is no folder ${shown}`)
  }
  const write = (text: string): Promise<void> => writeWhole(streamSink(terminal.stdout), text)
  const migration = await translated(folder)
  const known = findForeign([shown], process.cwd()).map((file) => relative(folder, file))
  const sources = [...new Set([...migration.sources, ...known])]
  if (sources.length === 0) {
    const place = shown === '.' ? 'this folder' : printablePath(shown)
    await write(
      `Nothing to take over: there is no set-up of gitleaks, detect-secrets or secretlint in ${place}.\n` +
        'Looked for .gitleaks.toml, .gitleaksignore, .secrets.baseline, .secretlintrc.json and .secretlintignore.\n',
    )
    return exitCodes.clean
  }
  const isDry = values['dry-run']
  const config = join(folder, CONFIG)
  const isNew = migration.config !== undefined && !isDry
  if (isNew && existsSync(config) && !values.force) {
    throw new CommandError(
      'usage',
      `there is a ${CONFIG} in ${shown} already: take over by hand what --dry-run tells, or replace it with --force`,
    )
  }
  // What these files hold themselves goes with them.
  const own = new Set(sources.map((name) => join(folder, name)))
  const isElsewhere = ({ location }: Finding): boolean => !own.has(resolve(location.path))
  const scan = (options: object) => found(shown, values, terminal, options)
  // Before there is a configuration, which would stand in for theirs.
  const hidden =
    known.length === 0 ? [] : (await scan({ 'no-config': true })).filter(isKnown).filter(isElsewhere)
  if (isNew) {
    await writeWhole(await fileSink(config, 0o666), migration.config!)
    await check(config)
  }
  const findings =
    isDry || hidden.length === 0 ? hidden : stillOpen(hidden, await scan({ 'no-foreign': true }))
  const store = new BaselineStore(join(folder, BASELINE_NAME), terminal.env.TACET_KEY || undefined)
  const added = isDry ? findings.length : await baselined(store, findings, values.history)
  const verb = isDry ? 'would be written' : 'written'
  const lines = [
    `Read: ${sources.map(printablePath).join(', ')}.\n`,
    ...(migration.config === undefined ? [] : [configLine(migration, verb)]),
    ...(isDry && migration.config !== undefined ? [migration.config] : []),
    ...(added > 0 ? [`${BASELINE_NAME}: ${counted(added, 'known finding')} ${verb}.\n`] : []),
    ...(migration.notes.length > 0 ? ['Without an equivalent, or to be known:\n'] : []),
    ...migration.notes.map((note) => `  ${printablePath(note)}\n`),
    ...(isDry ? [] : ['Look through it, then remove the files of the others; comments stay honoured.\n']),
  ]
  await write(lines.join(''))
  return exitCodes.clean
}
