import { CommandError } from './errors.ts'

/**
 * Reads a whole number, 1 or more.
 *
 * @throws CommandError with the code `usage` for anything else.
 */
export const parseCount = (text: string, option: string): number => {
  const count = Number(text)
  if (/^\d+$/.test(text) && count >= 1 && Number.isSafeInteger(count)) return count
  throw new CommandError('usage', `${option} is no number: ${JSON.stringify(text)}; write one like 1 or 4`)
}
