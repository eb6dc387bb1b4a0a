import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { dirname, sep } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { ScanError } from '../../errors.ts'

/** A repository as Git is told of it: nothing is searched for, so nothing in it can point elsewhere. */
export interface GitPlace {
  /** Its `.git`, a folder or the file of a linked work tree; a bare repository itself. */
  readonly gitDir: string
  /** The root of its work tree; for a bare repository, the same as `gitDir`. */
  readonly workTree: string
}

export interface GitOptions {
  /** Where Git works. Default: the root of the work tree. */
  readonly directory?: string
  readonly signal?: AbortSignal | undefined
  /** Variables besides the environment, such as the index of a hook. */
  readonly env?: Readonly<Record<string, string>>
}

export type GitProcess = ChildProcessByStdio<Writable, Readable, Readable>

/**
 * A repository may be hostile: nothing that its configuration names may run, no object is fetched, and what is in it
 * is read as it is. A commit graph only repeats what commits say, but could say less.
 */
const CONFIG = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.untrackedCache=false',
  'core.commitGraph=false',
  'core.alternateRefsCommand=',
  'core.bigFileThreshold=16m',
  'protocol.allow=never',
].flatMap((setting) => ['-c', setting])

/**
 * Starts Git in a repository that is not trusted.
 *
 * @param args - the command and its arguments; what comes from elsewhere must follow `--end-of-options`
 */
export function startGit(place: GitPlace, args: readonly string[], options: GitOptions = {}): GitProcess {
  const { directory = place.workTree, signal, env } = options
  // The work tree is named, so that a configuration cannot point elsewhere and hide what is here; and Git does not
  // mind who owns a repository that is named.
  const where = ['-C', directory, `--git-dir=${place.gitDir}`, `--work-tree=${place.workTree}`]
  return spawn('git', [...where, '--no-pager', '--no-optional-locks', ...CONFIG, ...args], {
    // Windows looks for the program here first, so it must not be where the repository is.
    cwd: dirname(process.execPath),
    env: { ...environment(place), ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
    ...(signal ? { signal } : {}),
  })
}

export interface GitResult {
  /** Null when a signal ended it. */
  readonly code: number | null
  readonly stdout: Buffer
  /** What Git said, its first lines. */
  readonly stderr: string
}

/**
 * Runs Git to its end.
 *
 * @throws ScanError `git-not-found`
 */
export async function runGit(
  place: GitPlace,
  args: readonly string[],
  options: GitOptions & { readonly input?: string } = {},
): Promise<GitResult> {
  const child = startGit(place, args, options)
  const ended = exit(child)
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stdin.end(options.input)
  const { code, stderr } = await ended
  return { code, stdout: Buffer.concat(chunks), stderr }
}

/** What Git printed, or undefined when it said no. */
export async function gitOutput(
  place: GitPlace,
  args: readonly string[],
  options: GitOptions & { readonly input?: string } = {},
): Promise<Buffer | undefined> {
  const { code, stdout } = await runGit(place, args, options)
  return code === 0 ? stdout : undefined
}

const MOST_ERRORS = 2000

/**
 * How a process ends, and what it complained of. To be called as soon as it is started.
 *
 * @throws ScanError `git-not-found`
 */
export function exit(child: GitProcess): Promise<{ readonly code: number | null; readonly stderr: string }> {
  let stderr = ''
  child.stderr.setEncoding('latin1')
  child.stderr.on('data', (text: string) => {
    if (stderr.length < MOST_ERRORS) stderr += text
  })
  // It may end before it has read everything.
  child.stdin.on('error', () => {})
  const ended = new Promise<{ readonly code: number | null; readonly stderr: string }>((resolve, reject) => {
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') reject(notFound(error))
      // An aborted one closes as well.
    })
    child.on('close', (code) => resolve({ code, stderr: stderr.slice(0, MOST_ERRORS).trim() }))
  })
  // Whoever waits for it gets the error; no one may yet.
  ended.catch(() => {})
  return ended
}

function notFound(cause: Error): ScanError {
  return new ScanError('git-not-found', 'Git is not installed, or is not on the PATH: install it', { cause })
}

/** Where a push that is being received keeps its objects; its hook is the only one who can see them. */
const QUARANTINE = ['GIT_QUARANTINE_PATH', 'GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_OBJECT_DIRECTORIES']

/** Without the variables by which a hook's Git points at a repository, so that the one that is named is read. */
function environment({ gitDir }: GitPlace): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('GIT_'))
  const quarantine = process.env.GIT_QUARANTINE_PATH
  const objects =
    quarantine !== undefined && isInside(quarantine, gitDir)
      ? QUARANTINE.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
      : []
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(objects),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: '/dev/null',
    // Not the empty text, which Windows does not tell from none.
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  }
}

/** Whether a path is below a directory, links resolved. */
export function isInside(path: string, directory: string): boolean {
  try {
    return realpathSync(path).startsWith(realpathSync(directory) + sep)
  } catch {
    return false
  }
}

/** The records of a `-z` output, each byte one unit of text. */
export function records(output: Buffer): readonly string[] {
  return output.length === 0 ? [] : output.toString('latin1', 0, output.length - 1).split('\0')
}
