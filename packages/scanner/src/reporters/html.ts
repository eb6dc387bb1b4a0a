import { createHash } from 'node:crypto'
import type { Finding } from '../finding.ts'
import { escapeMarkup } from './entities.ts'
import { article, type Entry } from './html/article.ts'
import { filters } from './html/filters.ts'
import { script } from './html/script.ts'
import { style } from './html/style.ts'
import { timeline } from './html/timeline.ts'
import { byImportance, collect } from './importance.ts'
import { outcomeLines } from './outcome-wording.ts'
import { isComplete, type Outcome, type Reporter } from './reporter.ts'
import { advice } from './wording.ts'

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Nothing is loaded and nothing is sent; only this very style and this very script count. */
const policy = () =>
  `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(script)}; base-uri 'none'; form-action 'none'`

const paragraphs = (lines: readonly string[]): string =>
  lines.map((line) => `<p>${escapeMarkup(line.trim())}</p>\n`).join('')

const numbered = (findings: readonly Finding[]): Entry[] => {
  const firsts = new Map<string, Entry>()
  return findings.map((finding, index) => {
    const first = firsts.get(finding.fingerprint)
    const entry = { finding, id: `f${index + 1}`, first }
    if (first === undefined) firsts.set(finding.fingerprint, entry)
    return entry
  })
}

const warning = (outcome: Outcome): string =>
  isComplete(outcome) ? '' : '<p class="warning">The scan is not complete: there may be more.</p>\n'

const whatToDo = `<section aria-labelledby="advice">
<h2 id="advice">What to do, in this order</h2>
<ol>
${advice.map((step) => `<li>${step}</li>\n`).join('')}</ol>
</section>
`

/**
 * One HTML page that stands alone: it loads nothing, and shows everything also without its script. It never holds a
 * value.
 */
export const html: Reporter = async function* ({ findings, outcome }, { version, time = new Date() }) {
  const found = (await collect(findings)).sort(byImportance)
  const ended = await outcome()
  const [verdict, ...scanned] = outcomeLines(found, ended)
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Tacet: ${found.length === 1 ? '1 finding' : `${found.length} findings`}</title>
<style>${style}</style>
</head>
<body>
${found.length > 0 ? '<a class="skip" href="#findings">Skip to the findings</a>\n' : ''}<header>
<h1>Secrets found by Tacet</h1>
<p class="verdict">${escapeMarkup(verdict!)}</p>
${warning(ended)}<p class="soft">Tacet ${escapeMarkup(version)}, ${time.toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length).replace('T', ' ')} UTC</p>
</header>
<main>
`
  if (found.length > 0) {
    const entries = numbered(found)
    yield `${whatToDo}${filters(found)}${timeline(entries, time)}<section aria-labelledby="findings">
<h2 id="findings" tabindex="-1">Findings</h2>
`
    for (const entry of entries) yield article(entry)
    yield '<p id="none" hidden>No finding fits the filters.</p>\n</section>\n'
  }
  yield `<section aria-labelledby="scanned">
<h2 id="scanned">What was scanned</h2>
${paragraphs(scanned)}</section>
</main>
${found.length > 0 ? `<script>${script}</script>\n` : ''}</body>
</html>
`
}
