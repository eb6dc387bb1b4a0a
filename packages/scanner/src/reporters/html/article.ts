import type { Finding } from '../../finding.ts'
import { escapeMarkup } from '../entities.ts'
import { focusedExcerpt } from '../focus.ts'
import { historyWords } from '../history-wording.ts'
import { printableLine } from '../printable.ts'
import { certainty } from '../wording.ts'

/** A finding, the id of its element, and the one of the same secret that is shown before it. */
export interface Entry {
  readonly finding: Finding
  readonly id: string
  readonly first: Entry | undefined
}

type Fact = readonly [name: string, markup: string]

/** What the filters look at. */
export const filterData = ({ ruleId, severity, confidence, location, history, owner }: Finding): string =>
  Object.entries({
    rule: ruleId,
    severity,
    confidence,
    path: location.path,
    author: history?.author ?? '',
    owner: owner ?? '',
  })
    .map(([name, value]) => ` data-${name}="${escapeMarkup(value)}"`)
    .join('')

const placeOf = ({ location }: Pick<Finding, 'location'>): string =>
  escapeMarkup(`${location.path}:${location.line}:${location.column}`)

const code = (text: string): string => `<code>${escapeMarkup(text)}</code>`

const excerptOf = (finding: Finding): string => {
  const [before, middle, after] = focusedExcerpt(finding).map((part) => escapeMarkup(printableLine(part)))
  return middle === '' ? `${before}${after}` : `${before}<mark>${middle}</mark>${after}`
}

const link = (words: string, url: string | undefined): string | undefined =>
  url !== undefined && /^https?:\/\/./.test(url)
    ? `<a href="${escapeMarkup(url)}" rel="noopener noreferrer">${words}</a>`
    : undefined

// The words of a link are read out on their own, so they name what is revoked.
const nextStep = ({ title, revoke, reference }: Finding): string => {
  const what = link('What it is', reference)
  const named = `<span class="unseen">: ${escapeMarkup(title)}</span>`
  return [link(`Revoke it${named}`, revoke) ?? 'Revoke it where it was issued', what]
    .filter(Boolean)
    .join('. ')
}

const facts = ({ finding, first }: Entry): readonly Fact[] => {
  const { ruleId, provider, via, companion, owner, fingerprint } = finding
  return [
    ['Next', nextStep(finding)],
    ...(first === undefined
      ? []
      : [['Same as', `<a href="#${first.id}">${placeOf(first.finding)}</a>`] satisfies Fact]),
    ...(owner === undefined ? [] : [['Owner', escapeMarkup(owner)] satisfies Fact]),
    ['Confidence', escapeMarkup(certainty(finding))],
    ...(via === undefined ? [] : [['Written as', escapeMarkup(via.join(', in '))] satisfies Fact]),
    ...(companion === undefined
      ? []
      : [
          [
            'With',
            `${escapeMarkup(companion.title)} ${code(companion.masked)} at ${placeOf(companion)}`,
          ] satisfies Fact,
        ]),
    ...(finding.history === undefined
      ? []
      : [['History', historyWords(finding).map(escapeMarkup).join('<br>')] satisfies Fact]),
    ['Rule', `${code(ruleId)} (${escapeMarkup(provider)})`],
    ['Fingerprint', code(fingerprint.slice(0, 16))],
  ]
}

/** A finding, with all that the report knows of it but its value. */
export const article = (entry: Entry): string => {
  const { finding, id } = entry
  const { severity, title } = finding
  const list = facts(entry)
    .map(([name, markup]) => `<dt>${name}</dt><dd>${markup}</dd>`)
    .join('')
  return `<article class="${severity}" id="${id}" aria-labelledby="${id}-title"${filterData(finding)}>
<h3 id="${id}-title"><span class="severity">${severity}</span> ${escapeMarkup(title)}</h3>
<code class="place">${placeOf(finding)}</code>
<pre><code>${excerptOf(finding)}</code></pre>
<dl>${list}</dl>
</article>
`
}
