import type { Command } from '../arguments.ts'
import { bashCompletion } from './bash.ts'
import { fishCompletion } from './fish.ts'
import { completions } from './model.ts'
import { powershellCompletion } from './powershell.ts'
import { zshCompletion } from './zsh.ts'

const writers = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
}

/** The script by which a shell completes these commands. */
export const completionScript = (
  shell: keyof typeof writers,
  commands: Readonly<Record<string, Command>>,
): string => writers[shell](completions(commands))
