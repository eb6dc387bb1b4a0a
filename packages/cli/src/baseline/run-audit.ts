import type { Finding } from '@tacet/scanner'
import type { Values } from '../arguments.ts'
import { showsColor } from '../color.ts'
import { CommandError } from '../errors.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { noProgress } from '../progress.ts'
import type { Terminal } from '../terminal.ts'
import { unread } from '../unread.ts'
import { Audit } from './audit.ts'
import type { KeyInput } from './keys.ts'
import type { auditOptions } from './options.ts'
import { search } from './search.ts'
import { checkDay, openStore, withoutKey } from './store.ts'

/** As a shell says that Ctrl-C ended a command: in the raw mode of a terminal that is a key, and no signal. */
const interrupted = 130

/** Findings of the same secret by the same rule, which are one entry. */
const grouped = (findings: readonly Finding[]): readonly (readonly Finding[])[] => {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const group = groups.get(finding.fingerprint)
    if (group) group.push(finding)
    else groups.set(finding.fingerprint, [finding])
  }
  return [...groups.values()]
}

/** Asks of each finding whether it is real, as the options of `tacet audit` say. */
export const runAudit = async (
  values: Values<typeof auditOptions>,
  operands: readonly string[],
  terminal: Terminal,
): Promise<ExitCode | typeof interrupted> => {
  const { owner, until, file, 'no-color': noColor, ...searching } = values
  const { stdout, stderr } = terminal
  const stdin: KeyInput = terminal.stdin
  checkDay(until)
  if (!stdin.isTTY || !stdout.isTTY) {
    throw new CommandError(
      'usage',
      'an audit asks, and there is no terminal to ask on: run it in one, or write down all with tacet baseline',
    )
  }
  const store = openStore(file, operands, terminal)
  const baseline = file === undefined || !store.exists ? {} : { baseline: [file] }
  if (store.isWithoutKey) stderr.write(withoutKey(store.name))
  const found = await search({ ...searching, ...baseline }, operands, terminal, noProgress)
  if (found.outcome.stopped !== undefined) return exitCodes.failed
  const missed = unread([found.outcome.coverage])
  if (missed !== '') stderr.write(`tacet: the scan is not complete: it could not read ${missed}\n`)
  const fields = { ...(owner === undefined ? {} : { owner }), ...(until === undefined ? {} : { until }) }
  const audit = new Audit(grouped(found.findings), {
    input: stdin,
    output: stdout,
    color: !noColor && showsColor(stdout),
    store: {
      name: store.name,
      add: async (findings, reason) => {
        const history = values.history || values.unreachable
        await store.add(findings, { fields: { ...fields, reason }, history, renew: true })
      },
      remove: (findings) => store.remove(findings),
    },
  })
  const { real, skipped, isInterrupted } = await audit.run()
  if (isInterrupted) return interrupted
  if (!found.isComplete) return exitCodes.failed
  return real + skipped > 0 ? exitCodes.findings : exitCodes.clean
}
