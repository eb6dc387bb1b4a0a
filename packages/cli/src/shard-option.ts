import type { ShardOptions } from '@tacet/scanner'
import { CommandError } from './errors.ts'

/**
 * Reads `i/n`: part `i` of `n`.
 *
 * @throws CommandError with the code `usage` for anything else.
 */
export const parseShard = (text: string): ShardOptions => {
  const [, index, count] = /^(\d{1,9})\/(\d{1,9})$/.exec(text)?.map(Number) ?? []
  if (index !== undefined && count !== undefined && index >= 1 && index <= count) return { index, count }
  throw new CommandError(
    'usage',
    `--shard is no part of a number of parts: ${JSON.stringify(text)}; write one like 1/4, the last being 4/4`,
  )
}
