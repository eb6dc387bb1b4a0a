import { checkNames, type Names } from '../../check-names.ts'
import { isOver, today } from '../expiry.ts'
import { type BaselineEntry, keyOf } from './entry.ts'
import { type Baseline, emptyBaseline } from './file.ts'
import { baselineHash, keyCheck } from './hash.ts'

/** A finding that is to be known from now on. */
export interface KnownFinding {
  readonly ruleId: string
  readonly value: string
  readonly path: string
}

export interface UpdateOptions {
  /** What the fingerprints are made with besides, when the baseline is, or is new. */
  readonly key?: string | undefined
  /** What new entries say. */
  readonly fields?: Pick<BaselineEntry, 'reason' | 'owner' | 'until'>
  /** Whether the findings are those of a history. Default: those of the files of today. */
  readonly history?: boolean
  /** Whether entries that are there are to say that too, and no more than that. Default: they keep what they say. */
  readonly renew?: boolean
  /** Whether to remove the entries for which there is no finding. Default: they stay. */
  readonly prune?: boolean
}

const names: Names<UpdateOptions> = { key: true, fields: true, history: true, renew: true, prune: true }

export interface UpdatedBaseline {
  readonly baseline: Baseline
  /** Which findings are new, by their place in the list. */
  readonly added: readonly number[]
  /** How many entries were there and have a finding, and how many have none. */
  readonly known: number
  readonly stale: number
  /** How many of the known have ended, and hide nothing. */
  readonly over: number
}

/**
 * Adds findings to a baseline. An entry that is there keeps what it says.
 *
 * @param before - undefined when there is none yet
 * @param found - the same secret may be there more than once
 */
export function updateBaseline(
  before: Baseline | undefined,
  found: readonly KnownFinding[],
  options: UpdateOptions = {},
): UpdatedBaseline {
  checkNames('updateBaseline', options, names)
  const { fields = {}, history = false, renew = false, prune = false } = options
  const base = before ?? {
    ...emptyBaseline(),
    ...(options.key === undefined ? {} : { keyCheck: keyCheck(options.key) }),
  }
  const key = base.keyCheck === undefined ? undefined : options.key
  const [hash, ...others] = base.salts.map((salt) => baselineHash(salt, key))
  const left = new Map<string, BaselineEntry>(base.entries.map((entry) => [keyOf(entry), entry]))
  const matched = new Map<string, BaselineEntry>()
  const added: number[] = []
  for (const [index, { ruleId, value, path }] of found.entries()) {
    const fingerprint = hash!(value)
    const identity = keyOf({ ruleId, fingerprint })
    if (matched.has(identity)) continue
    const old = [hash!, ...others]
      .map((each) => keyOf({ ruleId, fingerprint: each(value) }))
      .find((each) => left.has(each))
    if (old === undefined) added.push(index)
    const { history: was = false, ...known } = left.get(old ?? '') ?? {
      ruleId,
      path,
      ...fields,
      history: true,
    }
    left.delete(old ?? '')
    const said = renew ? { ruleId, path: known.path, ...fields } : known
    matched.set(identity, { ...said, fingerprint, ...(history && was ? { history: true } : {}) })
  }
  const mayBeStale = (entry: BaselineEntry): boolean => (entry.history ?? false) === history
  const kept = [...left.values()].filter((entry) => !(prune && mayBeStale(entry)))
  const baseline = {
    ...base,
    // What has not been met may be made with any of them.
    salts: kept.length === 0 ? base.salts.slice(0, 1) : base.salts,
    entries: [...kept, ...matched.values()],
  }
  const stale = [...left.values()].filter(mayBeStale).length
  const over = [...matched.values()].filter(({ until }) => isOver(until, today())).length
  return { baseline, added, known: matched.size - added.length, stale, over }
}

/** A baseline without the entries of findings. */
export function withoutFindings(
  baseline: Baseline,
  found: readonly KnownFinding[],
  key: string | undefined,
): Baseline {
  const hashes = baseline.salts.map((salt) =>
    baselineHash(salt, baseline.keyCheck === undefined ? undefined : key),
  )
  const gone = new Set(
    found.flatMap(({ ruleId, value }) => hashes.map((hash) => keyOf({ ruleId, fingerprint: hash(value) }))),
  )
  return { ...baseline, entries: baseline.entries.filter((entry) => !gone.has(keyOf(entry))) }
}
