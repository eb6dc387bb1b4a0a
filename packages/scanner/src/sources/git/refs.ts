import { gitOutput, records } from './git.ts'
import type { Repository } from './repository.ts'

/** A name by which a commit can be reached. */
export interface Tip {
  /** As `refs/heads/main`, `stash@{0}`, `HEAD` where it is detached, or `reflog`. */
  readonly name: string
  /** Of a commit. */
  readonly id: string
  /** Of the tag that names it, where that is an object of its own. */
  readonly tag?: string
  /** Whether it is no ref: told only of what no ref leads to. */
  readonly loose?: true
}

const FORMAT = '%(objecttype) %(objectname) %(*objectname) %(refname)'
const KINDS = ['refs/heads/', 'HEAD', 'refs/remotes/', 'refs/tags/']

/** All refs, stashes, and commits that a work tree or a reflog knows: branches first, what is loose last. */
export async function listTips(
  repository: Repository,
  signal: AbortSignal | undefined,
): Promise<readonly Tip[]> {
  const lines = async (...args: string[]): Promise<readonly string[]> => {
    const output = await gitOutput(repository, args, { signal })
    return output === undefined ? [] : output.toString('latin1').split('\n').filter(Boolean)
  }
  const [refs, stashes, reflog, workTrees] = await Promise.all([
    lines('for-each-ref', `--format=${FORMAT}`),
    lines('rev-list', '--walk-reflogs', 'refs/stash'),
    lines('rev-list', '--no-walk=unsorted', '--reflog'),
    gitOutput(repository, ['worktree', 'list', '--porcelain', '-z'], { signal }),
  ])
  const tips: Tip[] = []
  for (const line of refs) {
    const [type, id, peeled, ...name] = line.split(' ')
    if (name.join(' ') === 'refs/stash') continue
    tips.push({ name: name.join(' '), id: peeled || id!, ...(type === 'tag' ? { tag: id! } : {}) })
  }
  for (const id of detachedHeads(workTrees ?? Buffer.alloc(0))) tips.push({ name: 'HEAD', id })
  const rank = ({ name }: Tip): number => {
    const kind = KINDS.findIndex((prefix) => name.startsWith(prefix))
    return kind < 0 ? KINDS.length : kind
  }
  tips.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : Number(a.name > b.name)))
  stashes.forEach((id, index) => {
    tips.push({ name: `stash@{${index}}`, id })
  })
  for (const id of reflog) tips.push({ name: 'reflog', id, loose: true })
  return tips
}

/** Ids of what is in the index of the work tree. */
export async function indexed(
  repository: Repository,
  signal: AbortSignal | undefined,
): Promise<ReadonlySet<string>> {
  const output = await gitOutput(repository, ['ls-files', '--stage', '-z'], { signal })
  return new Set(records(output ?? Buffer.alloc(0)).map((record) => record.split(' ', 2)[1]!))
}

function detachedHeads(listing: Buffer): readonly string[] {
  const ids: string[] = []
  let head = ''
  for (const field of records(listing)) {
    if (field.startsWith('HEAD ')) head = field.slice('HEAD '.length)
    if (field === 'detached') ids.push(head)
  }
  return ids
}
