/**
 * Whether every match of a pattern ends where its group `secret` does. What is looked ahead for is not in the match.
 *
 * @param source - of a regular expression that has no set within a set
 */
export function endsWithSecret(source: string): boolean {
  const start = source.indexOf('(?<secret>')
  if (start < 0) return false
  let at = afterGroup(source, start)
  while (/^\(\?[=!]/.test(source.slice(at, at + 3))) at = afterGroup(source, at)
  return at === source.length
}

/** Where the group ends that starts here. */
function afterGroup(source: string, start: number): number {
  let depth = 0
  let isSet = false
  for (let at = start; at < source.length; at++) {
    const char = source[at]
    if (char === '\\') at++
    else if (isSet) isSet = char !== ']'
    else if (char === '[') isSet = true
    else if (char === '(') depth++
    else if (char === ')' && --depth === 0) return at + 1
  }
  return source.length
}
