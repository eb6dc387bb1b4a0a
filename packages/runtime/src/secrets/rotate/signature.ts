import { realpathSync, statSync } from 'node:fs'

/**
 * What tells one state of the files from another without reading them: where each path leads (a Kubernetes volume is
 * renewed by pointing its `..data` link at another folder), and that file's inode, size and times. The change time
 * cannot be set back by whoever writes the file.
 */
export function signature(paths: readonly string[]): string {
  return paths.map(stateOf).join('\n')
}

function stateOf(path: string): string {
  try {
    const target = realpathSync.native(path)
    const { ino, size, mtimeNs, ctimeNs } = statSync(target, { bigint: true })
    return JSON.stringify([target, `${ino} ${size} ${mtimeNs} ${ctimeNs}`])
  } catch {
    return 'absent'
  }
}
