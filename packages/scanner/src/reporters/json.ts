import { jsonText } from './json-text.ts'
import { published, schemaVersion } from './published.ts'
import { isComplete, type Reporter } from './reporter.ts'

/** One JSON document, written as the findings come: its fields are listed in docs/scanning.md. */
export const json: Reporter = async function* ({ findings, outcome }, { version }) {
  // Held back until there is a finding or an end: a scan that fails at once leaves no half document.
  let pending = `{\n  "schemaVersion": ${schemaVersion},\n  "tool": ${jsonText({ name: 'tacet', version }, 1)},\n`
  pending += '  "findings": ['
  let end = '],\n'
  for await (const finding of findings) {
    yield `${pending}\n    ${jsonText(published(finding), 2)}`
    pending = ','
    end = '\n  ],\n'
  }
  const ended = await outcome()
  if (end === '],\n') yield pending
  yield `${end}  "complete": ${isComplete(ended)},\n`
  if (ended.stopped !== undefined) yield `  "stopped": ${jsonText(ended.stopped)},\n`
  yield `  "coverage": ${jsonText(ended.coverage, 1)}\n}\n`
}
