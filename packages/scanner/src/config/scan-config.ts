import { existsSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import type { Rule } from '@tacet/rules'
import type { CustomRule } from '../custom/custom-rule.ts'
import { shownPath } from '../sources/names.ts'
import type { ConfigData, RuleName } from './config-data.ts'
import { CONFIG_NAME, configuredFolders, folderOf, slashed, topOf } from './discover.ts'
import { isWithin } from './extend.ts'
import { namesOf, OwnRules } from './own-rules.ts'
import { effective, Policy, type PolicyOptions } from './policy.ts'
import { invalidConfig, type Problem } from './problem.ts'
import type { Reading, readConfig } from './read-config.ts'

export type ReadConfig = typeof readConfig

export interface ConfigOptions extends PolicyOptions {
  /** A file for all that is scanned; else the `tacet.json` of each folder and of those above it. */
  readonly file: string | undefined
  /** Where scanning starts. */
  readonly paths: readonly string[]
  readonly cwd: string
  /** Whether repositories are scanned, whose paths start at their roots. */
  readonly ofRepository: boolean
  /** The rules that there are. */
  readonly rules: readonly RuleName[]
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
  /** Files that are there and are not read yet. */
  readonly #waiting: string[] = []

  constructor(options: ConfigOptions) {
    const { paths, cwd, ofRepository, file } = options
    this.#options = options
    this.policy = new Policy(options)
    const folders = new Set(
      paths.map((path) => {
        const folder = folderOf(path, cwd)
        return ofRepository ? topOf(folder, cwd) : folder
      }),
    )
    this.#starts = [...folders].map((folder) => ({ folder, top: topOf(folder, cwd) }))
    if (file === undefined)
      this.#wait(this.#starts.flatMap(({ folder, top }) => configuredFolders(folder, top)))
    else this.#waiting.push(resolve(cwd, file))
  }

  /** Returns whether any of these folders has a configuration that is not read yet. */
  #wait(folders: readonly string[]): boolean {
    const unread = [...new Set(folders)].filter((folder) => !this.policy.has(slashed(folder)))
    for (const folder of unread) this.#waiting.push(join(folder, CONFIG_NAME))
    return unread.length > 0
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
   * Reads what is there and is not read yet. What reads it is loaded only then: most scans have no configuration.
   *
   * @throws ScanError `invalid-config`
   */
  async load(): Promise<void> {
    if (this.#waiting.length > 0) this.read((await import('./read-config.ts')).readConfig)
  }

  /** The same at once, for who has loaded what reads it. */
  read(readConfig: ReadConfig): void {
    const problems: Problem[] = []
    // Outermost first: what is nested may name the rules that it adds.
    const waiting = this.#waiting.splice(0).sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    for (const file of waiting) {
      const isChosen = this.#options.file !== undefined
      const folder = dirname(file)
      // What comes with somebody else's code need not even be right.
      const isLeftOut = this.policy.has(slashed(folder)) || this.policy.excludesFolder(slashed(folder))
      if (!isChosen && isLeftOut) continue
      const reading = {
        top: isChosen ? topOf(folder, this.#options.cwd) : this.#topOf(folder),
        show: this.#show,
        rules: [...this.#options.rules, ...namesOf(this.#outermost ?? OwnRules.none.sources)],
        isOutermost:
          isChosen || (!this.#outermost && this.#starts.every((start) => isWithin(start.folder, folder))),
        isChosen,
        problems,
      }
      const data = readConfig(file, reading)
      this.#take(data, isChosen ? undefined : folder, reading)
      if (isChosen) this.#cover()
      else this.policy.add(slashed(folder), data)
    }
    this.#check(problems)
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
   * Tells it of configurations that were met below where scanning starts, which are to be read then.
   *
   * @param files - absolute
   * @param folders - of files that were named one by one: what is above them holds too
   * @returns whether there were any that are new
   */
  nested(files: readonly string[], folders: readonly string[] = []): boolean {
    const isCovered = (folder: string): boolean =>
      this.#starts.some((start) => isWithin(folder, start.folder))
    const outside = folders.filter((folder) => !isCovered(folder))
    const { cwd, file } = this.#options
    this.#starts = [...this.#starts, ...outside.map((folder) => ({ folder, top: topOf(folder, cwd) }))]
    this.#cover()
    if (file !== undefined) return outside.length > 0
    const climbed = new Set<string>()
    const above = folders.flatMap((folder) => configuredFolders(folder, this.#topOf(folder), climbed))
    // Git knows of a file until its removal is staged.
    const there = files.filter((each) => existsSync(each))
    return this.#wait([...there.map(dirname), ...above]) || outside.length > 0
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

  #topOf(folder: string): string {
    const start = this.#starts.find((each) => isWithin(folder, each.top))
    return start?.top ?? topOf(folder, this.#options.cwd)
  }

  #take(
    data: ConfigData,
    folder: string | undefined,
    { isOutermost, problems }: Pick<Reading, 'isOutermost' | 'problems'>,
  ): void {
    for (const file of data.files) this.#files.add(file)
    if (isOutermost) {
      this.#outermost = data
      if (problems.length === 0) this.#own = OwnRules.of(data, folder)
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
      if (rules.some(({ id }) => effective(holding, id).off === undefined)) continue
      const [, file, line, column] = /^(.*):(\d+):(\d+)$/s.exec(off.where)!
      const advice = layer.globs ? 'exclude the paths instead, which is told' : 'leave some on'
      const message = `this leaves no rule: ${advice}`
      problems.push({ file: file!, line: Number(line), column: Number(column), message })
    }
    return problems
  }
}
