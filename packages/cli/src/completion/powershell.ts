import { type Completion, firstWords, secondWords } from './model.ts'

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
const list = (words: readonly string[]): string => `@(${words.map(quoted).join(', ')})`

const entry = (completion: Completion, all: readonly Completion[]): string => {
  const { name, options, operands } = completion
  const values = options.flatMap(({ names, value }) =>
    value === 'none'
      ? []
      : names.map((each) => `${quoted(each)} = ${list(Array.isArray(value) ? value : [])}`),
  )
  const second = secondWords(all, name).map(([word]) => word)
  const words = [...(operands === 'files' ? [] : operands), ...second]
  return `    ${quoted(name)} = @{
      Flags = ${list(options.flatMap((option) => option.names))}
      Choices = @{ ${values.join('; ')} }
      Words = ${list(words)}
    }`
}

/** For PowerShell 5.1 and newer, in the profile. Paths are completed by PowerShell itself. */
export const powershellCompletion = (all: readonly Completion[]): string => {
  const names = new Set(all.map(({ name }) => name))
  const others = firstWords(all).filter(([word]) => !names.has(word))
  const entries = [
    ...all,
    ...others.map(([word]) => ({ name: word, summary: '', options: [], operands: [] as readonly string[] })),
  ]
  return `# Completion of tacet for PowerShell: tacet completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName tacet -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = @{
${entries.map((each) => entry(each, all)).join('\n')}
  }
  $typed = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
  $words = ${list(firstWords(all).map(([word]) => word))}
  if ($typed.Count -gt 1) {
    $name = $typed[1]
    if ($typed.Count -gt 2 -and $commands.ContainsKey("$name $($typed[2])")) { $name = "$name $($typed[2])" }
    $command = $commands[$name]
    if ($null -eq $command) { return }
    $last = $typed[-1]
    if ($command.Choices.ContainsKey($last)) { $words = $command.Choices[$last] }
    elseif ($wordToComplete -like '-*') { $words = $command.Flags }
    else { $words = $command.Words }
  }
  $words | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`
}
