import { checkSecrets, type SecretStatus } from '@tacet/runtime'
import { printable } from '@tacet/scanner'
import type { Values } from './arguments.ts'
import { CommandError } from './errors.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { streamSink, writeWhole } from './output.ts'
import type { CheckOptions } from './secrets-check-command.ts'
import { declaredSecrets } from './secrets-declared.ts'
import type { Terminal } from './terminal.ts'

const days = (typed: string): number => {
  if (!/^\d{1,5}$/.test(typed))
    throw new CommandError('usage', `--expires-within takes a number of days, not ${JSON.stringify(typed)}`)
  return Number(typed)
}

const table = (statuses: readonly SecretStatus[]): string => {
  const width = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length))
  const names = width(statuses.map(({ name }) => name))
  const states = width(statuses.map(({ state }) => state))
  return statuses
    .map(({ name, state, origin, notes }) => {
      const line = `${name.padEnd(names)}  ${state.padEnd(states)}  ${origin ?? '-'}`
      return `${[line, ...notes.map((note) => `    ${note}`)].map(printable).join('\n')}\n`
    })
    .join('')
}

const summary = (statuses: readonly SecretStatus[]): string => {
  const bad = statuses.filter(({ ok }) => !ok).length
  return bad === 0
    ? `\nAll ${statuses.length} can be used.\n`
    : `\n${bad} of ${statuses.length} cannot be used.\n`
}

/** Looks at the declared secrets, as the options of `tacet secrets check` say. */
export const runSecretsCheck = async (
  values: Values<CheckOptions>,
  operands: readonly string[],
  { stdout, env }: Terminal,
): Promise<ExitCode> => {
  if (operands.length > 1) throw new CommandError('usage', 'tacet secrets check takes one declaration')
  const definitions = await declaredSecrets(operands[0] ?? 'tacet.json')
  const statuses = checkSecrets(definitions, {
    expiresWithin: days(values['expires-within']),
    env,
    dotenv: true,
  })
  const text =
    values.format === 'json'
      ? `${JSON.stringify({ schemaVersion: 1, secrets: statuses }, undefined, 2)}\n`
      : table(statuses) + summary(statuses)
  await writeWhole(streamSink(stdout), text)
  return statuses.every(({ ok }) => ok) ? exitCodes.clean : exitCodes.findings
}
