import type { Finding } from '../../finding.ts'
import { escapeMarkup } from '../entities.ts'
import { historyWords } from '../history-wording.ts'
import { certainty, remedy } from '../wording.ts'

/** What the filters look at. */
export const filterData = ({ ruleId, severity, confidence, location, history }: Finding): string =>
  Object.entries({ rule: ruleId, severity, confidence, path: location.path, author: history?.author ?? '' })
    .map(([name, value]) => ` data-${name}="${escapeMarkup(value)}"`)
    .join('')

const shown = (text: string): string => escapeMarkup(text.replaceAll('\t', '  '))

// Of a secret within a longer one, the excerpt shows only the longer.
const excerptOf = ({ excerpt, focus, masked }: Finding): string => {
  if (!excerpt.startsWith(masked, focus)) return shown(excerpt)
  const end = focus + masked.length
  return `${shown(excerpt.slice(0, focus))}<mark>${shown(masked)}</mark>${shown(excerpt.slice(end))}`
}

const link = (words: string, url: string | undefined): string =>
  url !== undefined && /^https?:\/\/./.test(url)
    ? `<a href="${escapeMarkup(url)}" rel="noopener noreferrer">${escapeMarkup(words)}</a>`
    : escapeMarkup(words)

const nextStep = (finding: Finding): string =>
  finding.revoke === undefined
    ? link(remedy(finding), finding.reference)
    : link('Revoke it', finding.revoke) +
      (finding.reference ? `; ${link('what it is', finding.reference)}` : '')

/** A finding, with all that the report knows of it but its value. */
export const article = (finding: Finding): string => {
  const { severity, title, ruleId, provider, location, via, companion, fingerprint } = finding
  const facts: readonly (readonly [name: string, markup: string])[] = [
    ['Confidence', escapeMarkup(certainty(finding))],
    ...(via === undefined ? [] : [['Written as', escapeMarkup(via.join(', in '))] as const]),
    ...(companion === undefined
      ? []
      : [
          [
            'With',
            `${escapeMarkup(companion.title)} <code>${escapeMarkup(companion.masked)}</code>`,
          ] as const,
        ]),
    ...historyWords(finding).map(
      (words, index) => [index === 0 ? 'History' : '', escapeMarkup(words)] as const,
    ),
    ['Rule', `<code>${escapeMarkup(ruleId)}</code> (${escapeMarkup(provider)})`],
    ['Fingerprint', `<code>${escapeMarkup(fingerprint.slice(0, 16))}</code>`],
    ['Next', nextStep(finding)],
  ]
  const list = facts.map(([name, markup]) => `<dt>${name}</dt><dd>${markup}</dd>`).join('')
  return `<article class="${severity}"${filterData(finding)}>
<h3><span class="severity">${severity}</span> ${escapeMarkup(title)}</h3>
<code>${escapeMarkup(location.path)}:${location.line}:${location.column}</code>
<pre><code>${excerptOf(finding)}</code></pre>
<dl>${list}</dl>
</article>
`
}
