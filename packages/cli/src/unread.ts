import { type Coverage, isGap, printablePath } from '@tacet/scanner'

const mostNamed = 3

/** What a scan could not read: a few names, for who sees no list of them; empty when there is none. */
export const unread = (coverages: readonly Coverage[]): string => {
  const paths = coverages.flatMap(({ skipped }) => skipped.filter(isGap).map(({ path }) => path))
  const more = paths.length > mostNamed ? `, and ${paths.length - mostNamed} more` : ''
  return `${paths.slice(0, mostNamed).map(printablePath).join(', ')}${more}`
}
