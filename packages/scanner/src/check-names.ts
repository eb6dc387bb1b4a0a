import { unknown } from './closest.ts'
import { ScanError } from './errors.ts'

/** The names that an interface of options has: the compiler misses one that is left out. */
export type Names<Options> = { readonly [Name in keyof Options]-?: true }

/**
 * Refuses options that there are not: what is misspelt would change nothing, and nobody would see it.
 *
 * @param what - whose options they are, for the message
 * @throws ScanError `invalid-option`, with the nearest name that there is
 */
export function checkNames<Options extends object>(
  what: string,
  options: Options,
  names: Names<Options>,
): void {
  const known = Object.keys(names)
  const typed = Object.keys(options).find((name) => !known.includes(name))
  if (typed !== undefined)
    throw new ScanError('invalid-option', `${what}: ${unknown('option', typed, known)}`)
}
