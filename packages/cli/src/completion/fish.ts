import { type CompletedOption, type Completion, firstWords, groups, secondWords } from './model.ts'

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`

/** -f: no files; -x: a value, which is no file; -r: a value. */
const valueFlags = ({ value }: CompletedOption): string => {
  if (value === 'none') return ''
  if (value === 'files') return ' -r -F'
  return value === 'any' ? ' -x' : ` -x -a ${quoted(value.join(' '))}`
}

const complete = (condition: string, rest: string): string =>
  `complete -c tacet -n ${quoted(condition)} ${rest}`

const commandLines = ({ name, options, operands }: Completion): string[] => {
  const condition = `__tacet_is ${quoted(name)}`
  const words = operands === 'files' ? [] : operands
  return [
    ...options.map((option) => {
      const short = option.short === undefined ? '' : ` -s ${option.short}`
      return complete(
        condition,
        `-l ${option.long}${short}${valueFlags(option)} -d ${quoted(option.summary)}`,
      )
    }),
    ...(words.length > 0
      ? [complete(condition, `-a ${quoted(words.map((word) => quoted(word)).join(' '))}`)]
      : []),
    ...(operands === 'files' ? [complete(condition, '-F')] : []),
  ]
}

/** For fish 3 and newer, in ~/.config/fish/completions/tacet.fish. */
export const fishCompletion = (all: readonly Completion[]): string => {
  const pairs = all.filter(({ name }) => name.includes(' ')).map(({ name }) => quoted(name))
  return `# Completion of tacet for fish: tacet completion fish | source
function __tacet_is
    set -l words (commandline -opc)
    set -l command "$words[2]"
    if contains -- "$words[2] $words[3]" ${pairs.join(' ')}
        set command "$words[2] $words[3]"
    end
    test "$command" = "$argv[1]"
end
function __tacet_at
    test (count (commandline -opc)) -eq $argv[1]
end
complete -c tacet -f
${[
  ...firstWords(all).map(([word, summary]) => complete('__tacet_at 1', `-a ${word} -d ${quoted(summary)}`)),
  ...groups(all).flatMap((group) =>
    secondWords(all, group).map(([word, summary]) =>
      complete(`__tacet_at 2; and __tacet_is ${group}`, `-a ${word} -d ${quoted(summary)}`),
    ),
  ),
  ...all.flatMap(commandLines),
].join('\n')}
`
}
