import { counted, type Finding, printablePath, reporters } from '@tacet/scanner'
import type { Output } from '../terminal.ts'
import { version } from '../version.ts'
import { isInterrupt, type KeyInput, Keys, readLine } from './keys.ts'

/** Where false alarms are written to. */
export interface AuditStore {
  readonly name: string
  add(findings: readonly Finding[], reason: string): Promise<void>
  remove(findings: readonly Finding[]): Promise<void>
}

export interface AuditOptions {
  readonly input: KeyInput
  readonly output: Output
  readonly color: boolean
  readonly store: AuditStore
}

export interface AuditResult {
  readonly falseAlarms: number
  readonly real: number
  readonly skipped: number
  readonly isInterrupted: boolean
}

type Decision = 'real' | 'false alarm'

const QUESTION = 'Is it real? [r]eal  [f]alse alarm  [s]kip  [b]ack  [q]uit: '
const HELP = 'Press r, f, s, b or q.\n'

/** Asks of one secret after the other. */
export class Audit {
  readonly #groups: readonly (readonly Finding[])[]
  readonly #options: AuditOptions
  readonly #decisions = new Map<number, Decision>()
  readonly #keys: Keys

  /** @param groups - findings that are decided together: those of the same secret */
  constructor(groups: readonly (readonly Finding[])[], options: AuditOptions) {
    this.#groups = groups
    this.#options = options
    this.#keys = new Keys(options.input)
  }

  async run(): Promise<AuditResult> {
    let isInterrupted = false
    try {
      for (let at = 0; at < this.#groups.length; ) {
        await this.#show(at)
        const step = await this.#ask(at)
        if (step === 'interrupted') isInterrupted = true
        if (step === 'interrupted' || step === 'quit') break
        at = Math.max(0, at + step)
      }
    } finally {
      this.#keys.close()
    }
    const of = (decision: Decision): number =>
      [...this.#decisions.values()].filter((each) => each === decision).length
    const [real, falseAlarms] = [of('real'), of('false alarm')]
    const skipped = this.#groups.length - real - falseAlarms
    const { name } = this.#options.store
    const left = `${real} real, ${skipped} not decided`
    this.#write(`\n${counted(falseAlarms, 'false alarm')} in ${printablePath(name)}; ${left}.\n`)
    return { falseAlarms, real, skipped, isInterrupted }
  }

  /** As a report of this finding alone would, without its value. */
  async #show(at: number): Promise<void> {
    const [first, ...others] = this.#groups[at]!
    const { value: _, companion, ...finding } = first!
    const { value: __, ...beside } = companion ?? {}
    const shown = companion ? { ...finding, companion: beside as Finding['companion'] & object } : finding
    const decided = this.#decisions.get(at)
    const count = `── ${at + 1} of ${this.#groups.length}${decided ? `, decided: ${decided}` : ''} ──`
    this.#write(`\n${count}\n\n`)
    const { color } = this.#options
    const { columns } = this.#options.output
    const options = { version: version(), quiet: true, explain: true, color, ...(columns ? { columns } : {}) }
    const report = { findings: [shown], outcome: () => ({ coverage: NOTHING }) }
    for await (const chunk of reporters.text(report, options)) this.#write(chunk)
    for (const { location } of others) {
      this.#write(`       also at ${printablePath(location.path)}:${location.line}:${location.column}\n`)
    }
  }

  /** Returns how many findings to go on, or that it is over. */
  async #ask(at: number): Promise<number | 'quit' | 'interrupted'> {
    this.#write(QUESTION)
    for (;;) {
      const key = await this.#keys.next()
      if (key === undefined || isInterrupt(key)) return 'interrupted'
      if (/^[rfsbq]$/.test(key.name ?? '')) this.#write(`${key.name}\n`)
      if (key.name === 'q') return 'quit'
      if (key.name === 's') return 1
      if (key.name === 'b') return -1
      if (key.name === 'r') {
        if (this.#decisions.get(at) === 'false alarm') await this.#options.store.remove(this.#groups[at]!)
        this.#decisions.set(at, 'real')
        return 1
      }
      if (key.name === 'f') {
        const { line, interrupted } = await this.#reason(this.#groups[at]!)
        if (interrupted) return 'interrupted'
        if (line !== undefined) {
          await this.#options.store.add(this.#groups[at]!, line)
          this.#decisions.set(at, 'false alarm')
          return 1
        }
        this.#write(QUESTION)
      } else this.#write(`\n${HELP}${QUESTION}`)
    }
  }

  async #reason(
    findings: readonly Finding[],
  ): Promise<{ readonly line?: string; readonly interrupted?: true }> {
    for (;;) {
      this.#write('Why is it a false alarm? (Escape: back) ')
      const read = await readLine(this.#keys, (text) => this.#write(text))
      const isQuoting = findings.some(({ value }) => value !== undefined && read.line?.includes(value))
      if (read.line !== '' && !isQuoting) return read
      this.#write(
        isQuoting
          ? 'The baseline is for all to read: type a reason without the value, or press Escape.\n'
          : 'Without a reason nobody can tell later: type one, or press Escape.\n',
      )
    }
  }

  #write(text: string): void {
    this.#options.output.write(text)
  }
}

const NOTHING = { rules: 0, files: 0, bytes: 0, findings: 0, duration: 0, skipped: [], sources: [] }
