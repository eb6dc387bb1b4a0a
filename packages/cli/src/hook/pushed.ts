import { text } from 'node:stream/consumers'
import { CommandError } from '../errors.ts'
import { gitBytes, gitLines } from '../git.ts'
import type { Terminal } from '../terminal.ts'

/** A ref that is pushed: what it leads to from now on, and what it led to before, where that is known. */
interface Update {
  readonly to: string
  readonly from?: string
}

const isId = (word: string | undefined): word is string =>
  word !== undefined && /^[0-9a-f]{40,64}$/.test(word)
const isNone = (id: string): boolean => /^0+$/.test(id)

/** A line of what Git hands to a hook, whose fields `order` names. A ref that is deleted brings nothing. */
const parseLine = (line: string, order: readonly ('from' | 'to' | 'ref')[]): readonly Update[] => {
  const words = line.split(' ')
  const [from, to] = [words[order.indexOf('from')], words[order.indexOf('to')]]
  if (words.length !== order.length || !isId(from) || !isId(to)) {
    throw new CommandError(
      'usage',
      `standard input is not what Git hands to this hook: ${JSON.stringify(line)}; let Git run it`,
    )
  }
  if (isNone(to)) return []
  return [{ to, ...(isNone(from) ? {} : { from }) }]
}

const readLines = async ({ stdin }: Terminal, hook: string): Promise<readonly string[]> => {
  if ('isTTY' in stdin && stdin.isTTY === true) {
    throw new CommandError('usage', `Git tells this hook what is pushed: let it run tacet hook ${hook}`)
  }
  return (await text(stdin)).split('\n').flatMap((line) => line.trim() || [])
}

/** What a push brings. */
export interface Pushed {
  readonly commits: readonly string[]
  /** What is no commit: annotated tags, and files that a tag leads to. */
  readonly others: readonly PushedObject[]
}

interface PushedObject {
  /** As reports name it. */
  readonly name: string
  readonly content: Buffer
}

/** What an annotated tag is of. */
const target = /^object ([0-9a-f]{40,64})\n/

/** The tags that lead from what is pushed to its commits. */
const othersFrom = async (ids: readonly string[], terminal: Terminal): Promise<PushedObject[]> => {
  if (ids.length === 0) return []
  const check = ['cat-file', '--batch-check=%(objectname) %(objecttype)']
  const lines = await gitLines(check, terminal, ids.map((id) => `${id}\n`).join(''))
  const found: PushedObject[] = []
  const next: string[] = []
  for (const [id, type] of lines.map((line) => line.split(' ') as [string, string])) {
    if (type === 'commit') continue
    if (type !== 'tag' && type !== 'blob') {
      throw new CommandError(
        'scan',
        `${id} is no commit, tag or file, but ${type}: push what it is in as a commit`,
      )
    }
    const content = await gitBytes(['cat-file', type, id], terminal)
    found.push({ name: `.git/${type}/${id}`, content })
    const [, of] = target.exec(content.toString('latin1')) ?? []
    if (type === 'tag' && of !== undefined) next.push(of)
  }
  return [...found, ...(await othersFrom(next, terminal))]
}

const reachedFrom = async (
  updates: readonly Update[],
  known: '--all' | '--remotes',
  terminal: Terminal,
): Promise<Pushed> => {
  if (updates.length === 0) return { commits: [], others: [] }
  const revisions = updates.flatMap(({ to, from }) => (from === undefined ? [to] : [to, `^${from}`]))
  // What a remote had before may never have been fetched.
  const args = ['rev-list', '--ignore-missing', '--stdin', '--not', known]
  const commits = await gitLines(args, terminal, `${revisions.join('\n')}\n`)
  return { commits, others: await othersFrom([...new Set(updates.map(({ to }) => to))], terminal) }
}

/** What pre-commit and prek say of a push: they read standard input themselves. */
const frameworkUpdates = (env: Terminal['env']): readonly Update[] | undefined => {
  const { PRE_COMMIT_FROM_REF: from, PRE_COMMIT_TO_REF: to } = env
  if (!isId(to)) return undefined
  return isNone(to) ? [] : [{ to, ...(isId(from) && !isNone(from) ? { from } : {}) }]
}

/** The commit of HEAD; nothing in a repository without commits. */
const head = async (terminal: Terminal): Promise<readonly Update[]> => {
  const ids = await gitLines(['rev-parse', '--revs-only', 'HEAD'], terminal)
  return ids.filter(isId).map((to) => ({ to }))
}

/**
 * What `git push` is about to send, from what Git hands to a pre-push hook: of each ref the commits that no remote is
 * known to have.
 *
 * @throws CommandError with the code `usage` or `scan`
 */
export const whatIsPushed = async (terminal: Terminal): Promise<Pushed> => {
  const { env, stderr } = terminal
  const given = frameworkUpdates(env)
  if (given !== undefined) return reachedFrom(given, '--remotes', terminal)
  const lines = await readLines(terminal, 'pre-push')
  // It names no ids for the first push of a history.
  if (lines.length === 0 && env.PRE_COMMIT_REMOTE_NAME !== undefined) {
    return reachedFrom(await head(terminal), '--remotes', terminal)
  }
  if (lines.length === 0)
    stderr.write('tacet: no ref on standard input: nothing is pushed, nothing was scanned\n')
  const updates = lines.flatMap((line) => parseLine(line, ['ref', 'to', 'ref', 'from']))
  return reachedFrom(updates, '--remotes', terminal)
}

/**
 * What a server is about to take, from what Git hands to a pre-receive hook: the commits that no ref of it leads to.
 *
 * @throws CommandError with the code `usage` or `scan`
 */
export const whatIsReceived = async (terminal: Terminal): Promise<Pushed> => {
  const lines = await readLines(terminal, 'pre-receive')
  return reachedFrom(
    lines.flatMap((line) => parseLine(line, ['from', 'to', 'ref'])),
    '--all',
    terminal,
  )
}
