import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:os'
import type { Readable, Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { leaveToChild, openPipes, type Pipe } from './child-pipes.ts'
import { CommandError, codeOf } from './errors.ts'
import type { Terminal } from './terminal.ts'

/** How a program ended: by itself, or by a signal. */
export type Ending = { readonly code: number } | { readonly signal: NodeJS.Signals }

export interface ProgramOptions {
  readonly terminal: Pick<Terminal, 'stdout' | 'stderr' | 'signals'>
  readonly env: Readonly<Record<string, string | undefined>>
  /** Makes what stands between an output of the program and ours. */
  readonly between: (output: 'stdout' | 'stderr') => Transform
}

/** A program that could not be started: the code is that of a shell. */
export class StartError extends Error {
  override readonly name = 'StartError'
  readonly code: 126 | 127

  constructor(code: 126 | 127, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/**
 * Runs a program with our standard input, and copies its outputs to ours, each through a stream. Passes on the signals
 * that we get. Waits until the outputs are closed, as a pipe does: a program that it left in the background may hold
 * them, until a signal comes.
 *
 * @throws StartError when there is no such program, or it cannot be executed
 * @throws CommandError with the code `output` when ours cannot be written for another reason than that its reader left
 */
export const runChild = async (
  file: string,
  args: readonly string[],
  { terminal, env, between }: ProgramOptions,
): Promise<Ending> => {
  let running: Running | undefined
  const release = terminal.signals.take((signal) => {
    if (running?.child.kill(signal)) return
    running?.stdout.destroy()
    running?.stderr.destroy()
  })
  try {
    running = start(file, args, env)
    const copies = Promise.all([
      copy(running.stdout, between('stdout'), terminal.stdout),
      copy(running.stderr, between('stderr'), terminal.stderr),
    ])
    const [[code, signal]] = await Promise.all([once(running.child, 'close'), copies])
    return signal === null ? { code: Number(code) } : { signal }
  } catch (error) {
    throw startError(file, error) ?? error
  } finally {
    release()
  }
}

interface Running {
  readonly child: ChildProcess
  readonly stdout: Readable
  readonly stderr: Readable
}

const start = (
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Running => {
  const pipes = openPipes(2)
  if (pipes === undefined) {
    const child = spawn(file, args, { env, stdio: ['inherit', 'pipe', 'pipe'] })
    return { child, stdout: child.stdout, stderr: child.stderr }
  }
  const [stdout, stderr] = pipes as [Pipe, Pipe]
  try {
    const child = spawn(file, args, { env, stdio: ['inherit', stdout.writeEnd, stderr.writeEnd] })
    return { child, stdout: stdout.readEnd, stderr: stderr.readEnd }
  } finally {
    leaveToChild(pipes)
  }
}

/** When the reader of ours leaves, the program finds its own output closed, as in a pipe. */
const copy = async (from: Readable, through: Transform, to: Writable): Promise<void> => {
  try {
    await pipeline(from, through, to, { end: false })
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EPIPE' || code === 'ERR_STREAM_PREMATURE_CLOSE') return
    throw new CommandError('output', `cannot write what the command prints (${code})`, {
      cause: error,
    })
  }
}

const startError = (file: string, error: unknown): StartError | undefined => {
  if (!(error instanceof Error && 'syscall' in error && String(error.syscall).startsWith('spawn')))
    return undefined
  const code = codeOf(error)
  const hint =
    process.platform === 'win32'
      ? ': a .cmd or .bat is run by `cmd /c`, as in `tacet run -- cmd /c npm start`'
      : ''
  return code === 'ENOENT'
    ? new StartError(127, `there is no command ${JSON.stringify(file)}${hint}`, { cause: error })
    : new StartError(126, `cannot execute ${JSON.stringify(file)} (${code})${hint}`, { cause: error })
}

/** What a shell says of an ending. */
export const exitCodeOf = (ending: Ending): number =>
  'code' in ending ? ending.code : 128 + constants.signals[ending.signal]
