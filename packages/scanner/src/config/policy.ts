import type { Confidence, Severity } from '@tacet/rules'
import { confidences, reaches } from '../detect/resolve.ts'
import type { Finding } from '../finding.ts'
import { isOver } from '../suppress/expiry.ts'
import type { Suppression } from '../suppression.ts'
import type { Allow, ConfigData, Layer, RuleLine, Sourced } from './config-data.ts'
import { DEFAULT_THRESHOLD } from './defaults.ts'
import { type Glob, glob, verdict } from './glob.ts'
import type { ValueShape } from './value-shapes.ts'

/** A folder that has a configuration of its own. */
interface Scope {
  /** With `/` between its parts and at its end. */
  readonly folder: string
  readonly data: ConfigData
  readonly layers: readonly { readonly globs: readonly Glob[] | undefined; readonly layer: Layer }[]
  readonly include: readonly { readonly glob: Glob; readonly where: string }[]
  readonly exclude: readonly { readonly glob: Glob; readonly where: string }[]
  readonly allow: readonly {
    readonly entry: Allow
    readonly path: Glob | undefined
    /** The number of its value among all, when it has one. */
    readonly value: number | undefined
  }[]
}

/** What holds for a rule in a path, and who says so. */
export interface Effective {
  readonly off?: string
  readonly threshold: { readonly value: Confidence; readonly where?: string }
  readonly severity?: Sourced<Severity>
}

/** What was found, as it is judged. */
export interface Judged extends Pick<Finding, 'ruleId' | 'confidence'> {
  /** The numbers of the value shapes that its value has. */
  readonly shapes: readonly number[]
  /** The commit that brought it. */
  readonly commit: string | undefined
}

export interface PolicyOptions {
  /** The user's own word, which counts before all that a configuration says. */
  readonly threshold: Confidence | undefined
  /** What is told of where nobody says how sure it has to be. Default: `medium`. */
  readonly usual?: Confidence | undefined
  /** Whether the paths that are excluded are looked at all the same. Default: false. */
  readonly everywhere?: boolean | undefined
  /** The day on which the scan began. */
  readonly today: string
}

/** What the configurations of a tree say of each path in it. Paths are absolute, with `/` between their parts. */
export class Policy {
  readonly #options: PolicyOptions
  readonly #scopes = new Map<string, Scope>()
  readonly #values: ValueShape[] = []
  /** Of the folder and of the path that were asked about last: the next is often the same. */
  #lastFolder: { readonly folder: string; readonly scopes: readonly Scope[] } | undefined
  #lastPath: { readonly path: string; readonly layers: readonly Layer[] } | undefined

  constructor(options: PolicyOptions) {
    this.#options = options
  }

