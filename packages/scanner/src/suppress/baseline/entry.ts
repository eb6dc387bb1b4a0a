import { isDay } from '../expiry.ts'

/** A finding that is known. It is told by its value and its rule, not by its place. */
export interface BaselineEntry {
  /** 32 hexadecimal digits, from `baselineHash`. */
  readonly fingerprint: string
  readonly ruleId: string
  /** Where it stood when it was written: for who reads the file, and nothing else. */
  readonly path: string
  /** It was met in a history, and is not to be looked for in the files of today. */
  readonly history?: true
  /** The last day on which it hides something. */
  readonly until?: string
  readonly owner?: string
  readonly reason?: string
}

const ENTRY =
  /^(?<fingerprint>[\da-f]{32}) (?<rule>\S+) (?<path>\S+)(?<rest>(?: (?!-- )\S+)*?)(?: -- (?<reason>\S.*))?$/

/** An entry as a line of the file. */
export function formatEntry({
  fingerprint,
  ruleId,
  path,
  history,
  until,
  owner,
  reason,
}: BaselineEntry): string {
  const fields = [fingerprint, escaped(ruleId), escaped(path)]
  if (history) fields.push('history')
  if (until !== undefined) fields.push(`until=${until}`)
  if (owner !== undefined) fields.push(`owner=${escaped(owner)}`)
  const line = fields.join(' ')
  const words = reason === undefined ? '' : oneLine(reason)
  return words === '' ? line : `${line} -- ${words}`
}

/** @returns what is wrong with the line when it is no entry */
export function parseEntry(line: string): BaselineEntry | string {
  const { fingerprint, rule, path, rest = '', reason } = ENTRY.exec(line)?.groups ?? {}
  if (fingerprint === undefined || rule === undefined || path === undefined) {
    return 'it has to be a fingerprint of 32 hexadecimal digits, a rule and a path'
  }
  let history = false
  const said: { until?: string; owner?: string } = {}
  for (const field of rest.split(' ').slice(1)) {
    const [name, value] = field.split(/=(.*)/s)
    if (field === 'history' && !history) history = true
    else if (name === 'until' && value && said.until === undefined) said.until = value
    else if (name === 'owner' && value && said.owner === undefined) said.owner = value
    else
      return `${field} is not history, until=DAY or owner=NAME, or is there twice; a reason stands behind --`
  }
  if (said.until !== undefined && !isDay(said.until))
    return `there is no day ${said.until}: write it as 2027-01-31`
  try {
    return {
      fingerprint,
      ruleId: decodeURIComponent(rule),
      path: decodeURIComponent(path),
      ...(history ? { history } : {}),
      ...(said.until === undefined ? {} : { until: said.until }),
      ...(said.owner === undefined ? {} : { owner: decodeURIComponent(said.owner) }),
      ...(reason === undefined ? {} : { reason }),
    }
  } catch {
    return 'a % is written as %25'
  }
}

/** A text as it stands in the file as a reason. */
export const oneLine = (text: string): string => text.replace(/[\s\p{C}]+/gu, ' ').trim()

/** A text without blanks and what does not show, which are as in an address. */
const escaped = (text: string): string =>
  text.replace(/\p{Cs}/gu, '\ufffd').replace(/[\s%\p{C}]/gu, encodeURIComponent) || '-'

export const keyOf = ({ ruleId, fingerprint }: Pick<BaselineEntry, 'ruleId' | 'fingerprint'>): string =>
  `${fingerprint} ${ruleId}`
