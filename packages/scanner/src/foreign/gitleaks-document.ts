import { parse, TomlError } from 'smol-toml'
import { ScanError } from '../errors.ts'

/** A longer file is none that somebody wrote. */
const LONGEST = 4 << 20
const MOST_LINES = 100_000
const LONGEST_LINE = 200
const MOST_NOTES = 20

/** A table whose keys are in small letters: gitleaks does not tell them apart either. */
export type Table = ReadonlyMap<string, unknown>

/** A TOML file that knows, about, where its keys stand, and collects what is wrong with it. */
export class GitleaksDocument {
  readonly origin: string
  readonly root: Table
  readonly notes: string[] = []
  readonly #lines: readonly string[]
  readonly #problems: string[] = []

  /** @throws ScanError `invalid-config` when it is no TOML */
  constructor(origin: string, text: string) {
    this.origin = origin
    // What names a key stands at the beginning of its line.
    this.#lines = text.split(/\r?\n/, MOST_LINES).map((line) => line.slice(0, LONGEST_LINE))
    if (text.length > LONGEST) throw invalid(`${origin} is longer than ${LONGEST} characters`)
    try {
      this.root = tableOf(parse(text.replace(/^\ufeff/, ''), { integersAsBigInt: false }))
    } catch (error) {
      if (!(error instanceof TomlError)) throw error
      const [what = ''] = error.message.split('\n')
      throw invalid(
        `${origin}:${error.line}:${error.column}: ${what.replace(/^Invalid TOML document: /, '')}`,
      )
    }
  }

  /** The first line with a key or table of this name. */
  lineOf(key: string): number {
    const name = key.replace(/[^\w-]/g, '')
    const pattern = new RegExp(
      `^\\s*(?:"?${name}"?\\s*=|\\[+[^\\]=]*\\b${name}\\s*\\]+)|[{,]\\s*"?${name}"?\\s*=`,
      'i',
    )
    return this.#lines.findIndex((line) => pattern.test(line)) + 1
  }

  /** The line of a key of the rule with this id, or else that of its id. */
  lineOfRule(id: string, [key]: readonly (string | number)[]): number {
    const isId = /^\s*id\s*=\s*(?:"""|'''|"|')(.*?)(?:"""|'''|"|')/i
    const start = this.#lines.findIndex((line) => isId.exec(line)?.[1] === id)
    if (start < 0 || typeof key !== 'string') return start + 1
    const name = key === 'allow' ? 'allowlists?' : key
    const pattern = new RegExp(`^\\s*(?:${name}\\s*=|\\[+[^\\]]*\\b${name}\\s*\\]+)`, 'i')
    const isNext = /^\s*\[\[\s*rules\s*\]\]/i
    for (let at = start + 1; at < this.#lines.length && !isNext.test(this.#lines[at]!); at++) {
      if (pattern.test(this.#lines[at]!)) return at + 1
    }
    return start + 1
  }

  problem(line: number, message: string, of: GitleaksDocument = this): void {
    this.#problems.push(`${of.#at(line)}: ${message}`)
  }

  note(line: number, message: string): void {
    if (this.notes.length < MOST_NOTES) this.notes.push(`${this.#at(line)}: ${message}`)
  }

  /** @throws ScanError `invalid-config` when there is a problem */
  check(): void {
    if (this.#problems.length > 0) throw invalid(this.#problems.join('\n'))
  }

  #at(line: number): string {
    return line > 0 ? `${this.origin}:${line}` : this.origin
  }
}

export const tableOf = (value: unknown): Table =>
  new Map(
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).map(([key, each]) => [key.toLowerCase(), each])
      : [],
  )

const invalid = (message: string): ScanError => new ScanError('invalid-config', message)
