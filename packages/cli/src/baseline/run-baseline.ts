import { resolve, sep } from 'node:path'
import { type Finding, printable, printablePath } from '@tacet/scanner'
import type { Values } from '../arguments.ts'
import { CommandError } from '../errors.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { streamSink, writeWhole } from '../output.ts'
import { noProgress } from '../progress.ts'
import { showProgress } from '../run-scan.ts'
import type { Terminal } from '../terminal.ts'
import { unread } from '../unread.ts'
import type { baselineOptions } from './options.ts'
import { search } from './search.ts'
import { checkDay, openStore, withoutKey } from './store.ts'

const line = ({ location, ruleId, masked }: Finding): string =>
  `  ${printablePath(location.path)}:${location.line}  ${printable(ruleId)}  ${printable(masked)}\n`

/** Of what has one, the text. */
const entries = (count: number): string => `${count} ${count === 1 ? 'entry' : 'entries'}`

const covers = (operands: readonly string[], folder: string): boolean =>
  (operands.length > 0 ? operands : ['.']).some((path) =>
    `${folder}${sep}`.startsWith(`${resolve(path)}${sep}`),
  )

/** With these, a scan may leave out what an entry is for. */
const narrowingOptions = [
  'min-confidence',
  'max-file-size',
  'decode-depth',
  'archive-depth',
  'no-archives',
  'allow-shallow',
  'allow-missing',
] as const

/** Adds what is found to a baseline, as the options of `tacet baseline` say. */
export const runBaseline = async (
  values: Values<typeof baselineOptions>,
  operands: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> => {
  const { prune, reason, owner, until, file, quiet, ...searching } = values
  checkDay(until)
  const store = openStore(file, operands, terminal)
  const isWhole = covers(operands, store.folder)
  if (prune && !isWhole) {
    throw new CommandError(
      'usage',
      `what is stale is told by a scan of all that ${store.name} is for: run it for ${store.folder}`,
    )
  }
  const narrowing = narrowingOptions.find((name) => values[name])
  if (prune && narrowing !== undefined) {
    throw new CommandError(
      'usage',
      `what is stale is told by a scan that leaves nothing out: without --${narrowing}`,
    )
  }
  if (store.isWithoutKey) terminal.stderr.write(withoutKey(store.name))
  const progress = quiet || values['no-progress'] ? noProgress : showProgress(terminal)
  const found = await search({ ...searching, 'no-baseline': true }, operands, terminal, progress)
  if (!found.isComplete) {
    const why = found.outcome.stopped ?? `it could not read ${unread([found.outcome.coverage])}`
    throw new CommandError('scan', `the scan is not complete (${why}), so the baseline is left as it is`)
  }
  const fields = {
    ...(reason === undefined ? {} : { reason }),
    ...(owner === undefined ? {} : { owner }),
    ...(until === undefined ? {} : { until }),
  }
  const isHistory = values.history || values.unreachable
  const { added, known, stale, over } = await store.add(found.findings, { fields, history: isHistory, prune })
  const lines = quiet ? [] : added.map((index) => line(found.findings[index]!))
  // A scan of a part meets only a part of what is known.
  const isTold = stale > 0 && isWhole && narrowing === undefined
  const gone = isTold ? `, ${stale} ${prune ? 'removed' : 'stale (--prune removes them)'}` : ''
  const ended = over === 0 ? '' : `, of which ${over} ended and ${over === 1 ? 'is' : 'are'} reported`
  const summary = store.exists
    ? `${printablePath(store.name)}: ${entries(added.length)} added, ${known} known${ended}${gone}.\n`
    : 'Nothing is found, so there is no need for a baseline.\n'
  const advice =
    added.length === 0
      ? ''
      : 'Known is not harmless: revoke what is real. tacet audit asks of each finding.\n'
  await writeWhole(streamSink(terminal.stdout), `${lines.join('')}${summary}${quiet ? '' : advice}`)
  return exitCodes.clean
}
