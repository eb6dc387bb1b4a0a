import { randomBytes } from 'node:crypto'
import { Writable } from 'node:stream'
import { createRegistry, redactStream } from '@tacet/runtime'
import { runChild } from './child-program.ts'
import type { Terminal } from './terminal.ts'

/** Prints a value in pieces, and in another form, to both outputs. */
const program = `
const canary = process.env.TACET_CANARY
for (const stream of [process.stdout, process.stderr]) {
  stream.write(canary.slice(0, 9))
  stream.write(canary.slice(9) + ' ' + Buffer.from(canary).toString('base64'))
}`

const expected = '[REDACTED:TACET_CANARY] [REDACTED:TACET_CANARY]'

/** What a program may write to besides its outputs. */
const outOfReach = [
  ['files, sockets and the terminal itself (/dev/tty)', 'the command opens them itself'],
  ['system logs', 'they are no outputs of the command'],
]

class Kept extends Writable {
  text = ''

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString()
    done()
  }
}

/**
 * Has a program print a random value, and looks whether it comes out redacted. Tells on standard error which outputs
 * are covered, and what is not and why.
 *
 * @returns whether all outputs are covered
 */
export const runSelfTest = async (terminal: Terminal): Promise<boolean> => {
  const registry = createRegistry()
  // Hex digits alone may be the hex of a text, and then have no name in their placeholder.
  const canary = `tacet_${randomBytes(24).toString('hex')}`
  registry.add('TACET_CANARY', canary)
  const kept = { stdout: new Kept(), stderr: new Kept() }
  await runChild(process.execPath, ['-e', program], {
    terminal: { ...kept, signals: terminal.signals },
    env: { TACET_CANARY: canary },
    between: (sink) => redactStream({ registry, sink }),
  })
  const covered = ({ text }: Kept) => text.trim() === expected
  const tried = [
    ['standard output', kept.stdout],
    ['standard error', kept.stderr],
  ] as const
  const lines = [
    ...tried.map(([name, output]) =>
      covered(output) ? `covered      ${name}` : `not covered  ${name}: the canary did not come out redacted`,
    ),
    ...outOfReach.map(([name, reason]) => `not covered  ${name}: ${reason}`),
  ]
  terminal.stderr.write(`tacet: self-test\n${lines.map((line) => `  ${line}\n`).join('')}`)
  return tried.every(([, output]) => covered(output))
}
