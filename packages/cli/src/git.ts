import { execFile } from 'node:child_process'
import { CommandError } from './errors.ts'
import type { Terminal } from './terminal.ts'

/** A push may bring a million commits. */
const mostOutput = 256 * 1024 * 1024

/**
 * Runs Git where the process is, or in the repository that Git has set the variables of a hook for. What only seems to be there, as
 * replaced objects and grafts, is not asked for.
 *
 * @throws CommandError with the code `scan`, and what Git said
 */
export const gitBytes = (
  args: readonly string[],
  { env, signal }: Pick<Terminal, 'env' | 'signal'>,
  input = '',
): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      ['--no-pager', ...args],
      {
        cwd: process.cwd(),
        encoding: 'buffer',
        maxBuffer: mostOutput,
        signal,
        windowsHide: true,
        env: { ...env, GIT_NO_REPLACE_OBJECTS: '1', GIT_GRAFT_FILE: '/dev/null', LC_ALL: 'C' },
      },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout)
        else reject(gitError(error, stderr.toString()))
      },
    )
    // It may end before it has read everything.
    child.stdin!.on('error', () => {})
    child.stdin!.end(input)
  })

/** The lines that Git prints. */
export const gitLines = async (...asked: Parameters<typeof gitBytes>): Promise<string[]> =>
  (await gitBytes(...asked)).toString().split('\n').filter(Boolean)

const gitError = (error: Error, stderr: string): CommandError => {
  const message =
    'code' in error && error.code === 'ENOENT'
      ? 'Git is not installed, or is not on the PATH: install it'
      : // What it advises stands on lines of their own.
        `Git said: ${stderr.trim().replace(/\s+/g, ' ') || error.message}`
  return new CommandError('scan', message, { cause: error })
}
