import { readFile } from 'node:fs/promises'
import { type Baseline, formatBaseline, mergeBaselines, parseBaseline, ScanError } from '@tacet/scanner'
import { CommandError } from '../errors.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { fileSink, writeWhole } from '../output.ts'
import type { Terminal } from '../terminal.ts'

const read = async (file: string): Promise<Baseline | undefined> => {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new CommandError('usage', `cannot read the baseline ${file} (${code}): check its name`, {
      cause: error,
    })
  }
  // Git gives an empty file for what was not there.
  return text === '' ? undefined : parseBaseline(text, file)
}

/** Merges two baselines into the file of the first, as Git asks a merge driver to. */
export const runBaselineMerge = async (
  operands: readonly string[],
  { stderr }: Terminal,
): Promise<ExitCode> => {
  const [base, ours, theirs] = operands
  if (base === undefined || ours === undefined || theirs === undefined || operands.length > 3) {
    throw new CommandError('usage', 'three baselines are needed: tacet baseline merge BASE OURS THEIRS')
  }
  try {
    const [before, one, other] = [await read(base), await read(ours), await read(theirs)]
    const merged = one && other ? mergeBaselines(before, one, other) : (one ?? other)
    if (merged) await writeWhole(await fileSink(ours, 0o666), formatBaseline(merged))
    return exitCodes.clean
  } catch (error) {
    if (!(error instanceof ScanError)) throw error
    stderr.write('tacet: the baselines are not merged, and the file is left as it is on this side\n')
    throw new CommandError('scan', error.message, { cause: error })
  }
}
