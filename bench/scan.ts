import { scanners } from './peers.ts'
import { sideBySide } from './side-by-side.ts'
import { makeTree } from './tree.ts'

/** A work tree scanned by Tacet and by every peer on PATH, in turn. */
export function benchScan(): void {
  const tree = makeTree()
  try {
    const title = `Scan of a work tree: ${tree.files} files, ${(tree.bytes / 1e6).toFixed(0)} MB`
    const contestants = scanners.map(({ args, ...scanner }) => ({ ...scanner, args: args(tree.root) }))
    sideBySide(title, tree.root, tree.planted, contestants)
  } finally {
    tree.remove()
  }
}
