import { dirname, join } from 'node:path'
import type { Rule } from '@tacet/rules'
import { ARCHIVE_DEPTH, DECODE_DEPTH } from './config/defaults.ts'
import { folderOf, mayBeNested, trackedConfigs } from './config/discover.ts'
import { judgeFinding } from './config/judge-finding.ts'
import type { PolicyOptions } from './config/policy.ts'
import { type ReadConfig, ScanConfig } from './config/scan-config.ts'
import { counted } from './counted.ts'
import type { Coverage, Skip } from './coverage.ts'
import { ScanError } from './errors.ts'
import type { Finding } from './finding.ts'
import type { ListedUnits } from './list-units.ts'
import type { ScanOptions } from './scan.ts'
import type { ScanSettings } from './scan-unit.ts'
import type { Repository } from './sources/git/repository.ts'
import type { FileUnit } from './sources/unit.ts'
import { today } from './suppress/expiry.ts'

export type Judging = Pick<PolicyOptions, 'usual' | 'everywhere'>

/** What configurations make of a scan: nothing when there are none, or none are wanted. */
export class Configured {
  readonly #options: ScanOptions
  readonly #given: readonly Rule[]
  readonly #config: ScanConfig | undefined

  /**
   * @param rules - what there is to look for without them
   * @param judging - how to judge where they say nothing
   */
  constructor(options: ScanOptions, rules: readonly Rule[], judging: Judging = {}) {
    this.#options = options
    this.#given = rules
    const { config: wanted, cwd = process.cwd(), input, filesFrom, custom = [] } = options
    if (!wanted) return
    const { paths = ['.'], threshold, history, staged } = options
    this.#config = new ScanConfig({
      file: wanted === true ? undefined : wanted,
      paths: input || filesFrom ? [...paths, '.'] : paths,
      cwd,
      ofRepository: Boolean(history ?? staged),
      rules: [...rules, ...custom.map(({ id, provider = 'custom' }) => ({ id, provider }))],
      threshold,
      ...judging,
      today: today(),
    })
  }

  /**
   * Reads those that are known of, and are not read yet.
   *
   * @throws ScanError `invalid-config`
   */
  async load(): Promise<void> {
    await this.#config?.load()
  }

  /** The same at once, for who has loaded what reads them. */
  read(readConfig: ReadConfig): void {
    this.#config?.read(readConfig)
  }

  /**
   * Takes in those of the folder of a text that is at hand, which are to be read then.
   *
   * @param path - of the text, from the working directory; it need not be there
   * @returns whether there were any that are new
   */
  meets(path: string): boolean {
    const config = this.#config
    if (!config) return false
    const { cwd = process.cwd() } = this.#options
    const folder = folderOf(dirname(path), cwd)
    config.shows(dirname(path) === '.' ? '' : dirname(path), folder)
    return config.nested([], [folder])
  }

  /** Whether a path is not to be looked at. */
  excludes(path: string): boolean {
    return this.#config?.policy.excluded(this.#config.place(path)) !== undefined
  }

  /** Those of the rules that are to be looked for. */
  get rules(): readonly Rule[] {
    return this.#config?.looked(this.#given) ?? this.#given
  }

  /** The settings as the configurations have them; what the caller asked for itself stays. */
  settings(settings: ScanSettings): ScanSettings {
    if (!this.#config || this.#config.files.length === 0) return settings
    const { decodeDepth, archiveDepth, maxFileSize } = this.#options
    const { policy, custom, own, limits } = this.#config
    return {
      ...settings,
      threshold: policy.least,
      decodeDepth: decodeDepth ?? limits.decodeDepth ?? settings.decodeDepth,
      archiveDepth: archiveDepth ?? limits.archiveDepth ?? settings.archiveDepth,
      maxFileSize: maxFileSize ?? limits.maxFileSize ?? settings.maxFileSize,
      custom: [...(settings.custom ?? []), ...custom],
      parts: own.parts,
      values: policy.values,
    }
  }

  /** How many rules they add. */
  get added(): number {
    return this.#config?.own.count ?? 0
  }

  /** Whether there may be more of them below the root of a work tree than are known. */
  mayGrow(root: string): boolean {
    return this.#config !== undefined && mayBeNested(root)
  }

  /**
   * What is left to scan, when those that are among it are obeyed.
   *
   * @param isDecided - whether it is too late for other settings
   * @throws ScanError `invalid-config`
   */
  async heed(listed: ListedUnits, isDecided: boolean): Promise<ListedUnits & { readonly changed: boolean }> {
    const config = this.#config
    const { configs, folders } = listed
    if (!config || config.files.length + configs.length + folders.length === 0)
      return { ...listed, changed: false }
    for (const list of listed.lists) show(config, list)
    const before = this.lookedFor
    const changed = config.nested(configs, folders)
    await config.load()
    if (changed && isDecided && this.lookedFor !== before) {
      throw new ScanError(
        'invalid-config',
        `${config.files.at(-1)} is not known to Git, whose list a large scan relies on: add it to Git first`,
      )
    }
    if (!config.policy.excludes) return { ...listed, changed }
    const skipped: Skip[] = [...listed.skipped]
    const lists = listed.lists.map((list) =>
      list.filter((unit) => {
        const why = config.policy.excluded(config.place(unit.path))
        if (why !== undefined) skipped.push({ path: unit.path, reason: 'excluded', detail: why })
        return why === undefined
      }),
    )
    return { ...listed, lists, skipped, changed }
  }

  /** Takes in those of repositories whose objects are to be scanned: as they are in the work trees now. */
  async opened(
    repositories: readonly { readonly repository: Repository; readonly prefix: string }[],
  ): Promise<void> {
    const config = this.#config
    if (!config) return
    config.startAt(repositories.map(({ repository }) => repository.workTree))
    for (const { repository, prefix } of repositories) {
      config.shows(prefix, repository.workTree)
      config.nested(await trackedConfigs(repository, this.#options.signal))
      await config.load()
    }
  }

  /** A finding as they have it; undefined when it is not to be told of, nor to be counted. */
  judge(finding: Finding): Finding | undefined {
    return this.#config && this.#config.files.length > 0 ? judgeFinding(this.#config, finding) : finding
  }

  /** What they leave out without its being counted. */
  get notes(): readonly string[] {
    if (!this.#config || this.#config.files.length === 0) return []
    const { decodeDepth, archiveDepth } = this.#options
    const { limits } = this.#config
    const off = this.#given.length - this.rules.length
    const less = (
      name: string,
      said: number | undefined,
      usual: number,
      asked: number | undefined,
    ): string[] =>
      said !== undefined && said < usual && asked === undefined
        ? [`the configuration has ${name} at ${said}`]
        : []
    return [
      ...(off > 0 ? [`the configuration turns off ${counted(off, 'rule')}`] : []),
      ...less('decodeDepth', limits.decodeDepth, DECODE_DEPTH, decodeDepth),
      ...this.#config.passedOver,
      ...less('archiveDepth', limits.archiveDepth, ARCHIVE_DEPTH, archiveDepth),
    ]
  }

  get coverage(): Pick<Coverage, 'configs'> {
    const files = this.#config?.files ?? []
    return files.length > 0 ? { configs: files } : {}
  }

  /** Tells apart what hides different things. */
  get text(): string {
    return JSON.stringify(this.#config?.policy.data ?? [])
  }

  /** Tells apart what has to be looked for differently. */
  get lookedFor(): string {
    if (!this.#config) return ''
    const { policy, custom, own, limits } = this.#config
    const ids = this.rules.map(({ id }) => id)
    return JSON.stringify([policy.least, policy.values, custom, own.parts, limits, ids])
  }
}

/** Lets the paths of units be traced back to what they stand for. */
function show(config: ScanConfig, units: readonly FileUnit[]): void {
  let last: { readonly root: string; readonly length: number } | undefined
  for (const { path, name, root, file } of units) {
    if (typeof file !== 'string') continue
    const length = path.length - name.length
    const isBelow = path.endsWith(name) && file === join(root, name)
    if (!isBelow) config.shows(path, file)
    else if (root !== last?.root || length !== last.length) {
      config.shows(path.slice(0, length).replace(/\/$/, ''), root)
      last = { root, length }
    }
  }
}
