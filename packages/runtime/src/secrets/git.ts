import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const asked = new Set<string>()

/**
 * What is wrong with how Git treats these `.env` files, in words; each file is looked at once per process. Starts no
 * process where there is no repository, and says nothing where there is no Git.
 *
 * @param files paths in one folder, with names that Git does not quote
 */
export function gitProblems(files: readonly string[]): string[] {
  const fresh = files.filter((path) => !asked.has(path))
  const [first] = fresh
  if (first === undefined) return []
  for (const path of fresh) asked.add(path)
  const folder = dirname(first)
  if (!isInRepository(folder)) return []
  const names = fresh.map((path) => basename(path))
  const tracked = git(folder, ['ls-files', '--', ...names])
  if (tracked === undefined) return []
  const ignored = git(folder, ['check-ignore', '--', ...names]) ?? []
  return names.flatMap((name) => {
    const path = join(folder, name)
    if (tracked.includes(name)) {
      return [`Git tracks ${path}: take it out with git rm --cached ${name}, and replace what it ever held.`]
    }
    return ignored.includes(name) ? [] : [`Git does not ignore ${path}: add ${name} to .gitignore.`]
  })
}

function isInRepository(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true
  const parent = dirname(folder)
  return parent !== folder && isInRepository(parent)
}

/** What Git lists, or undefined when it has nothing to say. The repository may be anyone's: it is to start nothing. */
function git(cwd: string, parameters: readonly string[]): string[] | undefined {
  // Neither a monitor nor the variables of an outer Git have a say.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')))
  try {
    const options = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null']
    const output = execFileSync('git', [...options, ...parameters], {
      cwd,
      env: { ...env, GIT_OPTIONAL_LOCKS: '0' },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 2000,
      windowsHide: true,
    })
    return output.split('\n').filter(Boolean)
  } catch {
    return undefined
  }
}
