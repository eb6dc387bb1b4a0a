import { type ListedRule, printable, type TriedRule } from '@tacet/scanner'
import type { Values } from '../arguments.ts'
import { CommandError } from '../errors.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Terminal } from '../terminal.ts'
import type { ConfigOptions } from './commands.ts'
import { aligned, inspect, print } from './inspect.ts'

/** Lists rules, as the options of `tacet rules list` say. */
export const runRulesList = async (
  values: Values<ConfigOptions>,
  operands: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> => {
  const { inspected } = await inspect(values, operands)
  const rules = inspected.rules()
  const text =
    values.format === 'json'
      ? `${JSON.stringify({ schemaVersion: 1, rules }, undefined, 2)}\n`
      : aligned(rules.map(row))
  await print(text, terminal)
  return exitCodes.clean
}

const row = ({ id, provider, severity, on, source, where }: ListedRule): string[] =>
  [id, provider, severity, on ? 'on' : 'off', where ?? (source === 'Tacet' ? '' : source)].map(printable)

/** Tries rules, as the options of `tacet rules test` say. */
export const runRulesTest = async (
  values: Values<ConfigOptions>,
  operands: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> => {
  const { inspected } = await inspect(values, operands)
  const tried = await inspected.tryRules()
  if (tried.length === 0) {
    const advice = 'write them into customRules of a tacet.json'
    throw new CommandError('usage', `there are no rules of your own to try: ${advice}`)
  }
  const text =
    values.format === 'json'
      ? `${JSON.stringify({ schemaVersion: 1, rules: tried.map(judged) }, undefined, 2)}\n`
      : tried.map(lines).join('') + summary(tried)
  await print(text, terminal)
  return tried.every(isFine) ? exitCodes.clean : exitCodes.findings
}

/** A rule that is tried with nothing may find nothing, or everything. */
const isFine = ({ examples, failed }: TriedRule): boolean => examples > 0 && failed.length === 0

const judged = (rule: TriedRule) => ({ ...rule, fine: isFine(rule) })

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

const lines = (rule: TriedRule): string => {
  const { id, where, examples, nonExamples, failed } = rule
  const tried = `${counted(examples, 'example')}, ${counted(nonExamples, 'nonExample')}`
  const end = isFine(rule) ? 'fine' : examples === 0 ? 'has no example: give it one' : 'failed'
  const details = failed.map(({ example, expected, found }) => {
    const others = found.filter((each) => each !== id)
    const instead = others.length > 0 ? `, but ${others.join(', ')}` : ''
    return `    ${expected ? `does not find${instead}` : 'finds'}: ${example}`
  })
  return [`${id}  ${where}  ${tried}: ${end}`, ...details].map((line) => `${printable(line)}\n`).join('')
}

const summary = (tried: readonly TriedRule[]): string => {
  const bad = tried.filter((rule) => !isFine(rule)).length
  return bad === 0
    ? `\n${counted(tried.length, 'rule')} tried, each did as it should.\n`
    : `\n${bad} of ${counted(tried.length, 'rule')} did not do as it should.\n`
}
