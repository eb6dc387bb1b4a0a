import { counted } from '../counted.ts'
import type { Finding } from '../finding.ts'
import { escapeMarkup } from './entities.ts'
import { historyWords } from './history-wording.ts'
import { byImportance, collect } from './importance.ts'
import { outcomeLines } from './outcome-wording.ts'
import { isComplete, type Outcome, type Reporter } from './reporter.ts'
import { advice, certainty, ownerWords } from './wording.ts'

/** GitHub takes no longer comment; the summary of a step may be longer. */
const longestComment = 65_536

/** What is kept free for the lines after the table. */
const reserve = 8_192

// As an entity a character is never Markdown. A name after `@` notifies whoever has it, unless a tag parts them.
const escapeMarkdown = (text: string): string =>
  escapeMarkup(text)
    .replace(/[\\`*_[\]{}()|~#!$:^=+-]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/www\./gi, (prefix) => `${prefix.slice(0, -1)}&#46;`)
    .replaceAll('@', '<span>@</span>')

const code = (text: string): string => `<code>${escapeMarkdown(text)}</code>`

const link = (words: string, url: string | undefined): string =>
  url !== undefined && /^https?:\/\/[^\s<>()|]+$/.test(url) ? `[${words}](${url})` : words

const row = (finding: Finding): string => {
  const { severity, title, ruleId, masked, location, companion, reference, revoke } = finding
  const secret = [
    escapeMarkdown(title),
    code(masked),
    ...(companion === undefined ? [] : [`with ${code(companion.masked)}`]),
    `<sub>${code(ruleId)}</sub>`,
  ].join(' ')
  const where = [
    code(`${location.path}:${location.line}`),
    ...[...historyWords(finding), ...ownerWords(finding)].map(
      (words) => `<sub>${escapeMarkdown(words)}</sub>`,
    ),
  ].join('<br>')
  const next =
    revoke === undefined
      ? ['revoke it where it was issued', ...(reference ? [link('what it is', reference)] : [])].join('; ')
      : link('revoke it', revoke)
  return `| ${severity} | ${secret} | ${where} | ${escapeMarkdown(certainty(finding))} | ${next} |\n`
}

/** As many of the lines as what is kept free for them can hold. */
const fitting = (lines: readonly string[]): string => {
  let joined = ''
  for (const line of lines) {
    if (joined.length + line.length > reserve / 2) return `${joined}…\n`
    joined += `${line}<br>\n`
  }
  return joined
}

const heading = (findings: readonly Finding[], outcome: Outcome): string => {
  if (findings.length === 0) {
    return isComplete(outcome) ? 'Tacet found no secrets' : 'Tacet found no secrets in what it could scan'
  }
  const secrets = new Set(findings.map(({ fingerprint }) => fingerprint)).size
  return `Tacet found ${counted(secrets, 'secret')}`
}

const whatToDo = advice.map((step, index) => `${index + 1}. ${step}\n`).join('')

/**
 * A comment for a pull request, or the summary of a job: the gravest findings first, as many as fit. It never holds a
 * value: whoever asked for values did not ask to post them.
 *
 * Source: CommonMark; the tables of GitHub Flavored Markdown, which GitLab takes too.
 */
export const markdown: Reporter = async function* ({ findings, outcome }) {
  const found = (await collect(findings)).sort(byImportance)
  const ended = await outcome()
  const summary = outcomeLines(found, ended)
  let room = longestComment - reserve
  let shown = 0
  yield `### ${heading(found, ended)}\n\n`
  if (found.length > 0) {
    yield '| Severity | Secret | Where | Confidence | Next |\n| --- | --- | --- | --- | --- |\n'
    for (const finding of found) {
      const line = row(finding)
      if (line.length > room) break
      room -= line.length
      shown++
      yield line
    }
    const hidden = found.length - shown
    yield hidden > 0 ? `\nAnd ${hidden} more, which do not fit here.\n\n` : '\n'
    yield `What to do, in this order:\n\n${whatToDo}\n`
  }
  yield `<details><summary>What was scanned</summary>\n\n${fitting(summary.map(escapeMarkdown))}\n</details>\n`
}
