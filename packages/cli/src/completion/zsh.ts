import { type CompletedOption, type Completion, firstWords, groups, secondWords } from './model.ts'

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/** A text in an argument of `_arguments`, in which some characters mean something. */
const spec = (text: string): string => text.replace(/[\\[\]:]/g, '\\$&')

const valueSpec = ({ value, valueName }: CompletedOption): string => {
  if (value === 'none') return ''
  const name = spec(valueName)
  if (value === 'files') return `:${name}:_files`
  return value === 'any' ? `:${name}: ` : `:${name}:(${value.join(' ')})`
}

const optionSpecs = (option: CompletedOption): string[] => {
  const about = `[${spec(option.summary)}]${valueSpec(option)}`
  return option.names.map((name) => {
    const equals = option.value !== 'none' && name.startsWith('--') ? '=' : ''
    return quoted(`*${name}${equals}${about}`)
  })
}

const described = (words: readonly (readonly [string, string])[]): string =>
  words.map(([word, summary]) => `    ${quoted(`${word}:${summary.replaceAll(':', '\\:')}`)}`).join('\n')

const operandSpec = ({ operands }: Completion): string[] => {
  if (operands === 'files') return [quoted('*:path:_files')]
  return operands.length === 0
    ? []
    : [quoted(`*:what:(${operands.map((each) => each.replaceAll(' ', '\\ ')).join(' ')})`)]
}

const commandCase = (completion: Completion): string => {
  const specs = [...completion.options.flatMap(optionSpecs), ...operandSpec(completion)]
  return `    ${quoted(completion.name)})\n      _arguments ${specs.map((each) => `\\\n        ${each}`).join(' ')}\n      ;;`
}

const groupCase = (all: readonly Completion[], group: string): string => `    ${group})
      if (( CURRENT == 3 )); then
        words_of=(
${described(secondWords(all, group)).replace(/^/gm, '      ')}
        )
        _describe -t commands 'tacet ${group} command' words_of
      fi
      ;;`

/** For zsh, in a file _tacet on its fpath, or evaluated after compinit. */
export const zshCompletion = (all: readonly Completion[]): string => {
  const pairs = all.filter(({ name }) => name.includes(' ')).map(({ name }) => quoted(name))
  return `#compdef tacet
# Completion of tacet for zsh: source <(tacet completion zsh), after compinit
_tacet() {
  local command="\${words[2]}"
  local -a words_of
  if (( CURRENT == 2 )); then
    words_of=(
${described(firstWords(all))}
    )
    _describe -t commands 'tacet command' words_of
    return
  fi
  case "$command" in
${groups(all)
  .map((group) => groupCase(all, group))
  .join('\n')}
  esac
  if (( CURRENT > 3 )); then
    case "$command \${words[3]}" in
      ${pairs.join('|')})
        command="$command \${words[3]}"
        shift words
        (( CURRENT-- ))
        ;;
    esac
  fi
  shift words
  (( CURRENT-- ))
  case "$command" in
${all.map(commandCase).join('\n')}
  esac
}
if [[ $funcstack[1] = _tacet ]]; then _tacet "$@"; else compdef _tacet tacet; fi
`
}
