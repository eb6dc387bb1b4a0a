import { jsonLine } from './json-text.ts'
import { published, schemaVersion } from './published.ts'
import { isComplete, type Reporter } from './reporter.ts'

/**
 * One JSON object a line: `{"type":"finding",…}` with the fields of the JSON format as each is found, and at the
 * end one `{"type":"end",…}`. A file without that last line is of a scan that was cut off.
 */
export const jsonl: Reporter = async function* ({ findings, outcome }, { version }) {
  for await (const finding of findings) yield `${jsonLine({ type: 'finding', ...published(finding) })}\n`
  const ended = await outcome()
  const tool = { name: 'tacet', version }
  const { stopped, coverage } = ended
  yield `${jsonLine({ type: 'end', schemaVersion, tool, complete: isComplete(ended), stopped, coverage })}\n`
}
