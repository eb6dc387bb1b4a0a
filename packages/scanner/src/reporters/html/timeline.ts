import type { Finding } from '../../finding.ts'
import { escapeMarkup } from '../entities.ts'
import { filterData } from './article.ts'

interface Stay {
  readonly finding: Finding
  readonly came: number
  /** Left out when it still stands somewhere, or when nothing tells. */
  readonly went?: number
  readonly stands: boolean
}

const stayOf = (finding: Finding): Stay | undefined => {
  const { date, removedIn, tips } = finding.history ?? {}
  const came = Date.parse(date ?? '')
  if (Number.isNaN(came)) return undefined
  const went = Date.parse(removedIn?.date ?? '')
  const stands = (tips ?? []).length > 0
  return { finding, came, stands, ...(Number.isNaN(went) ? {} : { went }) }
}

const day = (time: number): string => new Date(time).toISOString().slice(0, 'yyyy-mm-dd'.length)

const percent = (part: number): string => (part * 100).toFixed(2)

const row = ({ finding, came, went, stands }: Stay, from: number, to: number): string => {
  const span = Math.max(to - from, 1)
  const end = went ?? (stands ? to : came)
  const x = (came - from) / span
  // So that it can be seen when it stayed for a moment.
  const width = Math.max((end - came) / span, 0.01)
  const { title, severity, location } = finding
  return `<tr class="${severity}"${filterData(finding)}>
<th scope="row">${escapeMarkup(title)}<br><code>${escapeMarkup(location.path)}:${location.line}</code></th>
<td>${day(came)}</td><td>${went === undefined ? (stands ? 'still there' : 'not known') : day(went)}</td>
<td class="bar"><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect x="${percent(
    Math.min(x, 0.99),
  )}" width="${percent(width)}" height="10"/></svg></td>
</tr>
`
}

/** When each secret came and went, the first to come first; nothing when no finding has a date. */
export const timeline = (findings: readonly Finding[], now: Date): string => {
  const stays = findings
    .map(stayOf)
    .filter((stay) => stay !== undefined)
    .sort((a, b) => a.came - b.came)
  if (stays.length === 0) return ''
  const from = stays[0]!.came
  const to = stays.reduce((latest, { came, went = 0 }) => Math.max(latest, came, went), now.getTime())
  return `<section aria-labelledby="timeline">
<h2 id="timeline">When they came and went</h2>
<table>
<thead><tr><th scope="col">Secret</th><th scope="col">Came</th><th scope="col">Went</th><th scope="col" class="bar">${day(
    from,
  )} to ${day(to)}</th></tr></thead>
<tbody>
${stays.map((stay) => row(stay, from, to)).join('')}</tbody>
</table>
</section>
`
}
