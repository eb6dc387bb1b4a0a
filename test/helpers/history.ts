import type { Finding, ScanOptions } from '@tacet/scanner'
import { collect } from './scanning.ts'
import { addFiles, git } from './temp-tree.ts'

/** The history of a repository, scanned with the rules for tests. */
export const scanHistory = (root: string, history: ScanOptions['history'] = true) =>
  collect({ cwd: root, history })

/** Writes files and commits all that is in the work tree. Returns the id of the commit. */
export function commit(
  root: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  message = 'change',
): string {
  addFiles(root, files)
  git(root, 'add', '--all', '--force')
  git(root, 'commit', '--quiet', '--allow-empty', `--message=${message}`)
  return git(root, 'rev-parse', 'HEAD').trim()
}

/** The finding of a value; fails when there is not exactly one. */
export function theFinding(findings: readonly Finding[], value: string): Finding {
  const found = findings.filter((finding) => finding.value === value)
  if (found.length !== 1)
    throw new Error(`${found.length} findings of the value, of ${findings.length} in all`)
  return found[0]!
}
