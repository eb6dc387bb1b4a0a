import type { Finding } from '../../finding.ts'
import { escapeMarkup } from '../entities.ts'
import { severities } from '../importance.ts'

type Choice = readonly [value: string, words: string]

const select = (name: string, label: string, choices: readonly Choice[]): string => {
  const options = choices.map(
    ([value, words]) => `<option value="${escapeMarkup(value)}">${escapeMarkup(words)}</option>`,
  )
  return `<label>${label}<select name="${name}">${options.join('')}</select></label>\n`
}

/** Every value that findings have, with how many have it, in the order of the alphabet. */
const counted = (values: readonly string[]): Choice[] => {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([value, count]) => [value, `${value} (${count})`])
}

/** The form that chooses which findings are shown. It is hidden until the script works. */
export const filters = (findings: readonly Finding[]): string => {
  const all: Choice = ['', 'all']
  const authors = findings.flatMap(({ history }) => history?.author || [])
  const owners = findings.flatMap(({ owner }) => owner ?? [])
  const optional = (name: string, label: string, values: readonly string[]): string =>
    values.length === 0 ? '' : select(name, label, [all, ...counted(values)])
  return `<form id="filters" hidden aria-label="Filter the findings">
${select('severity', 'Severity', [all, ...severities.map((name): Choice => [name, name])])}${select(
  'confidence',
  'Confidence at least',
  ['low', 'medium', 'high', 'very-high'].map((name): Choice => [name, name.replace('-', ' ')]),
)}${select('rule', 'Rule', [all, ...counted(findings.map(({ ruleId }) => ruleId))])}${
  optional('author', 'Author', authors) + optional('owner', 'Owner', owners)
}<label>Path contains<input name="path" type="search" autocomplete="off" spellcheck="false"></label>
<button type="reset">Show all</button>
<output id="count"></output>
</form>
`
}
