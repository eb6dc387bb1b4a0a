import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { CommandError, codeOf } from '../errors.ts'
import { gitBytes } from '../git.ts'
import type { Terminal } from '../terminal.ts'
import { type PackageManager, packageManagerOf } from './package-manager.ts'

/** What `tacet init` knows of the repository that it is started in. */
export interface Project {
  /** The root of the work tree. */
  readonly root: string
  /** Where the hooks of the repository are, or would be. */
  readonly hooks: string
  /** Whether the repository itself holds that folder, and not the user's other repositories too. */
  readonly ownHooks: boolean
  /** The folder of the nearest package.json up to the root; the root when there is none. */
  readonly packageFolder: string
  readonly manifest: Manifest | undefined
  readonly packageManager: PackageManager
  /** The addresses of its remotes, a line each. */
  readonly remotes: string
  /** Whether a pre-push hook is wanted too. */
  readonly prePush: boolean
  /** The text of a file in the work tree, from its root. */
  read(path: string): string | undefined
  has(path: string): boolean
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly [key: string]: unknown
}

const git = async (args: readonly string[], terminal: Terminal): Promise<string> =>
  (await gitBytes(args, terminal)).toString().replace(/\r?\n$/, '')

/** Whether a path is a folder or below it. */
export const isWithin = (path: string, folder: string): boolean => {
  const way = relative(folder, path)
  return way === '' || !(way.startsWith('..') || isAbsolute(way))
}

/** A path with the links of what there is of it resolved. */
export const realPath = (path: string): string => {
  try {
    return realpathSync(path)
  } catch {
    return dirname(path) === path ? path : join(realPath(dirname(path)), relative(dirname(path), path))
  }
}

const readText = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return undefined
    throw new CommandError('usage', `cannot read ${file}: check that it is a file that you may read`, {
      cause: error,
    })
  }
}

const readManifest = (folder: string): Manifest | undefined => {
  const text = readText(join(folder, 'package.json'))
  if (text === undefined) return undefined
  try {
    const manifest: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (typeof manifest === 'object' && manifest !== null && !Array.isArray(manifest)) return { ...manifest }
  } catch {
    // Told of below.
  }
  throw new CommandError('usage', `${join(folder, 'package.json')} is no JSON object: mend it first`)
}

const nearestPackage = (from: string, root: string): string => {
  for (let folder = from; isWithin(folder, root); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
    if (folder === root) break
  }
  return root
}

/**
 * Looks at the repository that the working directory is in.
 *
 * @throws CommandError with the code `usage` when there is none, or it has no work tree
 */
export const openProject = async (prePush: boolean, terminal: Terminal): Promise<Project> => {
  const inside = await git(['rev-parse', '--is-inside-work-tree'], terminal).catch((error: unknown) => {
    if (!(error instanceof CommandError) || !error.message.includes('not a git repository')) throw error
    throw new CommandError('usage', 'there is no Git repository here: run git init first, or go to one')
  })
  if (inside !== 'true') {
    throw new CommandError(
      'usage',
      'a bare repository, or the inside of .git, has no files to set up; in a repository on a server, let ' +
        'hooks/pre-receive run tacet hook pre-receive',
    )
  }
  // Git writes / on Windows too.
  const ask = async (...args: string[]) =>
    resolve(await git(['rev-parse', '--path-format=absolute', ...args], terminal))
  const root = realpathSync(await ask('--show-toplevel'))
  const hooks = realPath(await ask('--git-path', 'hooks'))
  const common = realPath(await ask('--git-common-dir'))
  const packageFolder = nearestPackage(realpathSync(process.cwd()), root)
  const manifest = readManifest(packageFolder)
  return {
    root,
    hooks,
    ownHooks: isWithin(hooks, root) || isWithin(hooks, common),
    packageFolder,
    manifest,
    packageManager: packageManagerOf(packageFolder, root, manifest?.packageManager),
    // Git fails when there is none.
    remotes: await git(['config', '--get-regexp', '^remote\\..*\\.url$'], terminal).catch(() => ''),
    prePush,
    read: (path) => readText(join(root, path)),
    has: (path) => existsSync(join(root, path)),
  }
}

/** Whether the package depends on another. */
export const dependsOn = ({ manifest }: Project, name: string): string | undefined =>
  manifest?.devDependencies?.[name] ?? manifest?.dependencies?.[name]
