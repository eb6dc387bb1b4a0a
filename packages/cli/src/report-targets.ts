import { resolve } from 'node:path'
import { type Format, reporters } from '@tacet/scanner'
import { closest } from '@tacet/scanner/closest'
import { unknownWord } from './arguments.ts'
import { CommandError } from './errors.ts'

/** A report to be written: in a format, to a file or to standard output. */
export interface Target {
  readonly format: Format
  /** Left out: standard output. */
  readonly file?: string
}

const isFormat = (word: string): word is Format => Object.hasOwn(reporters, word)

const parse = (output: string, format: Format): Target & { readonly isNamed: boolean } => {
  const [, word, named] = /^([a-z-]+)=(.*)$/s.exec(output) ?? []
  const isNamed = word !== undefined && isFormat(word)
  if (word !== undefined && !isNamed && closest(word, Object.keys(reporters)) !== undefined) {
    throw unknownWord('format', word, Object.keys(reporters))
  }
  const file = isNamed ? named! : output
  if (file === '') throw new CommandError('usage', `--output ${output} names no file: --output ${word}=FILE`)
  return { format: isNamed ? word : format, isNamed, ...(file === '-' ? {} : { file }) }
}

const rejectTwice = (targets: readonly Target[]): void => {
  const seen = new Set<string>()
  for (const { file } of targets) {
    const place = file === undefined ? 'standard output' : resolve(file)
    if (seen.has(place)) {
      throw new CommandError('usage', `two reports for ${file ?? place}: give each a file of its own`)
    }
    seen.add(place)
  }
}

/**
 * The reports that the options ask for: those of `--output FORMAT=FILE`, and one in the format of `--format`, to
 * standard output unless another goes there or `--output FILE` names a file for it.
 *
 * @throws CommandError with the code `usage`
 */
export const reportTargets = (format: Format, outputs: readonly string[]): readonly Target[] => {
  const parsed = outputs.map((output) => parse(output, format))
  if (parsed.filter(({ isNamed }) => !isNamed).length > 1) {
    throw new CommandError('usage', 'several files for one report: name their formats: --output FORMAT=FILE')
  }
  const targets: Target[] = parsed.map(({ isNamed: _, ...target }) => target)
  const hasMain = parsed.some(({ isNamed, file }) => !isNamed || file === undefined)
  if (!hasMain) targets.push({ format })
  rejectTwice(targets)
  // Last: whoever reads standard output may go away, and the files are written then.
  return targets.sort((a, b) => Number(a.file === undefined) - Number(b.file === undefined))
}
