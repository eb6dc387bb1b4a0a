import { isUtf8 } from 'node:buffer'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What Git tells of a directory: names relative to it. */
export interface GitListing {
  readonly files: readonly (string | Buffer)[]
  /** Submodules, and repositories inside that are not tracked. */
  readonly repositories: readonly (string | Buffer)[]
}

/** A repository may be hostile: nothing that its configuration names may run, and no object is fetched. */
const CONFIG = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.untrackedCache=false',
  'protocol.allow=never',
].flatMap((setting) => ['-c', setting])

const SUBMODULE = '160000'

/** The directory at or above this one that holds a `.git`, which may be a file. */
export function workTreeRoot(directory: string): string | undefined {
  for (let at = directory; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at
    if (at === dirname(at)) return undefined
  }
}

/**
 * The tracked files, and the untracked ones that are not ignored, of a directory in a work tree.
 *
 * @returns undefined when Git is not installed or cannot read the repository
 */
export async function gitListing(
  root: string,
  directory: string,
  signal: AbortSignal | undefined,
): Promise<GitListing | undefined> {
  const [tracked, others] = await Promise.all([
    git(root, directory, ['ls-files', '-z', '--stage'], signal),
    git(root, directory, ['ls-files', '-z', '--others', '--exclude-standard'], signal),
  ])
  if (!tracked || !others) return undefined
  const files = new Set<string>()
  const repositories = new Set<string>()
  for (const record of records(tracked)) {
    // MODE OBJECT STAGE, a tab, the name. In an unfinished merge a file is there once for each side.
    const name = record.slice(record.indexOf('\t') + 1)
    if (record.startsWith(SUBMODULE)) repositories.add(name)
    else files.add(name)
  }
  for (const name of records(others)) {
    if (name.endsWith('/')) repositories.add(name.slice(0, -1))
    else files.add(name)
  }
  return { files: [...files].map(fromLatin1), repositories: [...repositories].map(fromLatin1) }
}

/** Whether the directory itself is ignored by the work tree that it is in. */
export async function isIgnored(
  root: string,
  directory: string,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  return root !== directory && (await git(root, directory, ['check-ignore', '-q', '.'], signal)) !== undefined
}

/** The records of a `-z` output, each byte one unit of text. */
function records(output: Buffer): readonly string[] {
  return output.length === 0 ? [] : output.toString('latin1', 0, output.length - 1).split('\0')
}

function fromLatin1(name: string): string | Buffer {
  if (!/[^\0-\x7f]/.test(name)) return name
  const bytes = Buffer.from(name, 'latin1')
  return isUtf8(bytes) ? bytes.toString('utf8') : bytes
}

/**
 * Standard output, or undefined when Git is not there or says no. The work tree is named, so that a configuration
 * cannot point elsewhere and hide what is here; and Git does not mind who owns a repository that is named.
 */
function git(
  root: string,
  directory: string,
  args: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Buffer | undefined> {
  const place = ['-C', directory, `--git-dir=${join(root, '.git')}`, `--work-tree=${root}`]
  return new Promise((resolve) => {
    const child = spawn('git', [...place, '--no-pager', '--no-optional-locks', ...CONFIG, ...args], {
      // Windows looks for the program here first, so it must not be where the repository is.
      cwd: dirname(process.execPath),
      env: environment(),
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
      ...(signal ? { signal } : {}),
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', () => resolve(undefined))
    child.on('close', (code) => resolve(code === 0 ? Buffer.concat(chunks) : undefined))
  })
}

/** Without the variables by which a hook's Git points at a repository, so that it is found from the directory. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('GIT_'))
  return {
    ...Object.fromEntries(kept),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  }
}
