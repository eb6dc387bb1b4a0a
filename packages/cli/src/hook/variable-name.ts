import type { Finding } from '@tacet/scanner'

/** A name and what gives it a value, at the end of what stands before the value. */
const assignment = /([A-Za-z_][\w-]*)["'`\]]{0,2}\s*(?::=|=>|=|:)\s*["'`]?(?:[^=:\s]{0,20})$/

/** As an environment variable is written: API_KEY for apiKey and api-key. */
const upperSnake = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toUpperCase()

/** What to call the variable that a found value can be put in: as the line calls it, else as its kind is called. */
export const variableName = ({
  excerpt,
  focus,
  ruleId,
}: Pick<Finding, 'excerpt' | 'focus' | 'ruleId'>): string => {
  const [, name] = assignment.exec(excerpt.slice(Math.max(0, focus - 200), focus)) ?? []
  return upperSnake(name ?? ruleId)
}
