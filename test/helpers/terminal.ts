import { PassThrough, Readable } from 'node:stream'
import type { Output, Terminal } from '@tacet/cli'

/** A stream that keeps what is written to it, with what only a terminal's has. */
export class RecordedOutput extends PassThrough implements Output {
  readonly isTTY: boolean
  readonly columns: number
  written = ''

  constructor({ isTTY = false, columns = 80 } = {}) {
    super()
    this.isTTY = isTTY
    this.columns = columns
    this.on('data', (chunk: Buffer) => {
      this.written += chunk.toString()
    })
  }
}

/** A terminal for a command that runs in the test's own process, and what it writes to it. */
export const makeTerminal = (overrides: Partial<Terminal> = {}) => {
  const stdout = new RecordedOutput()
  const stderr = new RecordedOutput({ isTTY: true })
  const signal = new AbortController().signal
  const signals = { take: () => () => {}, raise() {} }
  const stdin = Readable.from([])
  const terminal: Terminal = { stdin, stdout, stderr, env: {}, signal, signals, ...overrides }
  return { terminal, stdout, stderr }
}
