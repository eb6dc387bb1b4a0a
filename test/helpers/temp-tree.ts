import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A temporary folder with these files, removed when the test is over. Returns its path, without links. */
export function tempTree(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'tacet-')))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  addFiles(root, files)
  return root
}

/** Writes files, with the folders that they are in. */
export function addFiles(root: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), content)
  }
}

/** Runs Git in a folder as nobody in particular, with no configuration but the repository's own. */
export function git(directory: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=Nobody', '-c', 'user.email=nobody@example.com']
  return execFileSync('git', [...identity, ...args], {
    cwd: directory,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: directory, GIT_CONFIG_NOSYSTEM: '1' },
  })
}

/** A temporary Git repository with these files committed. */
export function tempRepository(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = tempTree()
  git(root, 'init', '--quiet', '--initial-branch=main')
  if (Object.keys(files).length > 0) {
    addFiles(root, files)
    git(root, 'add', '--all', '--force')
    git(root, 'commit', '--quiet', '--message=first')
  }
  return root
}
