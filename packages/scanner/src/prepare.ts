import type { Rule } from '@tacet/rules'
import type { CustomRule } from './custom/custom-rule.ts'
import type { DetectorOptions } from './detect/detector.ts'
import { ScanError } from './errors.ts'
import type { ForeignSettings } from './foreign/foreign-settings.ts'
import type { ScanOptions } from './scan.ts'
import type { ScanSettings } from './scan-unit.ts'
import type { Suppressor } from './suppression.ts'

/** Whose rules a scan uses, and what of other scanners it honours. */
export interface Plan {
  readonly rules: readonly Rule[]
  readonly custom: readonly CustomRule[]
  readonly foreign?: ForeignSettings
  readonly notes: readonly string[]
}

/** @throws ScanError `invalid-option` for rules that cannot be searched for; `invalid-config`, `invalid-baseline` */
export async function planOf(options: ScanOptions, rules: readonly Rule[]): Promise<Plan> {
  const { custom: own = [], foreign, history, staged, cwd = process.cwd() } = options
  await checkCustom(own)
  if (!foreign) return { rules, custom: own, notes: [] }
  const { comments = true, files = [], detected = [], gitleaksConfig } = foreign
  if (files.length + detected.length === 0 && gitleaksConfig === undefined) {
    return { rules, custom: own, foreign: { comments, files: [] }, notes: [] }
  }
  const { baseOf, readForeign } = await import('./foreign/read-foreign.ts')
  const paths = options.paths ?? ['.']
  const base = baseOf(paths, cwd, Boolean(history ?? staged)) ?? cwd
  const { settings, custom, without, notes } = readForeign(foreign, base, cwd)
  const off = without === 'all' ? rules : rules.filter((rule) => without.some((id) => isNamed(rule, id)))
  const told = without === 'all' ? notes : [...notes, ...aboutDisabled(without, off)]
  const kept = off.length === 0 ? rules : rules.filter((rule) => !off.includes(rule))
  return { rules: kept, custom: [...own, ...custom], foreign: settings, notes: told }
}

/** Whether another scanner would call a rule of ours so: those that know no provider are of one name. */
const isNamed = ({ id, provider }: Rule, name: string): boolean =>
  id === name || (provider === 'generic' && /generic/i.test(name))

function aboutDisabled(names: readonly string[], off: readonly Rule[]): readonly string[] {
  const unknown = names.filter((name) => !off.some((rule) => isNamed(rule, name)))
  return [
    ...(off.length === 0 ? [] : [`off, as disabledRules says: ${listed(off.map(({ id }) => id))}`]),
    ...(unknown.length === 0
      ? []
      : [`no rule of Tacet is called as disabledRules says, so none is off for: ${listed(unknown)}`]),
  ]
}

const MOST_LISTED = 10

function listed(names: readonly string[]): string {
  const left = names.length - MOST_LISTED
  return names.slice(0, MOST_LISTED).join(', ') + (left > 0 ? ` and ${left} more` : '')
}

/** What few scans need, and is loaded only for them. */
export interface Prepared extends Pick<DetectorOptions, 'extra' | 'shapes'> {
  /** Rules of the user's own that are made of parts. */
  readonly rules?: readonly Rule[]
  readonly suppressors?: readonly Suppressor[]
}

/** To be waited for on each thread before it scans. */
export async function prepare({
  custom = [],
  foreign,
  parts = [],
  values = [],
}: ScanSettings): Promise<Prepared> {
  const suppressors: Suppressor[] = []
  let extra: Prepared['extra']
  if (custom.length > 0) {
    const { customFinder, ruleSuppressor } = await import('./custom/custom-finder.ts')
    extra = customFinder(custom)
    suppressors.push(ruleSuppressor)
  }
  if (foreign?.comments) {
    const { commentSuppressor } = await import('./foreign/comments.ts')
    suppressors.push(commentSuppressor)
  }
  if (foreign && foreign.files.length > 0) {
    const { fileSuppressor } = await import('./foreign/file-suppressors.ts')
    suppressors.push(...foreign.files.map(fileSuppressor))
  }
  const { partsRule } = parts.length > 0 ? await import('./config/parts-rule.ts') : {}
  const { shapesOf } = values.length > 0 ? await import('./config/value-shapes.ts') : {}
  return {
    extra,
    suppressors,
    ...(partsRule ? { rules: parts.map(partsRule) } : {}),
    ...(shapesOf ? { shapes: shapesOf(values) } : {}),
  }
}

async function checkCustom(custom: readonly CustomRule[]): Promise<void> {
  if (custom.length === 0) return
  const { checkCustomRules } = await import('./custom/check-custom-rules.ts')
  const [problem] = checkCustomRules(custom)
  if (!problem) return
  const place = ['custom', problem.index, ...problem.at].join('.')
  throw new ScanError(
    'invalid-option',
    `the rule ${custom[problem.index]!.id} (${place}): ${problem.message}`,
  )
}
