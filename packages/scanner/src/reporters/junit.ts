import type { Finding } from '../finding.ts'
import { escapeMarkup } from './entities.ts'
import { historyWords } from './history-wording.ts'
import { collect } from './importance.ts'
import { outcomeLines } from './outcome-wording.ts'
import { printableLine } from './printable.ts'
import { isComplete, type Outcome, type Reporter } from './reporter.ts'
import { certainty, ownerWords, remedy } from './wording.ts'

const attributes = (entries: Readonly<Record<string, string | number>>): string =>
  Object.entries(entries)
    .map(([name, value]) => ` ${name}="${escapeMarkup(`${value}`)}"`)
    .join('')

const inLines = (lines: readonly string[]): string => lines.map(escapeMarkup).join('\n')

const failed = (finding: Finding): string => {
  const { ruleId, title, location, masked, excerpt, severity } = finding
  const place = `${location.path}:${location.line}:${location.column}`
  const body = [
    place,
    printableLine(excerpt),
    ...(finding.value === undefined ? [] : [`value: ${finding.value}`]),
    certainty(finding),
    ...historyWords(finding),
    ...ownerWords(finding),
    remedy(finding),
  ]
  const name = `${ruleId} at ${location.line}:${location.column}`
  const message = `${severity}: ${title} (${masked})`
  return `    <testcase${attributes({ name, classname: location.path })}>
      <failure${attributes({ type: ruleId, message })}>${inLines(body)}</failure>
    </testcase>\n`
}

// Always there, so that a clean scan is a suite with a test that passed, not an empty one.
const completeness = (outcome: Outcome, lines: readonly string[]): string => {
  const message = outcome.stopped ?? 'some files could not be read'
  return `    <testcase${attributes({ name: 'everything was scanned', classname: 'tacet' })}>${
    isComplete(outcome)
      ? ''
      : `\n      <error${attributes({ type: 'incomplete', message })}>${inLines(lines)}</error>\n    `
  }</testcase>\n`
}

/**
 * JUnit's XML: a failed test for each finding, and one that tells whether everything was scanned.
 *
 * Source: junit-10.xsd of the xUnit plugin of Jenkins, which is what most readers of such reports take.
 */
export const junit: Reporter = async function* ({ findings, outcome }) {
  const found = await collect(findings)
  const ended = await outcome()
  const lines = outcomeLines(found, ended)
  const counts = attributes({
    name: 'tacet',
    tests: found.length + 1,
    failures: found.length,
    errors: isComplete(ended) ? 0 : 1,
    time: (ended.coverage.duration / 1000).toFixed(3),
  })
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${counts}>\n  <testsuite${counts}>\n`
  for (const finding of found) yield failed(finding)
  yield completeness(ended, lines)
  yield `    <system-out>${inLines(lines)}</system-out>\n  </testsuite>\n</testsuites>\n`
}
