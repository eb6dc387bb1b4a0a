import { execFile } from 'node:child_process'
import { resolve } from 'node:path'

/** Folders whose contents nobody writes by hand; watching them costs more than all others. */
const never = /(?:^|[\\/])(?:\.git|node_modules)(?:[\\/]|$)/

const git = (args: readonly string[], cwd: string, input: string): Promise<string> =>
  new Promise((done) => {
    const child = execFile(
      'git',
      ['--no-optional-locks', ...args],
      { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, windowsHide: true },
      // Outside of a repository, and without Git, nothing is ignored.
      (_, stdout) => done(stdout),
    )
    child.stdin!.on('error', () => {})
    child.stdin!.end(input)
  })

const names = (output: string): string[] => output.split('\0').filter(Boolean)

/**
 * What is not to be watched below a folder: what Git ignores now, and what never is.
 *
 * @returns a test for absolute paths
 */
export const unwatched = async (folder: string): Promise<(path: string) => boolean> => {
  const args = ['ls-files', '--others', '--ignored', '--exclude-standard', '--directory', '-z']
  const ignored = new Set(names(await git(args, folder, '')).map((name) => resolve(folder, name)))
  return (path) => never.test(path.slice(folder.length)) || ignored.has(path)
}

/** The paths, from a folder, that Git does not ignore. A tracked file is not ignored. */
export const notIgnored = async (paths: readonly string[], folder: string): Promise<string[]> => {
  const output = await git(
    ['check-ignore', '-z', '--stdin'],
    folder,
    paths.map((path) => `${path}\0`).join(''),
  )
  const ignored = new Set(names(output))
  return paths.filter((path) => !ignored.has(path))
}
