import { parseArgs } from 'node:util'
import { closest } from '@tacet/scanner/closest'
import { CommandError } from './errors.ts'
import type { Terminal } from './terminal.ts'

/** An option as it is declared, once: parsing, checking and help all follow from it. */
export interface Option {
  readonly type: 'boolean' | 'string'
  readonly summary: string
  readonly short?: string
  /** What the help calls the value of a string option. */
  readonly value?: string
  readonly choices?: readonly string[]
  readonly default?: string
  /** Whether a string option may be given several times: its value is then a list. */
  readonly multiple?: boolean
}

export type OptionTable = Readonly<Record<string, Option>>

export interface Command<Table extends OptionTable = OptionTable> {
  readonly name: string
  readonly summary: string
  /** The operands, as the usage line shows them. */
  readonly operands: string
  /** What an operand may be, when it is no path. */
  readonly words?: readonly string[]
  readonly description: string
  readonly options: Table
  /** What its exit codes say. */
  readonly exits: readonly (readonly [code: string, meaning: string])[]
  /** Command lines, each with what it is for. */
  readonly examples: readonly (readonly [line: string, use: string])[]
  /** Whether the first operand ends the options: the words after it are another command's. */
  readonly wraps?: boolean
  /** The exit code when it could not do what was asked, if it is not that of most commands. */
  readonly failed?: number
  run(values: Values<Table>, operands: readonly string[], terminal: Terminal): Promise<number>
}

type Value<Entry extends Option> = Entry extends { readonly choices: readonly (infer Choice)[] }
  ? Choice
  : string

/** Those of the options that have these names. */
export const picked = <Table extends OptionTable, Name extends keyof Table & string>(
  table: Table,
  names: readonly Name[],
): Pick<Table, Name> => Object.fromEntries(names.map((name) => [name, table[name]])) as Pick<Table, Name>

/** The values that an option table gives: what has a default is always there. */
export type Values<Table extends OptionTable> = {
  readonly [Name in keyof Table]: Table[Name]['type'] extends 'boolean'
    ? boolean
    : Table[Name] extends { readonly multiple: true }
      ? readonly string[]
      : Value<Table[Name]> | (Table[Name] extends { readonly default: string } ? never : undefined)
}

const suggestion = (word: string | undefined): string => (word === undefined ? '' : `: did you mean ${word}?`)

/** The error for a word that is none of those known: it names the nearest, or else all. */
export const unknownWord = (kind: string, typed: string, known: readonly string[]): CommandError => {
  const near = closest(typed, known)
  const hint = near === undefined ? `: choose one of ${known.join(', ')}` : suggestion(near)
  return new CommandError('usage', `unknown ${kind} ${JSON.stringify(typed)}${hint}`)
}

const checkOption = (
  token: {
    readonly name: string
    readonly rawName: string
    readonly value?: string | undefined
    readonly inlineValue?: boolean | undefined
  },
  table: OptionTable,
): void => {
  const option = Object.hasOwn(table, token.name) ? table[token.name] : undefined
  if (option === undefined) {
    const near = token.rawName.startsWith('--') ? closest(token.name, Object.keys(table)) : undefined
    throw new CommandError('usage', `unknown option ${token.rawName}${suggestion(near && `--${near}`)}`)
  }
  if (option.type === 'boolean') {
    if (token.value !== undefined) throw new CommandError('usage', `option ${token.rawName} takes no value`)
    return
  }
  const missing =
    token.value === undefined || token.value === '' || (!token.inlineValue && /^-./.test(token.value))
  if (missing)
    throw new CommandError('usage', `option ${token.rawName} needs a value: ${token.rawName} ${option.value}`)
  if (option.choices !== undefined && !option.choices.includes(token.value!)) {
    throw unknownWord(token.name, token.value!, option.choices)
  }
}

/**
 * Reads the arguments of a command.
 *
 * @param wraps Whether the first operand ends the options.
 * @throws CommandError with the code `usage` for an option, a value or a choice that the table does not have.
 */
export const parseArguments = <Table extends OptionTable>(
  args: readonly string[],
  table: Table,
  wraps = false,
): { values: Values<Table>; operands: string[] } => {
  const options = Object.fromEntries(
    Object.entries(table).map(([name, { type, short, multiple = false }]) => [
      name,
      { type, multiple, ...(short === undefined ? {} : { short }) },
    ]),
  )
  // Not strict: its messages know no suggestions, so the tokens are checked here.
  const parsed = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true })
  const first = wraps ? parsed.tokens.find(({ kind }) => kind !== 'option') : undefined
  if (first?.kind === 'positional') {
    return parseArguments([...args.slice(0, first.index), '--', ...args.slice(first.index)], table)
  }
  for (const token of parsed.tokens) if (token.kind === 'option') checkOption(token, table)
  const values = Object.entries(table).map(([name, option]) => [
    name,
    parsed.values[name] ?? (option.type === 'boolean' ? false : option.multiple ? [] : option.default),
  ])
  return { values: Object.fromEntries(values) as Values<Table>, operands: parsed.positionals }
}
