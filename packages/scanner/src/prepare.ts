import type { Rule } from '@tacet/rules'
import type { CustomRule } from './custom/custom-rule.ts'
import type { DetectorOptions } from './detect/detector.ts'
import { ScanError } from './errors.ts'
import type { ForeignSettings } from './foreign/foreign-settings.ts'
import type { ForeignOptions } from './foreign/read-foreign.ts'
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

/** What reads that, and is loaded only for those who want it. */
export type Planner = Pick<typeof import('./custom/check-custom-rules.ts'), 'checkCustomRules'> &
  Pick<typeof import('./foreign/read-foreign.ts'), 'baseOf' | 'readForeign'>

/** @throws ScanError `invalid-option` for rules that cannot be searched for; `invalid-config`, `invalid-baseline` */
export async function planOf(options: ScanOptions, rules: readonly Rule[]): Promise<Plan> {
  const planner = {
    ...(options.custom?.length ? await import('./custom/check-custom-rules.ts') : {}),
    ...(hasForeignFiles(options.foreign) ? await import('./foreign/read-foreign.ts') : {}),
  }
  return planWith(planner, options, rules)
}

const hasForeignFiles = ({ files = [], detected = [], gitleaksConfig }: ForeignOptions = {}): boolean =>
  files.length + detected.length > 0 || gitleaksConfig !== undefined

/** The same at once, for who has loaded what that takes. */
export function planWith(planner: Partial<Planner>, options: ScanOptions, rules: readonly Rule[]): Plan {
  const { custom: own = [], foreign, history, staged, cwd = process.cwd() } = options
  if (planner.checkCustomRules) checkCustom(own, planner.checkCustomRules)
  if (!foreign) return { rules, custom: own, notes: [] }
  if (!planner.readForeign || !planner.baseOf || !hasForeignFiles(foreign)) {
    return { rules, custom: own, foreign: { comments: foreign.comments ?? true, files: [] }, notes: [] }
  }
  const paths = options.paths ?? ['.']
  const base = planner.baseOf(paths, cwd, Boolean(history ?? staged)) ?? cwd
  const { settings, custom, without, notes } = planner.readForeign(foreign, base, cwd)
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

const loaders = {
  custom: () => import('./custom/custom-finder.ts'),
  comments: () => import('./foreign/comments.ts'),
  files: () => import('./foreign/file-suppressors.ts'),
  parts: () => import('./config/parts-rule.ts'),
  values: () => import('./config/value-shapes.ts'),
}

/** What makes that of settings. */
export type Makers = {
  readonly [Name in keyof typeof loaders]: Awaited<ReturnType<(typeof loaders)[Name]>>
}

/** To be waited for on each thread before it scans. */
export async function prepare(settings: ScanSettings): Promise<Prepared> {
  const { custom = [], foreign, parts = [], values = [] } = settings
  const needed = {
    custom: custom.length > 0,
    comments: foreign?.comments,
    files: foreign && foreign.files.length > 0,
    parts: parts.length > 0,
    values: values.length > 0,
  }
  const names = (Object.keys(loaders) as (keyof Makers)[]).filter((name) => needed[name])
  const loaded = await Promise.all(names.map(async (name) => [name, await loaders[name]()] as const))
  return prepareWith(Object.fromEntries(loaded), settings)
}

/** The same at once, for who has loaded what that takes. */
export function prepareWith(
  makers: Partial<Makers>,
  { custom = [], foreign, parts = [], values = [] }: ScanSettings,
): Prepared {
  const suppressors: Suppressor[] = []
  if (custom.length > 0 && makers.custom) suppressors.push(makers.custom.ruleSuppressor)
  if (foreign?.comments && makers.comments) suppressors.push(makers.comments.commentSuppressor)
  if (makers.files) suppressors.push(...(foreign?.files.map(makers.files.fileSuppressor) ?? []))
  return {
    extra: custom.length > 0 ? makers.custom?.customFinder(custom) : undefined,
    suppressors,
    ...(makers.parts ? { rules: parts.map(makers.parts.partsRule) } : {}),
    ...(values.length > 0 && makers.values ? { shapes: makers.values.shapesOf(values) } : {}),
  }
}

function checkCustom(custom: readonly CustomRule[], check: Planner['checkCustomRules']): void {
  const [problem] = check(custom)
  if (!problem) return
  const place = ['custom', problem.index, ...problem.at].join('.')
  throw new ScanError(
    'invalid-option',
    `the rule ${custom[problem.index]!.id} (${place}): ${problem.message}`,
  )
}
