import { realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import type { Confidence, Rule } from '@tacet/rules'
import type { CustomRule } from '../custom/custom-rule.ts'
import { shownPath } from '../sources/names.ts'
import type { ConfigData, RuleName } from './config-data.ts'
import { CONFIG_NAME, configuredFolders, folderOf, slashed, topOf } from './discover.ts'
import { isWithin } from './extend.ts'
import { namesOf, OwnRules } from './own-rules.ts'
import { effective, Policy } from './policy.ts'
import { invalidConfig, type Problem } from './problem.ts'
import type { Reading } from './read-config.ts'

export interface ConfigOptions {
  /** A file for all that is scanned; else the `tacet.json` of each folder and of those above it. */
  readonly file: string | undefined
  /** Where scanning starts. */
  readonly paths: readonly string[]
  readonly cwd: string
  /** Whether repositories are scanned, whose paths start at their roots. */
  readonly ofRepository: boolean
  /** The rules that there are. */
  readonly rules: readonly RuleName[]
  readonly threshold: Confidence | undefined
  readonly today: string
}

/** The configurations of what is scanned. */
export class ScanConfig {
  readonly policy: Policy
  readonly #options: ConfigOptions
  /** The folders that scanning starts from, and how far up configurations count for each. */
  #starts: readonly { readonly folder: string; readonly top: string }[]
  /** The folders, or files, behind what findings show. */
  readonly #shown = new Map<string, string>()
  readonly #files = new Set<string>()
  /** What the one says that holds for all that is scanned. */
  #outermost: ConfigData | undefined
  #own = OwnRules.none
  readonly #passedOver: string[] = []

  private constructor(options: ConfigOptions) {
    const { paths, cwd, threshold, today } = options
    this.#options = options
    this.policy = new Policy({ threshold, today })
    const { ofRepository } = options
    const folders = new Set(
      paths.map((path) => {
        const folder = folderOf(path, cwd)
        return ofRepository ? topOf(folder, cwd) : folder
      }),
    )
    this.#starts = [...folders].map((folder) => ({ folder, top: topOf(folder, cwd) }))
  }

  /** Where the paths start that rules see; undefined when that is not one folder for all. */
  get #base(): string | undefined {
    const { paths, cwd, ofRepository } = this.#options
    const bases = new Set(
      paths.map((path) => {
        const folder = folderOf(path, cwd)
        return ofRepository ? topOf(folder, cwd) : isAbsolute(path) ? folder : realpathSync(cwd)
      }),
    )
    return bases.size === 1 ? [...bases][0] : undefined
  }

  /** Has all of these folders scanned, instead of those that the paths named. */
  startAt(folders: readonly string[]): void {
    this.#starts = folders.map((folder) => ({ folder, top: folder }))
    this.#cover()
  }

  #cover(): void {
    if (this.#options.file === undefined || !this.#outermost) return
    for (const { folder } of this.#starts) {
      if (!this.policy.has(slashed(folder))) this.policy.add(slashed(folder), this.#outermost)
    }
  }

  /**
   * Reads what holds for the folders that scanning starts from.
   *
   * @throws ScanError `invalid-config`
   */
  static async open(options: ConfigOptions): Promise<ScanConfig> {
    const config = new ScanConfig(options)
    const { file, cwd } = options
    if (file === undefined) {
      await config.#load(config.#starts.flatMap(({ folder, top }) => configuredFolders(folder, top)))
    } else {
      await config.#loadFile(resolve(cwd, file))
    }
    return config
  }

  /** The files that were read, as they are shown. */
  get files(): readonly string[] {
    return [...this.#files]
  }

  /** How deep to look, and into how much, as the outermost says. */
  get limits(): {
    readonly decodeDepth?: number
    readonly archiveDepth?: number
    readonly maxFileSize?: number
  } {
    const { decodeDepth, archiveDepth, maxFileSize } = this.#outermost ?? {}
    return {
      ...(decodeDepth ? { decodeDepth: decodeDepth.value } : {}),
      ...(archiveDepth ? { archiveDepth: archiveDepth.value } : {}),
      ...(maxFileSize ? { maxFileSize: maxFileSize.value } : {}),
    }
  }

  /** The rules that they add. */
  get own(): OwnRules {
    return this.#own
  }

  get custom(): readonly CustomRule[] {
    return this.#own.custom(this.#base, !this.#options.ofRepository)
  }

  /** Whether a path is one that a rule looks at. */
  fits(ruleId: string, place: string): boolean {
    const start = this.#starts.find(({ folder }) => isWithin(place, folder))
    return this.#own.fits(ruleId, place, start?.folder)
  }

  /** What of them is passed over, and why. */
  get passedOver(): readonly string[] {
    return this.#passedOver
  }

  /** Those of the rules that are looked for anywhere. */
  looked(rules: readonly Rule[]): readonly Rule[] {
    if (this.policy.data.length === 0) return rules
    const folders = this.#starts.map(({ folder }) => slashed(folder))
    return rules.filter(({ id }) => !this.policy.isOff(id, folders))
  }

  /**
   * Takes in configurations that were met below where scanning starts.
   *
   * @param files - absolute
   * @param folders - of files that were named one by one: what is above them holds too
   * @returns whether there were any that are new
   * @throws ScanError `invalid-config`
   */
  async nested(files: readonly string[], folders: readonly string[] = []): Promise<boolean> {
    const isCovered = (folder: string): boolean =>
      this.#starts.some((start) => isWithin(folder, start.folder))
    const outside = folders.filter((folder) => !isCovered(folder))
    const { cwd, file } = this.#options
    this.#starts = [...this.#starts, ...outside.map((folder) => ({ folder, top: topOf(folder, cwd) }))]
    this.#cover()
    if (file !== undefined) return outside.length > 0
    const climbed = new Set<string>()
    const above = folders.flatMap((folder) => configuredFolders(folder, this.#topOf(folder), climbed))
    const unread = [...files.map(dirname), ...above].filter((folder) => !this.policy.has(slashed(folder)))
    await this.#load(unread)
    return unread.length + outside.length > 0
  }

  /**
   * Says what stands behind the paths of findings.
   *
   * @param prefix - what they show before the names below the folder
   */
  shows(prefix: string, folder: string): void {
    this.#shown.set(prefix, folder)
  }

  /** The absolute path of what findings show; of a file within an archive, as if that were a folder. */
  readonly place = (path: string): string => {
    for (
      let end = path.length;
      end >= 0;
      end = end === 0 ? -1 : Math.max(0, path.lastIndexOf('/', end - 1))
    ) {
      const folder = this.#shown.get(path.slice(0, end))
      if (folder !== undefined) return slashed(join(folder, path.slice(end))).replaceAll('!/', '/')
    }
    return slashed(resolve(this.#options.cwd, path)).replaceAll('!/', '/')
  }

  readonly #show = (file: string): string => shownPath(relative(realpathSync(this.#options.cwd), file))

  async #loadFile(file: string): Promise<void> {
    // Where nothing is configured this is not loaded.
    const { readConfig } = await import('./read-config.ts')
    const problems: Problem[] = []
    const { rules, cwd } = this.#options
    const top = topOf(dirname(file), cwd)
    const reading = { top, show: this.#show, rules, isOutermost: true, isChosen: true, problems }
    await this.#take(await readConfig(file, reading), undefined, reading)
    this.#cover()
    this.#check(problems)
  }

  async #load(folders: readonly string[]): Promise<void> {
    const unread = [...new Set(folders)].filter((folder) => !this.policy.has(slashed(folder)))
    if (unread.length === 0) return
    const { readConfig } = await import('./read-config.ts')
    const problems: Problem[] = []
    // Outermost first: what is nested may name the rules that it adds.
    unread.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    for (const folder of unread) {
      // What comes with somebody else's code need not even be right.
      if (this.policy.excludesFolder(slashed(folder))) continue
      const rules = [...this.#options.rules, ...namesOf(this.#outermost ?? OwnRules.none.sources)]
      const isOutermost = !this.#outermost && this.#starts.every((start) => isWithin(start.folder, folder))
      const reading = {
        top: this.#topOf(folder),
        show: this.#show,
        rules,
        isOutermost,
        isChosen: false,
        problems,
      }
      const data = await readConfig(join(folder, CONFIG_NAME), reading)
      await this.#take(data, folder, reading)
      this.policy.add(slashed(folder), data)
    }
    this.#check(problems)
  }

  #topOf(folder: string): string {
    const start = this.#starts.find((each) => isWithin(folder, each.top))
    return start?.top ?? topOf(folder, this.#options.cwd)
  }

  async #take(
    data: ConfigData,
    folder: string | undefined,
    { isOutermost, problems }: Pick<Reading, 'isOutermost' | 'problems'>,
  ): Promise<void> {
    for (const file of data.files) this.#files.add(file)
    if (isOutermost) {
      this.#outermost = data
      if (problems.length === 0) this.#own = await OwnRules.of(data, folder)
      return
    }
    const { custom, parts, decodeDepth, archiveDepth, maxFileSize } = data
    const mine = [...custom, ...parts, decodeDepth, archiveDepth, maxFileSize].find(
      (each) => each !== undefined,
    )
    if (mine) {
      this.#passedOver.push(
        `what holds for all of a scan is passed over here, below its start: ${mine.where}`,
      )
    }
  }

  /** @throws ScanError `invalid-config` */
  #check(problems: readonly Problem[]): void {
    if (problems.length > 0) throw invalidConfig(problems)
    const empty = this.policy.data.flatMap((data) => this.#leavesNone(data))
    if (empty.length > 0) throw invalidConfig(empty)
  }

  /** A configuration by which nothing would be looked for hides everything, and nobody would be told. */
  #leavesNone(data: ConfigData): readonly Problem[] {
    const rules = [...this.#options.rules, ...namesOf(this.#own.sources)]
    const problems: Problem[] = []
    for (const layer of data.layers) {
      const off = layer.rules.findLast(({ on }) => on === false)
      if (!off) continue
      const tops = data.layers.filter(({ globs }) => !globs)
      const holding = layer.globs ? [...tops, layer] : tops
      if (rules.some(({ id }) => effective(holding, id, undefined).off === undefined)) continue
      const [, file, line, column] = /^(.*):(\d+):(\d+)$/s.exec(off.where)!
      const advice = layer.globs ? 'exclude the paths instead, which is told' : 'leave some on'
      const message = `this leaves no rule: ${advice}`
      problems.push({ file: file!, line: Number(line), column: Number(column), message })
    }
    return problems
  }
}
