import { existsSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import {
  type Baseline,
  baselineFile,
  type Finding,
  formatBaseline,
  isDay,
  isOver,
  type KnownFinding,
  readBaseline,
  today,
  type UpdatedBaseline,
  type UpdateOptions,
  updateBaseline,
  withoutFindings,
} from '@tacet/scanner'
import { CommandError } from '../errors.ts'
import { fileSink, writeWhole } from '../output.ts'
import type { Terminal } from '../terminal.ts'
import { reading } from './reading.ts'

/** A baseline on the disk, to which findings are added. */
export class BaselineStore {
  /** As a reader would name it. */
  readonly name: string
  /** The folder of the file, absolute. */
  readonly folder: string
  readonly #file: string
  readonly #key: string | undefined
  #baseline: Baseline | undefined
  #text: string | undefined

  /** @throws CommandError when there is one that cannot be read */
  constructor(file: string, key: string | undefined) {
    this.#file = resolve(file)
    this.#key = key
    this.folder = dirname(this.#file)
    this.name = relative(process.cwd(), this.#file) || file
    if (!existsSync(this.#file)) return
    this.#baseline = reading(() => readBaseline(this.#file, process.cwd(), key))
    this.#text = formatBaseline(this.#baseline)
  }

  get exists(): boolean {
    return this.#baseline !== undefined
  }

  /** Whether `TACET_KEY` is of no use, for the baseline was begun without one. */
  get isWithoutKey(): boolean {
    return this.#key !== undefined && this.#baseline !== undefined && this.#baseline.keyCheck === undefined
  }

  /**
   * Adds findings, which have to have their values, and writes the file when it changes.
   *
   * @throws CommandError with the code `usage` for a reason that quotes one of them
   */
  async add(findings: readonly Finding[], options: UpdateOptions): Promise<UpdatedBaseline> {
    const { reason } = options.fields ?? {}
    if (reason !== undefined && findings.some(({ value }) => reason.includes(value!))) {
      throw new CommandError('usage', 'the reason quotes a secret that was found: say it without its value')
    }
    const updated = updateBaseline(this.#baseline, this.#known(findings), { ...options, key: this.#key })
    if (this.exists || updated.baseline.entries.length > 0) await this.#write(updated.baseline)
    return updated
  }

  /** Takes findings out again. */
  async remove(findings: readonly Finding[]): Promise<void> {
    if (this.#baseline) await this.#write(withoutFindings(this.#baseline, this.#known(findings), this.#key))
  }

  async #write(baseline: Baseline): Promise<void> {
    const text = formatBaseline(baseline)
    if (text !== this.#text) await writeWhole(await fileSink(this.#file, 0o666), text)
    this.#baseline = baseline
    this.#text = text
  }

  #known(findings: readonly Finding[]): KnownFinding[] {
    return findings.map(({ ruleId, value, location }) => ({
      ruleId,
      value: value!,
      path: this.#pathOf(location.path),
    }))
  }

  /** From the folder of the baseline, so that it is the same wherever the command was run. */
  #pathOf(path: string): string {
    const within = relative(this.folder, resolve(path))
    return (within.startsWith('..') ? path : within).replaceAll(sep, '/')
  }
}

export const withoutKey = (name: string): string =>
  `tacet: ${name} was begun without a key, so TACET_KEY is not used\n`

/**
 * The baseline that paths belong to.
 *
 * @throws CommandError with the code `usage` when they belong to several
 */
export const openStore = (
  file: string | undefined,
  operands: readonly string[],
  { env }: Terminal,
): BaselineStore => {
  if (operands.includes('-')) {
    throw new CommandError('usage', 'standard input has no baseline: name files or folders instead of -')
  }
  const key = env.TACET_KEY || undefined
  if (file !== undefined) return new BaselineStore(file, key)
  const paths = operands.length > 0 ? operands : ['.']
  const files = new Set(reading(() => paths.map((path) => baselineFile(path))))
  if (files.size > 1) {
    throw new CommandError('usage', `these paths have ${files.size} baselines: name one path, or --file FILE`)
  }
  return new BaselineStore([...files][0]!, key)
}

/** @throws CommandError with the code `usage` for what is no day, or one that is past */
export const checkDay = (day: string | undefined): void => {
  if (day !== undefined && !isDay(day)) {
    throw new CommandError('usage', `there is no day ${JSON.stringify(day)}: --until 2027-01-31`)
  }
  if (day !== undefined && isOver(day, today())) {
    throw new CommandError('usage', `${day} is over already: name a day on which it still hides something`)
  }
}
