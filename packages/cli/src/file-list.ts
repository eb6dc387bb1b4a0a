import { open } from 'node:fs/promises'
import { CommandError } from './errors.ts'
import type { Terminal } from './terminal.ts'

/**
 * The bytes of the list that `--files-from` names; `-` is standard input.
 *
 * @throws CommandError with the code `usage` when it cannot be read, or standard input is wanted for something else too
 */
export const openFileList = async (
  file: string,
  operands: readonly string[],
  { stdin }: Terminal,
): Promise<AsyncIterable<Uint8Array>> => {
  if (file === '-') {
    if (!operands.includes('-')) return stdin
    throw new CommandError('usage', 'standard input is either the list of files or what to scan: not both')
  }
  try {
    const handle = await open(file)
    if ((await handle.stat()).isDirectory()) {
      await handle.close()
      throw new Error('it is a folder')
    }
    return handle.createReadStream()
  } catch (error) {
    throw new CommandError('usage', `cannot read the list of files ${file}: check that it is a file`, {
      cause: error,
    })
  }
}
