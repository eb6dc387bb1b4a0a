import { parts, placeholder } from '@tacet/core'
import type { SecretValue } from './secret.ts'

/**
 * What of the placeholders is refused. Others (a word such as `test`, the name of a host) also stand in values that
 * are real, and a service that does not start is worse than one that starts with a poor value.
 */
const refused: ReadonlySet<string> = new Set([
  'says that it is not real',
  'says that it was taken out',
  'asks for your value',
  'asks to be replaced',
  'change me',
])

/** Why a value, or the password in it, stands in for a real one; in words without the value. Or undefined. */
export function standIn(name: string, value: SecretValue): string | undefined {
  if (typeof value !== 'string') return undefined
  for (const text of [value, ...parts(value).parts.map((part) => part.value)]) {
    if (typeof text !== 'string') continue
    const found = placeholder(text, { name })
    if (found && refused.has(found.reason)) return found.reason
  }
  return undefined
}
