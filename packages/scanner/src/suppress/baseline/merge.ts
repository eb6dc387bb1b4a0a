import { ScanError } from '../../errors.ts'
import { type BaselineEntry, keyOf } from './entry.ts'
import type { Baseline } from './file.ts'

/**
 * Joins what two sides made of a baseline. What one side removed stays removed, what either added is there; the order
 * of the sides does not matter.
 *
 * @param base - what both started from; undefined when there was nothing
 * @throws ScanError `cannot-merge` when they are made with different keys
 */
export function mergeBaselines(base: Baseline | undefined, one: Baseline, other: Baseline): Baseline {
  if (one.keyCheck !== other.keyCheck) {
    throw new ScanError(
      'cannot-merge',
      'the baselines are made with different keys, or one without a key: keep one, and run `tacet baseline` again',
    )
  }
  const [before, left, right] = [byKey(base?.entries ?? []), byKey(one.entries), byKey(other.entries)]
  const entries: BaselineEntry[] = []
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const [was, a, b] = [before.get(key), left.get(key), right.get(key)]
    if (a && b) entries.push(merged(was, a, b))
    else if (!was) entries.push((a ?? b)!)
  }
  const { keyCheck } = one
  return {
    salts: [...new Set([...one.salts, ...other.salts])].sort(),
    ...(keyCheck === undefined ? {} : { keyCheck }),
    entries,
  }
}

const byKey = (entries: readonly BaselineEntry[]): ReadonlyMap<string, BaselineEntry> =>
  new Map(entries.map((entry) => [keyOf(entry), entry]))

/** Two entries of the same finding as one, whichever comes first: what ends earlier counts. */
export const joinEntries = (a: BaselineEntry, b: BaselineEntry): BaselineEntry => merged(undefined, a, b)

/** Field by field: what only one side changed is as it made it. */
function merged(was: BaselineEntry | undefined, a: BaselineEntry, b: BaselineEntry): BaselineEntry {
  const of = <Name extends keyof BaselineEntry>(name: Name, join = least): BaselineEntry[Name] => {
    if (was && a[name] === was[name]) return b[name]
    if (was && b[name] === was[name]) return a[name]
    return join(a[name], b[name])
  }
  const { fingerprint, ruleId } = a
  const [until, owner, reason] = [of('until'), of('owner'), of('reason')]
  // Where one side met it in the files of today, it is there.
  const history = of('history', (one, other) => one && other)
  return {
    fingerprint,
    ruleId,
    path: of('path'),
    ...(history ? { history } : {}),
    ...(until === undefined ? {} : { until }),
    ...(owner === undefined ? {} : { owner }),
    ...(reason === undefined ? {} : { reason }),
  }
}

function least<Value extends string | true | undefined>(a: Value, b: Value): Value {
  if (a === undefined || b === undefined) return a ?? b
  return `${a}` < `${b}` ? a : b
}
