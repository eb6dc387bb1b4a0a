import { counted, type ListedRule, printable, type TriedRule } from '@tacet/scanner'
import type { Values } from '../arguments.ts'
import { CommandError } from '../errors.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Terminal } from '../terminal.ts'
import type { ConfigOptions, RulesTestOptions } from './commands.ts'
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
  values: Values<RulesTestOptions>,
  operands: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> => {
  const { inspected } = await inspect(values, operands)
  const tried = await inspected.tryRules()
  if (tried.length === 0) {
    const advice = 'write them into customRules of a tacet.json'
    throw new CommandError('usage', `there are no rules of your own to try: ${advice}`)
  }
  const isFine = ({ examples, failed }: TriedRule): boolean =>
    failed.length === 0 && (examples > 0 || !values['require-examples'])
  const judged = tried.map((rule) => ({ ...rule, fine: isFine(rule) }))
  const text =
    values.format === 'json'
      ? `${JSON.stringify({ schemaVersion: 1, rules: judged }, undefined, 2)}\n`
      : `${judged.map(lines).join('')}\n${summary(judged)}`
  await print(text, terminal)
  return judged.every(({ fine }) => fine) ? exitCodes.clean : exitCodes.findings
}

type Judged = TriedRule & { readonly fine: boolean }

const lines = ({ id, where, examples, nonExamples, failed, fine }: Judged): string => {
  const tried = `${counted(examples, 'example')}, ${counted(nonExamples, 'nonExample')}`
  const end = failed.length > 0 ? 'failed' : examples > 0 ? 'fine' : noExample(fine)
  const details = failed.map(({ example, expected, found }) => {
    const others = found.filter((each) => each !== id)
    const instead = others.length > 0 ? `, but ${others.join(', ')}` : ''
    return `    ${expected ? `does not find${instead}` : 'finds'}: ${example}`
  })
  return [`${id}  ${where}  ${tried}: ${end}`, ...details].map((line) => `${printable(line)}\n`).join('')
}

/** A rule that is tried with nothing may find nothing, or everything; one that was taken over has none. */
const noExample = (fine: boolean): string => (fine ? 'has no example' : 'has no example: give it one')

const summary = (judged: readonly Judged[]): string => {
  const bad = judged.filter(({ fine }) => !fine).length
  if (bad > 0) return `${bad} of ${counted(judged.length, 'rule')} did not do as it should.\n`
  const untried = judged.filter(({ examples }) => examples === 0).length
  const tried = judged.length - untried
  const done = tried > 0 ? `${counted(tried, 'rule')} tried, each did as it should.\n` : ''
  if (untried === 0) return done
  const without = `${counted(untried, 'rule')} ${untried === 1 ? 'has' : 'have'} no example`
  return `${done}${without}: nobody knows what ${untried === 1 ? 'it finds' : 'they find'}.\n`
}
