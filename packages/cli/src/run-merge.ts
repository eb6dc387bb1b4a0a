import { existsSync, realpathSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { sep } from 'node:path'
import { type MergedReport, mergeReports, ScanError } from '@tacet/scanner'
import fastGlob from 'fast-glob'
import type { Values } from './arguments.ts'
import { CommandError } from './errors.ts'
import type { ExitCode } from './exit-codes.ts'
import type { MergeOptions } from './merge-command.ts'
import { noProgress } from './progress.ts'
import type { Terminal } from './terminal.ts'
import { writeReport } from './write-report.ts'

/** The files that an operand names; a glob names those that match, in the order of their names. */
const filesOf = async (operand: string): Promise<readonly string[]> => {
  if (existsSync(operand)) return [operand]
  const glob = sep === '/' ? operand : operand.replaceAll(sep, '/')
  const matches = fastGlob.isDynamicPattern(glob) ? await fastGlob(glob, { dot: true }) : []
  if (matches.length > 0) return matches.sort()
  throw new CommandError(
    'usage',
    `there is no report ${operand}: check the name, and that every scan wrote its report`,
  )
}

const readReports = async (operands: readonly string[]): Promise<{ name: string; text: string }[]> => {
  const reports: { name: string; text: string }[] = []
  const seen = new Set<string>()
  for (const operand of operands) {
    for (const name of await filesOf(operand)) {
      const file = realpathSync(name)
      if (seen.has(file)) throw new CommandError('usage', `${name} is given twice: name each report once`)
      seen.add(file)
      reports.push({ name, text: await readText(name) })
    }
  }
  return reports
}

const readText = async (name: string): Promise<string> => {
  try {
    return await readFile(name, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const advice =
      code === 'EISDIR' ? `name its reports, as '${name.replace(/\/$/, '')}/*.json'` : 'check its permissions'
    throw new CommandError('usage', `cannot read the report ${name} (${code}): ${advice}`, { cause: error })
  }
}

const merge = (reports: readonly { readonly name: string; readonly text: string }[]): MergedReport => {
  try {
    return mergeReports(reports)
  } catch (error) {
    if (error instanceof ScanError) throw new CommandError('scan', error.message, { cause: error })
    throw error
  }
}

/** Joins reports and writes them as one, as the options of `tacet merge` say. */
export const runMerge = async (
  values: Values<MergeOptions>,
  operands: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> => {
  if (operands.length === 0) throw new CommandError('usage', 'no report is named: tacet merge REPORT...')
  const { version, findings, coverage, stopped } = merge(await readReports(operands))
  const holdsValues = findings.some(({ value, companion }) => value !== undefined || companion?.value)
  const outcome = () => (stopped === undefined ? { coverage } : { coverage, stopped })
  return writeReport({ findings, outcome }, values, terminal, { version, holdsValues, progress: noProgress })
}
