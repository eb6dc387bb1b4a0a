import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { gitOutput, isInside, records } from './git.ts'
import { openRepository, type Repository } from './repository.ts'

/** A repository within another. */
export interface Submodule {
  /** Each byte one unit of text. */
  readonly path: string
  readonly repository: Repository
}

const SUBMODULE = '160000'

/**
 * The submodules that are there, not those within them. One that keeps its objects outside of the repository is left
 * out: it was not given, and could be any on this machine.
 */
export async function submodules(
  { gitDir, workTree, commonDir }: Repository,
  signal: AbortSignal | undefined,
): Promise<readonly Submodule[]> {
  const place = { gitDir, workTree }
  const output = await gitOutput(place, ['ls-files', '--stage', '-z'], { signal })
  const found: Submodule[] = []
  for (const record of records(output ?? Buffer.alloc(0))) {
    const path = record.slice(record.indexOf('\t') + 1)
    // A name that is not ASCII is one as long as it is UTF-8.
    const directory = join(workTree, Buffer.from(path, 'latin1').toString('utf8'))
    if (!record.startsWith(SUBMODULE) || !existsSync(join(directory, '.git'))) continue
    if (!isInside(directory, workTree)) continue
    const repository = await openRepository(directory, workTree, signal)
    const keeps = [commonDir, workTree].some((within) => isInside(repository.commonDir, within))
    if (keeps) found.push({ path, repository })
  }
  return found
}
