import { realpathSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { rules as allRules } from '@tacet/rules'
import { checkNames, type Names } from './check-names.ts'
import { checkOptions } from './check-options.ts'
import { DEFAULT_THRESHOLD } from './config/defaults.ts'
import * as parts from './config/parts-rule.ts'
import { readConfig } from './config/read-config.ts'
import * as values from './config/value-shapes.ts'
import { Configured, type Judging } from './configured.ts'
import { checkCustomRules } from './custom/check-custom-rules.ts'
import * as custom from './custom/custom-finder.ts'
import { createDetector, type Detector } from './detect/detector.ts'
import type { Finding } from './finding.ts'
import { fingerprinter } from './fingerprint.ts'
import * as comments from './foreign/comments.ts'
import * as files from './foreign/file-suppressors.ts'
import { baseOf, readForeign } from './foreign/read-foreign.ts'
import { planWith, prepareWith } from './prepare.ts'
import type { ScanOptions } from './scan.ts'
import { foundInParts } from './scan-document.ts'
import { scanSettings } from './scan-settings.ts'
import { LONGEST, mayBeDocument } from './sources/documents/document.ts'
import { suppressSettings } from './suppress/settings.ts'
import { suppressors } from './suppress/suppressors.ts'
import { firstOf, isHiding } from './suppression.ts'

/** Options of a scan, with their defaults. */
export interface TextScannerOptions
  extends Pick<
    ScanOptions,
    | 'cwd'
    | 'rules'
    | 'custom'
    | 'threshold'
    | 'decodeDepth'
    | 'fingerprintKey'
    | 'showValues'
    | 'inlineAllows'
    | 'baselines'
    | 'baselineKey'
    | 'foreign'
  > {
  /**
   * What configurations to obey: with `true` the `tacet.json` of the folder of each text and of the folders above it, up
   * to the root of the repository; or one file for all. Default: none.
   */
  readonly config?: true | string | undefined
}

/** Looks for secrets in texts that are at hand. */
export interface TextScanner {
  /**
   * The secrets in a text, or in the bytes of a file, in the order of their places. None in a path that a configuration
   * excludes.
   *
   * @param path what findings call it, and what rules see of it: some only look at files of a name. Default: `-`
   * @throws ScanError `invalid-config` for a configuration that is met on the way to the path
   */
  find(content: string | Uint8Array, path?: string): Finding[]
  /**
   * Whether a configuration, a baseline or a file of another scanner that it has read by now has changed since: make
   * another scanner then.
   */
  readonly isStale: boolean
}

/**
 * Prepares to look for secrets in one text after the other, at once and on this thread: for an editor, a linter or a
 * build. Archives are not opened; `createScan` does that. Making one takes some milliseconds, so keep it.
 *
 *     const scanner = createTextScanner({ config: true })
 *     for (const { title, location } of scanner.find(text, 'src/config.ts')) console.log(location.line, title)
 *
 * @throws ScanError `no-rules`, `invalid-option`, `invalid-config`, `invalid-baseline`
 */
export const createTextScanner = (options: TextScannerOptions = {}): TextScanner => new Texts(options)

const names: Names<TextScannerOptions> = {
  cwd: true,
  config: true,
  rules: true,
  custom: true,
  threshold: true,
  decodeDepth: true,
  fingerprintKey: true,
  showValues: true,
  inlineAllows: true,
  baselines: true,
  baselineKey: true,
  foreign: true,
}

// All at once, as `find` cannot wait for what is loaded when it is needed.
const makers = { custom, comments, files, parts, values }
const planner = { checkCustomRules, baseOf, readForeign }

/** A scanner of texts; for the output of a build, with another idea of what is usual. */
export class Texts implements TextScanner {
  readonly #options: TextScannerOptions
  readonly #plan: ReturnType<typeof planWith>
  readonly #configured: Configured
  readonly #judging: Judging
  /** When the files that were read were written. */
  readonly #times = new Map<string, number>()
  #detector: Detector
  #broken: unknown

  constructor(options: TextScannerOptions, judging: Judging = {}) {
    const { rules = allRules } = options
    checkNames('createTextScanner', options, names)
    checkOptions(options, rules)
    this.#options = options
    this.#judging = judging
    this.#plan = planWith(planner, options, rules)
    this.#configured = new Configured(options, this.#plan.rules, judging)
    this.#read()
    this.#detector = this.#newDetector()
  }

  get isStale(): boolean {
    return [...this.#times].some(([file, time]) => timeOf(file) !== time)
  }

  #read(): void {
    this.#configured.read(readConfig)
    const { cwd = process.cwd(), baselines = [], foreign = {} } = this.#options
    const { files = [], detected = [], gitleaksConfig = [] } = foreign
    const others = [...baselines, ...files, ...detected, ...[gitleaksConfig].flat()]
    const folder = realpathSync(cwd)
    for (const file of [...others, ...(this.#configured.coverage.configs ?? [])]) {
      const path = resolve(folder, file)
      if (!this.#times.has(path)) this.#times.set(path, timeOf(path))
    }
  }

  find(content: string | Uint8Array, path?: string): Finding[] {
    const [shown, name] = [path ?? '-', path ?? '']
    if (path !== undefined) {
      this.#meet(path)
      if (this.#configured.excludes(path)) return []
    }
    const bytes = typeof content === 'string' ? Buffer.from(content) : asBuffer(content)
    const blob = this.#detector.blob(shown, name)
    blob.push(bytes)
    blob.end()
    const found = blob.findings
    const isDocument = found.length > 0 && bytes.length <= LONGEST && mayBeDocument(name)
    const placed = isDocument ? foundInParts(this.#detector, shown, name, bytes, found) : found
    return placed.flatMap((each) => {
      const told = this.#configured.judge(each)
      if (!told || (told.suppression && isHiding(told.suppression, undefined))) return []
      const { suppression: _, ...plain } = told
      return [plain]
    })
  }

  #meet(path: string): void {
    if (this.#broken !== undefined) throw this.#broken
    // The folders of what is built are not those of the project.
    if (this.#judging.everywhere) return
    const before = this.#configured.lookedFor
    if (!this.#configured.meets(path)) return
    try {
      this.#read()
      // Making one takes long, and most that are nested only judge.
      if (this.#configured.lookedFor !== before) this.#detector = this.#newDetector()
    } catch (error) {
      // What it says is known in part only: nothing is to be judged by that.
      this.#broken = error
      throw error
    }
  }

  #newDetector(): Detector {
    const { threshold = this.#judging.usual ?? DEFAULT_THRESHOLD } = this.#options
    const suppress = suppressSettings(this.#options)
    const settings = this.#configured.settings(
      scanSettings({ ...this.#options, threshold }, this.#plan, suppress),
    )
    const { extra, shapes, rules: own = [], suppressors: others = [] } = prepareWith(makers, settings)
    return createDetector({
      ...settings,
      rules: [...own, ...this.#configured.rules],
      fingerprint: fingerprinter(settings.fingerprintKey),
      suppress: firstOf([...suppressors(suppress), ...others]),
      extra,
      shapes,
    })
  }
}

/** Of what is gone, none that a file has. */
const timeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? -1

const asBuffer = ({ buffer, byteOffset, length }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, length)
