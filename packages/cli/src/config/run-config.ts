import { type ExplainedPath, printable, printablePath, size } from '@tacet/scanner'
import type { Values } from '../arguments.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Terminal } from '../terminal.ts'
import type { ConfigOptions } from './commands.ts'
import { aligned, inspect, print } from './inspect.ts'

/** Tells what applies to a path, as the options of `tacet config print` say. */
export const runConfigPrint = async (
  values: Values<ConfigOptions>,
  operands: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> => {
  const { path, inspected } = await inspect(values, operands)
  const explained = inspected.explain(path)
  const text =
    values.format === 'json'
      ? `${JSON.stringify({ schemaVersion: 1, path, ...explained }, undefined, 2)}\n`
      : explanation(path, explained)
  await print(text, terminal)
  return exitCodes.clean
}

const from = (where: string | undefined): string => where ?? '(default)'

const explanation = (path: string, explained: ExplainedPath): string => {
  const { configs, scanned, owner, threshold, decodeDepth, archiveDepth, maxFileSize } = explained
  const largest = maxFileSize.value === null ? 'any' : size(maxFileSize.value)
  const settings = [
    ['scanned', scanned.value ? 'yes' : 'no', from(scanned.where)],
    ...(owner ? [['owner', owner.value, from(owner.where)]] : []),
    ['threshold', threshold.value, from(threshold.where)],
    ['decodeDepth', `${decodeDepth.value}`, from(decodeDepth.where)],
    ['archiveDepth', `${archiveDepth.value}`, from(archiveDepth.where)],
    ['maxFileSize', largest, from(maxFileSize.where)],
  ]
  const by =
    configs.length > 0 ? `configured by ${configs.join(', ')}` : 'no tacet.json: all is as by default'
  const rules = explained.rules.map((line) => {
    const said = [
      ...(line.on === undefined ? [] : [line.on ? 'on' : 'off']),
      ...(line.threshold === undefined ? [] : [`threshold ${line.threshold}`]),
      ...(line.severity === undefined ? [] : [`severity ${line.severity}`]),
    ]
    const meant = line.count === 1 ? '' : `(${line.count} rules)`
    return [line.rules, said.join(', '), meant, line.where]
  })
  const allow = explained.allow.map((entry) => {
    const { reason, where, expired, until, ...what } = entry
    const when = until === undefined ? '' : expired ? `, until ${until}, which is over` : `, until ${until}`
    const tests = Object.entries(what).map(([name, value]) => `${name} ${value}`)
    return [`${tests.join(', ') || 'by its rule'}${when}`, reason, where]
  })
  return [
    `${printablePath(path)}: ${by}\n\n`,
    aligned(printed(settings), '  '),
    ...(rules.length > 0
      ? ['\nRules, of which the last that fits counts:\n', aligned(printed(rules), '  ')]
      : []),
    ...(allow.length > 0 ? ['\nAllowed:\n', aligned(printed(allow), '  ')] : []),
  ].join('')
}

const printed = (rows: readonly (readonly string[])[]): string[][] => rows.map((row) => row.map(printable))

/** Checks configurations, as the options of `tacet config check` say. */
export const runConfigCheck = async (
  values: Values<ConfigOptions>,
  operands: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> => {
  const { inspected } = await inspect(values, operands, { below: true, signal: terminal.signal })
  const { files, notes, expired } = inspected
  if (values.format === 'json') {
    await print(`${JSON.stringify({ schemaVersion: 1, files, notes, expired }, undefined, 2)}\n`, terminal)
    return exitCodes.clean
  }
  const over = expired.map(({ until, where }) => `${where}: this allows nothing since ${until}: remove it\n`)
  const end = files.length === 0 ? 'There is no tacet.json: all is as by default.\n' : ''
  await print(
    [...files.map((file) => `${file}: fine\n`), ...notes.map((note) => `${note}\n`), ...over, end]
      .map(lines)
      .join(''),
    terminal,
  )
  return exitCodes.clean
}

const lines = (text: string): string => (text === '' ? '' : `${printablePath(text.trimEnd())}\n`)
