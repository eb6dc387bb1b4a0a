import type { Command, Option } from '../arguments.ts'

/** What can be typed after the name of a command. */
export interface Completion {
  readonly name: string
  readonly summary: string
  readonly options: readonly CompletedOption[]
  /** What an operand may be; `files` when it is a path. */
  readonly operands: readonly string[] | 'files'
}

export interface CompletedOption {
  /** As they are typed: `--format`, `-f`. */
  readonly names: readonly string[]
  /** As getopt takes them: `format`, `f`. */
  readonly long: string
  readonly short: string | undefined
  readonly summary: string
  /** What its value may be; `none` when it has none, `any` when that cannot be told. */
  readonly value: readonly string[] | 'files' | 'any' | 'none'
  readonly valueName: string
}

const valueKind = ({ type, choices, value }: Option): CompletedOption['value'] => {
  if (type === 'boolean') return 'none'
  if (choices !== undefined) return choices
  return value === 'FILE' || value === 'DIR' ? 'files' : 'any'
}

const optionOf = ([long, option]: [string, Option]): CompletedOption => ({
  long,
  short: option.short,
  names: [`--${long}`, ...(option.short === undefined ? [] : [`-${option.short}`])],
  // The rest is for the help.
  summary: option.summary.split(/[:;]/)[0]!,
  value: valueKind(option),
  valueName: option.value ?? '',
})

/** The words of all names, each once: what follows `help` is typed without quotes. */
const wordsOf = (commands: Readonly<Record<string, Command>>): readonly string[] => [
  ...new Set(Object.keys(commands).flatMap((name) => name.split(' '))),
]

/** What can be typed after `tacet`, from the tables by which it is read. */
export const completions = (commands: Readonly<Record<string, Command>>): readonly Completion[] => [
  ...Object.entries(commands).map(([name, { summary, options, words, operands }]) => ({
    name,
    summary,
    options: Object.entries(options).map(optionOf),
    operands: words ?? (operands === '' ? [] : ('files' as const)),
  })),
  { name: 'help', summary: 'Show the help of a command', options: [], operands: wordsOf(commands) },
]

/** The second words of the commands that begin with this word. */
export const secondWords = (
  all: readonly Completion[],
  first: string,
): readonly (readonly [word: string, summary: string])[] =>
  all
    .filter(({ name }) => name.startsWith(`${first} `))
    .map(({ name, summary }) => [name.slice(first.length + 1), summary] as const)

/** The words that may stand first. One by which several commands begin tells of the words that follow it. */
export const firstWords = (
  all: readonly Completion[],
): readonly (readonly [word: string, summary: string])[] => {
  const words = new Map<string, string>()
  for (const { name, summary } of all) {
    const word = name.split(' ')[0]!
    const next = secondWords(all, word).map(([second]) => second)
    if (!words.has(word)) words.set(word, name === word ? summary : next.join(', '))
  }
  return [...words]
}

/** The words by which several commands begin. */
export const groups = (all: readonly Completion[]): readonly string[] => [
  ...new Set(all.flatMap(({ name }) => (name.includes(' ') ? name.split(' ')[0]! : []))),
]
