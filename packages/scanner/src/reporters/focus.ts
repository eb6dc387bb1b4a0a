import type { Finding } from '../finding.ts'

/** Stands in an excerpt where the rest of a masked value was left out. */
const cut = '…'

/**
 * The excerpt of a finding in three parts, the middle of which is what to look at: its masked value, or what holds it,
 * as an encoded text or a longer secret. The middle is empty when the value was cut off.
 */
export const focusedExcerpt = ({ excerpt, focus }: Finding): readonly [string, string, string] => {
  const end = excerpt.indexOf(cut, focus) + cut.length
  const middle = end < cut.length ? '' : excerpt.slice(focus, end)
  return [excerpt.slice(0, focus), middle, excerpt.slice(focus + middle.length)]
}
