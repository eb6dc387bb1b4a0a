import type { Form } from '@tacet/core'
import { referenceMatcher } from '../../packages/core/src/matcher/reference.ts'

/** What is left of a text when everything that one of the forms matches is taken out. */
export function uncovered(forms: readonly Form<string>[], text: string): string {
  let left = ''
  let end = 0
  for (const match of referenceMatcher(forms).find(text)) {
    left += text.slice(end, match.start)
    end = match.end
  }
  return left + text.slice(end)
}

/** The same for bytes; what is left is given as Latin-1. */
export function uncoveredBytes(forms: readonly Form<string>[], bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes).toString('latin1')
  let left = ''
  let end = 0
  for (const match of referenceMatcher(forms).findBytes(bytes)) {
    left += latin1.slice(end, match.start)
    end = match.end
  }
  return left + latin1.slice(end)
}
