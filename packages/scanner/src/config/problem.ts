import { ScanError } from '../errors.ts'

/** Something that is wrong with a configuration, and where; lines and columns from 1. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly column: number
  /** What to do about it. */
  readonly message: string
}

export const problemText = ({ file, line, column, message }: Problem): string =>
  `${file}:${line}:${column}: ${message}`

/** A configuration that cannot be used. Its message has every problem on a line of its own. */
export function invalidConfig(problems: readonly Problem[]): ScanError {
  return new ScanError('invalid-config', problems.map(problemText).join('\n'))
}
