import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rules, seededRandom } from '@tacet/rules'

/** Formats that every scanner knows. */
export const PLANTED = [
  'aws-access-key-id',
  'github-personal-access-token',
  'gitlab-personal-access-token',
  'slack-bot-token',
  'stripe-secret-key',
]

const MOST_FILES = 12_000
const LARGEST_FILE = 1_000_000

export interface Tree {
  readonly root: string
  readonly files: number
  readonly bytes: number
  /** The files that hold one generated credential each. */
  readonly planted: readonly string[]
  remove(): void
}

/** A Git work tree of thousands of real files, those of the installed packages, with a few credentials planted. */
export function makeTree(): Tree {
  const root = mkdtempSync(join(tmpdir(), 'tacet-bench-'))
  const store = fileURLToPath(new URL('../../node_modules/.pnpm', import.meta.url))
  let files = 0
  let bytes = 0
  for (const entry of readdirSync(store, { recursive: true, withFileTypes: true })) {
    if (files === MOST_FILES) break
    const source = join(entry.parentPath, entry.name)
    if (!entry.isFile() || !/\.(?:[cm]?[jt]s|json|md|ya?ml|txt|css|html)$/.test(entry.name)) continue
    const { size } = statSync(source)
    if (size > LARGEST_FILE) continue
    const target = join(root, 'tree', relative(store, source).replaceAll('node_modules', 'modules'))
    mkdirSync(dirname(target), { recursive: true })
    copyFileSync(source, target)
    files++
    bytes += size
  }
  const planted = PLANTED.map((id, index) => {
    const rule = rules.find((one) => one.id === id)
    if (!rule) throw new Error(`there is no rule ${id}`)
    const path = `planted/${id}.env`
    mkdirSync(join(root, 'planted'), { recursive: true })
    writeFileSync(join(root, path), `KEY=${rule.sample(seededRandom(index + 1))}\n`)
    return path
  })
  execFileSync('git', ['init', '--quiet'], { cwd: root })
  execFileSync('git', ['add', '--all', '--force'], { cwd: root })
  return { root, files, bytes, planted, remove: () => rmSync(root, { recursive: true, force: true }) }
}
