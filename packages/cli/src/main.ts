import { existsSync } from 'node:fs'
import { type Command, parseArguments, unknownWord } from './arguments.ts'
import { auditCommand, baselineCommand, baselineMergeCommand } from './baseline/commands.ts'
import { completionCommand } from './completion/command.ts'
import {
  configCheckCommand,
  configPrintCommand,
  rulesListCommand,
  rulesTestCommand,
} from './config/commands.ts'
import { CommandError } from './errors.ts'
import { exitCodes } from './exit-codes.ts'
import { generalOptions } from './general-options.ts'
import { commandHelp, rootHelp } from './help.ts'
import { preCommitCommand, prePushCommand, preReceiveCommand } from './hook/commands.ts'
import { initCommand } from './init/command.ts'
import { mergeCommand } from './merge-command.ts'
import { migrateCommand } from './migrate-command.ts'
import { streamSink, writeWhole } from './output.ts'
import { runCommand } from './run-command.ts'
import { scanCommand } from './scan-command.ts'
import { secretsCheckCommand } from './secrets-check-command.ts'
import { secretsTypesCommand } from './secrets-types-command.ts'
import type { Terminal } from './terminal.ts'
import { version } from './version.ts'
import { watchCommand } from './watch/command.ts'

const commands: Readonly<Record<string, Command>> = {
  scan: scanCommand,
  baseline: baselineCommand,
  'baseline merge': baselineMergeCommand,
  audit: auditCommand,
  merge: mergeCommand,
  migrate: migrateCommand,
  run: runCommand,
  watch: watchCommand,
  init: initCommand,
  'hook pre-commit': preCommitCommand,
  'hook pre-push': prePushCommand,
  'hook pre-receive': preReceiveCommand,
  'config print': configPrintCommand,
  'config check': configCheckCommand,
  'rules list': rulesListCommand,
  'rules test': rulesTestCommand,
  'secrets check': secretsCheckCommand,
  'secrets types': secretsTypesCommand,
  completion: completionCommand(() => commands),
}

/** The words that name a command: a group of commands has a first word in common. */
const commandWords = ([first, second]: readonly string[]): number =>
  Object.hasOwn(commands, `${first} ${second}`) ||
  (second !== undefined &&
    !second.startsWith('-') &&
    !Object.hasOwn(commands, `${first}`) &&
    Object.keys(commands).some((name) => name.startsWith(`${first} `)))
    ? 2
    : 1

const findCommand = (name: string): Command => {
  if (Object.hasOwn(commands, name)) return commands[name]!
  const group = Object.keys(commands).filter((each) => each.startsWith(`${name} `))
  if (group.length > 0)
    throw new CommandError(
      'usage',
      `tacet ${name} is followed by a word more: tacet ${group.join(', tacet ')}`,
    )
  if (existsSync(name))
    throw new CommandError(
      'usage',
      `unknown command ${JSON.stringify(name)}: did you mean tacet scan ${name}?`,
    )
  throw unknownWord('command', name, [...Object.keys(commands), 'help'])
}

const answer = async (terminal: Terminal, text: string): Promise<number> => {
  await writeWhole(streamSink(terminal.stdout), text)
  return exitCodes.clean
}

const runRoot = async (args: readonly string[], terminal: Terminal): Promise<number> => {
  const { values } = parseArguments(args, generalOptions)
  if (values.version) return answer(terminal, `${version()}\n`)
  const help = rootHelp(commands, generalOptions)
  if (values.help) return answer(terminal, help)
  // Nothing was asked for, and nothing was scanned: a pipeline must not take that for a clean scan.
  terminal.stderr.write(help)
  return exitCodes.failed
}

const run = async (args: readonly string[], terminal: Terminal): Promise<number> => {
  if (args[0] === undefined || args[0].startsWith('-')) return runRoot(args, terminal)
  if (args[0] === 'help') {
    const named = args.slice(1)
    return answer(
      terminal,
      named.length === 0
        ? rootHelp(commands, generalOptions)
        : commandHelp(findCommand(named.slice(0, commandWords(named)).join(' '))),
    )
  }
  const words = commandWords(args)
  const command = findCommand(args.slice(0, words).join(' '))
  const rest = args.slice(words)
  const { values, operands } = parseArguments(rest, command.options, command.wraps)
  if (values.help) return answer(terminal, commandHelp(command))
  if (values.version) return answer(terminal, `${version()}\n`)
  return command.run(values, operands, terminal)
}

// The message of an unforeseen error may quote what was scanned; its frames do not.
const describeFault = (error: unknown): string => {
  const [kind, stack] = error instanceof Error ? [error.name, error.stack ?? ''] : [typeof error, '']
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return [
    `tacet: internal error (${kind}). This is a fault of Tacet: please report it with these lines.`,
    ...frames,
  ].join('\n')
}

/**
 * Runs the command that the arguments name.
 *
 * @param args The arguments after the program's own name.
 * @returns The exit code. It never throws.
 */
export const main = async (args: readonly string[], terminal: Terminal): Promise<number> => {
  try {
    return await run(args, terminal)
  } catch (error) {
    const named = args.slice(0, commandWords(args)).join(' ')
    const command = Object.hasOwn(commands, named) ? commands[named] : undefined
    if (error instanceof CommandError) {
      // The message quotes what was typed, and names files; loaded here, since help does without the scanner.
      const { printable } = await import('@tacet/scanner')
      const lines = error.code === 'config' ? error.message.split('\n') : [error.message]
      for (const line of lines) terminal.stderr.write(`tacet: ${printable(line)}\n`)
      if (error.code === 'usage')
        terminal.stderr.write(`Run tacet ${command ? `${named} ` : ''}--help to see what there is.\n`)
    } else {
      terminal.stderr.write(`${describeFault(error)}\n`)
    }
    return command?.failed ?? exitCodes.failed
  }
}
