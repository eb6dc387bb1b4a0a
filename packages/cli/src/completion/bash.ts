import { type CompletedOption, type Completion, firstWords, groups, secondWords } from './model.ts'

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

const valueCase = ({ names, value }: CompletedOption): string => {
  const pattern = names.join('|')
  if (value === 'files') return `        ${pattern}) return ;;`
  if (value === 'any') return `        ${pattern}) compopt +o default 2>/dev/null; return ;;`
  return `        ${pattern}) _tacet_reply ${quoted((value as readonly string[]).join(' '))}; return ;;`
}

const commandCase = ({ name, options, operands }: Completion, second: readonly string[]): string => {
  const withValue = options.filter(({ value }) => value !== 'none')
  const names = options.flatMap((option) => option.names)
  const words = [...(operands === 'files' ? [] : operands), ...second]
  return [
    `    ${quoted(name)})`,
    ...(withValue.length > 0 ? ['      case "$prev" in', ...withValue.map(valueCase), '      esac'] : []),
    `      options=${quoted(names.join(' '))}`,
    ...(words.length > 0 ? [`      operands=${quoted(words.join(' '))}`] : []),
    ...(operands === 'files' ? [] : ['      files=']),
    '      ;;',
  ].join('\n')
}

/** For bash 3.2 and newer, without the package bash-completion. */
export const bashCompletion = (all: readonly Completion[]): string => {
  const pairs = all.filter(({ name }) => name.includes(' ')).map(({ name }) => quoted(name))
  const names = new Set(all.map(({ name }) => name))
  const onlyGroups = groups(all).filter((group) => !names.has(group))
  return `# Completion of tacet for bash: eval "$(tacet completion bash)"
_tacet_reply() {
  local IFS=$' \\t\\n'
  COMPREPLY=($(compgen -W "$1" -- "$cur"))
}

_tacet() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]}
  local command=\${COMP_WORDS[1]} options= operands= files=yes word
  COMPREPLY=()
  # bash takes = for a word of its own.
  if [ "$cur" = = ]; then
    cur=
  elif [ "$prev" = = ]; then
    prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  if [ "$COMP_CWORD" -eq 1 ]; then
    _tacet_reply ${quoted([...firstWords(all).map(([word]) => word), '--help', '--version'].join(' '))}
    compopt +o default 2>/dev/null
    return
  fi
  if [ "$COMP_CWORD" -gt 2 ]; then
    case "$command \${COMP_WORDS[2]}" in
      ${pairs.join('|')}) command="$command \${COMP_WORDS[2]}" ;;
    esac
  fi
  case "$command" in
${all
  .map((completion) =>
    commandCase(
      completion,
      secondWords(all, completion.name).map(([word]) => word),
    ),
  )
  .join('\n')}
${onlyGroups
  .map((group) => {
    const words = secondWords(all, group).map(([word]) => word)
    return `    ${quoted(group)})\n      operands=${quoted(words.join(' '))}\n      files=\n      ;;`
  })
  .join('\n')}
  esac
  case "$cur" in
    -*) _tacet_reply "$options" ;;
    *) if [ -n "$operands" ]; then _tacet_reply "$operands"; fi ;;
  esac
  if [ -z "$files" ]; then compopt +o default 2>/dev/null; fi
}
complete -o bashdefault -o default -F _tacet tacet
`
}
