import type { Command, OptionTable } from './arguments.ts'

const width = 80

const wrap = (text: string, indent: number): string => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`)
}

const table = (rows: readonly (readonly [string, string])[]): string => {
  const left = Math.max(...rows.map(([name]) => name.length)) + 4
  return rows.map(([name, use]) => `  ${name.padEnd(left - 2)}${wrap(use, left)}`).join('\n')
}

const optionRows = (options: OptionTable): [string, string][] =>
  Object.entries(options).map(([name, option]) => {
    const short = option.short === undefined ? '    ' : `-${option.short}, `
    const value = option.value === undefined ? '' : ` ${option.value}`
    const choices =
      option.choices !== undefined && !option.summary.includes(option.choices[0]!)
        ? `: ${option.choices.join(', ')}`
        : ''
    const fallback = option.default === undefined ? '' : ` (default: ${option.default})`
    return [`${short}--${name}${value}`, `${option.summary}${choices}${fallback}`]
  })

/** The help of one command. */
export const commandHelp = (command: Command): string =>
  `${command.summary}.

${['Usage: tacet', command.name, '[options]', command.operands].join(' ').trimEnd()}

${wrap(command.description, 0)}

Options:
${table(optionRows(command.options))}

Exit codes:
${table(command.exits)}

Examples:
${table(command.examples)}
`

/** The help of `tacet` itself. */
export const rootHelp = (commands: Readonly<Record<string, Command>>, options: OptionTable): string =>
  `Keeps the secrets of a service silent, and finds those that were committed.

Usage: tacet <command> [options]

Commands:
${table(Object.values(commands).map(({ name, summary }) => [name, summary]))}

Options:
${table(optionRows(options))}

Run tacet <command> --help for the options of a command.
`
