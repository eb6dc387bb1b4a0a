import { escapeMarkup } from '../entities.ts'
import { type Entry, filterData } from './article.ts'
import { axis, day, percent } from './axis.ts'
import { exposure } from './exposure.ts'

/** How long a secret stood where it can be read. */
export interface Stay extends Entry {
  readonly came: number
  /** Left out when it still stands somewhere, or when nothing tells. */
  readonly went?: number
  readonly stands: boolean
}

/** More of them are shown when they are asked for: they would push the findings out of sight. */
const mostAtOnce = 20

/** In percent, so that it can be seen when it stayed for a moment. */
const leastWidth = 1

const stayOf = (entry: Entry): Stay | undefined => {
  const { date, removedIn, tips } = entry.finding.history ?? {}
  const came = Date.parse(date ?? '')
  if (Number.isNaN(came)) return undefined
  const stands = (tips ?? []).length > 0
  const went = Date.parse(removedIn?.date ?? '')
  return { ...entry, came, stands, ...(stands || Number.isNaN(went) ? {} : { went }) }
}

const ending = ({ went, stands }: Stay): string => {
  if (went !== undefined) return `went <time>${day(went)}</time>`
  return stands ? '<strong>still there</strong>' : 'went, not known when'
}

const item = (stay: Stay, from: number, to: number): string => {
  const { finding, id, came, went, stands } = stay
  const end = went ?? (stands ? to : came)
  const start = Math.min(percent(came, from, to), 100 - leastWidth)
  const width = Math.max(percent(end, from, to) - start, leastWidth)
  const { title, severity, location } = finding
  return `<li class="${severity}${stands ? '' : ' gone'}"${filterData(finding)}>
<span><a href="#${id}">${escapeMarkup(title)}</a> <code>${escapeMarkup(location.path)}:${location.line}</code></span>
<span>came <time>${day(came)}</time>, ${ending(stay)}</span>
<svg aria-hidden="true"><use href="#ticks"/><rect x="${start.toFixed(2)}%" width="${width.toFixed(2)}%" height="100%"/></svg>
</li>
`
}

/** When each secret came and went, the first to come first; nothing when no finding has a date. */
export const timeline = (entries: readonly Entry[], now: Date): string => {
  const stays = entries
    .map(stayOf)
    .filter((stay) => stay !== undefined)
    .sort((a, b) => a.came - b.came)
  if (stays.length === 0) return ''
  const from = stays[0]!.came
  const to = stays.reduce((latest, { came, went = 0 }) => Math.max(latest, came, went), now.getTime())
  return `<section aria-labelledby="timeline">
<h2 id="timeline">When they came and went</h2>
${axis(from, to)}${exposure(stays, from, to)}<details${stays.length > mostAtOnce ? '' : ' open'}>
<summary>Each of them, the first to come first</summary>
<ol>
${stays.map((stay) => item(stay, from, to)).join('')}</ol>
</details>
</section>
`
}
