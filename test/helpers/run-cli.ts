import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { builtCli } from './built-cli.ts'

export interface CliOptions {
  readonly cwd: string
  /** Written to standard input, which is closed then. Default: nothing. */
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
}

export interface CliResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts the built `tacet` command in a process of its own, with an environment that says nothing of the tester's. */
export const startCli = (args: readonly string[], { cwd, env }: CliOptions): ChildProcess => {
  const path = process.env.PATH === undefined ? {} : { PATH: process.env.PATH }
  return spawn(process.execPath, [builtCli, ...args], { cwd, env: { ...path, ...env }, stdio: 'pipe' })
}

/** What a started command wrote and how it ended, once it has. */
export const finished = async (child: ChildProcess): Promise<CliResult> => {
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout!),
    text(child.stderr!),
    once(child, 'close') as Promise<[number | null]>,
  ])
  return { code, stdout, stderr }
}

/** Runs the built `tacet` command to its end. */
export const runCli = async (args: readonly string[], options: CliOptions): Promise<CliResult> => {
  const child = startCli(args, options)
  child.stdin!.on('error', () => {})
  child.stdin!.end(options.input)
  return finished(child)
}
