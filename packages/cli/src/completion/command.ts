import { type Command, unknownWord } from '../arguments.ts'
import { CommandError } from '../errors.ts'
import { exitCodes } from '../exit-codes.ts'
import { generalOptions } from '../general-options.ts'
import { streamSink, writeWhole } from '../output.ts'

const shells = ['bash', 'zsh', 'fish', 'powershell'] as const

/** @param commands - all that there are, asked for when they are */
export const completionCommand = (
  commands: () => Readonly<Record<string, Command>>,
): Command<typeof generalOptions> => ({
  name: 'completion',
  summary: 'Print what makes a shell complete the commands and options of tacet',
  operands: shells.join('|'),
  words: shells,
  description: 'Prints a script for the shell, which knows every command, option and choice of this version.',
  options: generalOptions,
  exits: [
    ['0', 'printed'],
    ['2', 'there is no such shell'],
  ],
  examples: [
    ['eval "$(tacet completion bash)"', 'in ~/.bashrc'],
    ['source <(tacet completion zsh)', 'in ~/.zshrc'],
    ['tacet completion fish | source', 'in config.fish'],
    ['tacet completion powershell | Out-String | Invoke-Expression', 'in $PROFILE'],
  ],
  run: async (_, [shell, ...more], { stdout }) => {
    if (shell === undefined || more.length > 0) {
      throw new CommandError('usage', `name one shell: tacet completion ${shells.join(', ')}`)
    }
    const known = shells.find((each) => each === shell)
    if (known === undefined) throw unknownWord('shell', shell, shells)
    const { completionScript } = await import('./script.ts')
    await writeWhole(streamSink(stdout), completionScript(known, commands()))
    return exitCodes.clean
  },
})
