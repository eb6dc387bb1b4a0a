import { byteSize } from '@tacet/scanner'
import { CommandError } from './errors.ts'

/**
 * Reads a size such as `500KB`, `1.5 MiB` or `1000`, in bytes.
 *
 * @throws CommandError with the code `usage` for anything else, and for a size below one byte.
 */
export const parseByteSize = (text: string, option: string): number => {
  const bytes = byteSize(text)
  if (bytes !== undefined) return bytes
  throw new CommandError(
    'usage',
    `${option} is no size: ${JSON.stringify(text)}; write it like 500KB or 20MB`,
  )
}