  /** @param folder - absolute, with `/` between its parts */
  add(folder: string, data: ConfigData): void {
    const name = folder.endsWith('/') ? folder : `${folder}/`
    const compiled = ({ value, where }: Sourced<string>) => ({ glob: glob(value), where })
    this.#scopes.set(name, {
      folder: name,
      data,
      layers: data.layers.map((layer) => ({ globs: layer.globs?.map(glob), layer })),
      include: data.include.map(compiled),
      exclude: data.exclude.map(compiled),
      allow: data.allow.map((entry) => ({
        entry,
        path: entry.path === undefined ? undefined : glob(entry.path),
        value: this.#shapeOf(entry),
      })),
    })
    this.#lastFolder = undefined
    this.#lastPath = undefined
  }

  #shapeOf({ value, valueRegex }: Allow): number | undefined {
    if (value === undefined && valueRegex === undefined) return undefined
    const shape = {
      ...(value === undefined ? {} : { value }),
      ...(valueRegex === undefined ? {} : { valueRegex }),
    }
    return this.#values.push(shape) - 1
  }

  has(folder: string): boolean {
    return this.#scopes.has(folder.endsWith('/') ? folder : `${folder}/`)
  }

  /** The shapes that a finding is to be told of by their numbers. */
  get values(): readonly ValueShape[] {
    return this.#values
  }

  /** Whether there is anything that it excludes. */
  get excludes(): boolean {
    return this.data.some(({ include, exclude }) => include.length + exclude.length > 0)
  }

  get data(): readonly ConfigData[] {
    return [...this.#scopes.values()].map(({ data }) => data)
  }

  /** The configurations above a path, outermost first. */
  above(path: string): readonly ConfigData[] {
    return this.#scopesOf(path).map(({ data }) => data)
  }

  /** The least that any path wants to be told of, and what would be told of without a configuration. */
  get least(): Confidence {
    if (this.#options.threshold !== undefined) return this.#options.threshold
    const all = this.data.flatMap(({ layers }) =>
      layers.flatMap(({ threshold, rules }) => [threshold?.value, ...rules.map((line) => line.threshold)]),
    )
    return confidences.find((level) => level === this.#usual || all.includes(level))!
  }

  get #usual(): Confidence {
    return this.#options.usual ?? DEFAULT_THRESHOLD
  }

  /** Why a path is not scanned, as `FILE:LINE:COLUMN`; undefined when it is. */
  excluded(path: string): string | undefined {
    if (this.#options.everywhere) return undefined
    for (const { folder, include } of this.#scopesOf(path)) {
      const name = path.slice(folder.length)
      if (
        include.length > 0 &&
        verdict(
          include.map((each) => each.glob),
          name,
        ) !== true
      ) {
        return include[0]!.where
      }
    }
    return this.#excludes(path)
  }

  /** Whether all that is in a folder is excluded, whatever it is called. */
  excludesFolder(folder: string): boolean {
    return this.#excludes(`${folder}/`) !== undefined
  }

  #excludes(path: string): string | undefined {
    let why: string | undefined
    for (const { folder, exclude } of this.#scopesOf(path)) {
      const last = exclude.findLast((each) => each.glob.test(path.slice(folder.length)))
      if (last) why = last.glob.negated ? undefined : last.where
    }
    return why
  }

  /** What holds for a path, whatever the rule. */
  general(path: string): {
    readonly threshold: Effective['threshold']
    readonly owner: Sourced<string> | undefined
    readonly rules: readonly RuleLine[]
  } {
    const layers = this.#layersOf(path)
    return {
      threshold: effective(layers, '', this.#options).threshold,
      owner: this.owner(path),
      rules: layers.flatMap(({ rules }) => rules),
    }
  }

  /** The allow entries that are not about other paths. */
  allowedIn(path: string): readonly Allow[] {
    return this.#scopesOf(path).flatMap(({ folder, allow }) =>
      allow.filter((each) => each.path?.test(path.slice(folder.length)) ?? true).map(({ entry }) => entry),
    )
  }

  /** Who is to be told of what is found there. */
  owner(path: string): Sourced<string> | undefined {
    return this.#layersOf(path).findLast(({ owner }) => owner !== undefined)?.owner
  }

  effective(path: string, ruleId: string): Effective {
    return effective(this.#layersOf(path), ruleId, this.#options)
  }

  /**
   * What hides a finding in a path. `drop`: it would not be told of without a configuration either.
   *
   * @param path - of a file within an archive, its way in it too
   */
  hides(path: string, found: Judged): Suppression | 'drop' | undefined {
    const { ruleId, confidence } = found
    const { off, threshold } = this.effective(path, ruleId)
    if (!reaches(confidence, threshold.value)) {
      if (threshold.where === undefined || !reaches(confidence, this.#usual)) return 'drop'
      return hidden(`it is less sure than ${threshold.value}`, threshold.where)
    }
    if (off !== undefined) return hidden(`the rule ${ruleId} is off here`, off)
    const excluded = this.excluded(path)
    if (excluded !== undefined) return hidden('the path is excluded', excluded)
    return this.#allowed(path, found)
  }

  /**
   * Whether a rule is looked for nowhere below any of the folders. Where a nested configuration or an override has it
   * on again it has to be looked for everywhere.
   */
  isOff(ruleId: string, folders: readonly string[]): boolean {
    const tops = folders.map((folder) =>
      this.#scopesOf(`${folder}/`).flatMap(({ data }) => data.layers.filter(({ globs }) => !globs)),
    )
    const known = new Set(tops.flat())
    const isOnBelow = ({ rules }: Layer): boolean =>
      rules.some(({ on, ids }) => on === true && ids.includes(ruleId))
    if (this.data.some(({ layers }) => layers.some((layer) => !known.has(layer) && isOnBelow(layer))))
      return false
    return tops.every((layers) => effective(layers, ruleId).off !== undefined)
  }

  #allowed(path: string, { ruleId, shapes, commit }: Judged): Suppression | undefined {
    for (const { folder, allow } of this.#scopesOf(path)) {
      const name = path.slice(folder.length)
      for (const { entry, path: where, value } of allow) {
        if (isOver(entry.until, this.#options.today)) continue
        if (entry.ids && !entry.ids.includes(ruleId)) continue
        if (value !== undefined && !shapes.includes(value)) continue
        if (entry.commit !== undefined && !commit?.startsWith(entry.commit)) continue
        if (where && !where.test(name)) continue
        return hidden(entry.reason, entry.where, entry.until)
      }
    }
    return undefined
  }

  #scopesOf(path: string): readonly Scope[] {
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    if (this.#lastFolder?.folder === folder) return this.#lastFolder.scopes
    const scopes: Scope[] = []
    for (let end = folder.indexOf('/'); end >= 0; end = folder.indexOf('/', end + 1)) {
      const scope = this.#scopes.get(folder.slice(0, end + 1))
      if (scope) scopes.push(scope)
    }
    this.#lastFolder = { folder, scopes }
    return scopes
  }

  #layersOf(path: string): readonly Layer[] {
    if (this.#lastPath?.path === path) return this.#lastPath.layers
    const layers = this.#scopesOf(path).flatMap(({ folder, layers: all }) => {
      const name = path.slice(folder.length)
      return all.filter(({ globs }) => !globs || verdict(globs, name) === true).map(({ layer }) => layer)
    })
    this.#lastPath = { path, layers }
    return layers
  }
}

/** What layers, the last of which counts most, say of a rule. */
export function effective(
  layers: readonly Layer[],
  ruleId: string,
  { threshold, usual = DEFAULT_THRESHOLD }: Partial<Pick<PolicyOptions, 'threshold' | 'usual'>> = {},
): Effective {
  let off: string | undefined
  let general: Sourced<Confidence> | undefined
  let own: Sourced<Confidence> | undefined
  let severity: Sourced<Severity> | undefined
  for (const layer of layers) {
    general = layer.threshold ?? general
    for (const { ids, where, ...line } of layer.rules) {
      if (!ids.includes(ruleId)) continue
      if (line.on !== undefined) off = line.on ? undefined : where
      if (line.threshold !== undefined) own = { value: line.threshold, where }
      if (line.severity !== undefined) severity = { value: line.severity, where }
    }
  }
  const said = threshold === undefined ? (own ?? general) : { value: threshold }
  return {
    ...(off === undefined ? {} : { off }),
    threshold: said ?? { value: usual },
    ...(severity ? { severity } : {}),
  }
}

const hidden = (reason: string, where: string, until?: string): Suppression => ({
  kind: 'config',
  reason,
  where: where.replace(/:\d+$/, ''),
  ...(until === undefined ? {} : { until }),
})
