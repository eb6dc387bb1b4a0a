import { CommandError } from './errors.ts'

const units: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  k: 1e3,
  kb: 1e3,
  kib: 2 ** 10,
  m: 1e6,
  mb: 1e6,
  mib: 2 ** 20,
  g: 1e9,
  gb: 1e9,
  gib: 2 ** 30,
}

/**
 * Reads a size such as `500KB`, `1.5 MiB` or `1000`, in bytes.
 *
 * @throws CommandError with the code `usage` for anything else, and for a size below one byte.
 */
export const parseByteSize = (text: string, option: string): number => {
  const [, digits, unit] = /^(\d+(?:\.\d+)?) ?([a-z]{0,3})$/i.exec(text.trim()) ?? []
  const factor = unit === undefined ? undefined : units[unit.toLowerCase()]
  const bytes = Math.floor(Number(digits) * (factor ?? Number.NaN))
  if (Number.isSafeInteger(bytes) && bytes >= 1) return bytes
  throw new CommandError(
    'usage',
    `${option} is no size: ${JSON.stringify(text)}; write it like 500KB or 20MB`,
  )
}
