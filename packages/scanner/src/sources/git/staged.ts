import { resolve } from 'node:path'
import { type GitOptions, gitOutput, isInside, records, runGit } from './git.ts'
import { gitFailed, type Repository } from './repository.ts'

const SUBMODULE = '160000'

/** A file as it would be committed. */
export interface StagedFile {
  /** Each byte one unit of text. */
  readonly path: string
  readonly id: string
  /** What it was in the last commit, under whatever name; undefined for a file that is new. */
  readonly before: string | undefined
  /** Whether it had another name. */
  readonly renamed: boolean
}

/** The first line and the number of lines of a piece of a text. */
export type LineRange = readonly [start: number, count: number]

/**
 * What is staged, of a merge too: what would be in the commit and is not in its first parent.
 *
 * @throws ScanError `git-failed`
 */
export async function stagedFiles(
  repository: Repository,
  signal: AbortSignal | undefined,
): Promise<readonly StagedFile[]> {
  const options = { signal, env: indexOf(repository) }
  const head = await gitOutput(repository, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], options)
  const base = head?.toString('latin1').trim() || (await emptyTree(repository, options))
  const args = ['diff-index', '--cached', '--raw', '-z', '--no-abbrev', '-M', '--diff-filter=d', base, '--']
  const { code, stdout, stderr } = await runGit(repository, args, options)
  if (code !== 0) throw gitFailed(repository.workTree, stderr)
  const files: StagedFile[] = []
  for (const fields = records(stdout).values(); ; ) {
    const { value: raw } = fields.next()
    if (raw === undefined) return files
    const [, mode, before, id, status] = raw.split(' ')
    const old: string = fields.next().value ?? ''
    const renamed = status!.startsWith('R')
    const path: string = renamed ? (fields.next().value ?? '') : old
    if (mode === SUBMODULE || isNone(id!)) continue
    files.push({ path, id: id!, before: isNone(before!) ? undefined : before!, renamed })
  }
}

const isNone = (id: string): boolean => /^0+$/.test(id)

/** The lines of `after` that are not in `before`. */
export async function addedLines(
  repository: Repository,
  before: string,
  after: string,
  signal: AbortSignal | undefined,
): Promise<readonly LineRange[]> {
  const args = ['diff', '--unified=0', '--inter-hunk-context=0', '--text', '--no-color', '--no-ext-diff']
  const options = { signal, env: indexOf(repository) }
  const output = await gitOutput(repository, [...args, '--no-textconv', before, after], options)
  // Git compares no file of a gigabyte: then any line may be new.
  if (output === undefined) return [[1, Number.POSITIVE_INFINITY]]
  const ranges: LineRange[] = []
  for (const line of output.toString('latin1').split('\n')) {
    const hunk = /^@@ -[\d,]+ \+(\d+)(?:,(\d+))? @@/.exec(line)
    if (hunk) ranges.push([Number(hunk[1]), Number(hunk[2] ?? 1)])
  }
  return ranges
}

/** In a hook, Git may have an index of its own for the commit that is made. */
function indexOf({ commonDir, workTree }: Repository): Readonly<Record<string, string>> {
  const named = process.env.GIT_INDEX_FILE
  if (named === undefined) return {}
  const file = resolve(workTree, named)
  return isInside(file, commonDir) ? { GIT_INDEX_FILE: file } : {}
}

async function emptyTree(repository: Repository, options: GitOptions): Promise<string> {
  const output = await gitOutput(repository, ['hash-object', '-t', 'tree', '--stdin'], options)
  return (output ?? Buffer.alloc(0)).toString('latin1').trim()
}
