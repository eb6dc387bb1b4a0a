import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { rules, seededRandom } from '@tacet/rules'
import { PLANTED } from './tree.ts'

const LARGEST_FILE = 60_000
/** Versions of a file, at the mean; a few have many more, most have less. */
const MEAN_VERSIONS = 12
const FILES_IN_COMMIT = 4
/** Every so many commits a branch is merged. */
const MERGE_EVERY = 40

export interface HistoryRepository {
  readonly root: string
  readonly blobs: number
  readonly commits: number
  /** MB of blobs, inflated. */
  readonly size: number
  /** Files that held a generated credential for a while, and hold none at the end. */
  readonly planted: readonly string[]
  remove(): void
}

interface Version {
  readonly path: string
  readonly mark: number
}

/**
 * A repository with a long history, in one pack: real files, those of the installed packages, edited over and over,
 * with merges, and with a few credentials that came and went.
 *
 * @param blobs - how many versions of files, about
 */
export async function makeHistory(blobs: number): Promise<HistoryRepository> {
  const root = mkdtempSync(join(tmpdir(), 'tacet-bench-'))
  execFileSync('git', ['init', '--quiet', '--initial-branch=main'], { cwd: root })
  const child = spawn('git', ['fast-import', '--quiet', '--depth=50'], {
    cwd: root,
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  const ended = once(child, 'close')
  const random = seededRandom(7)
  const versions = await writeBlobs(child.stdin, blobs, random)
  const commits = await writeCommits(child.stdin, versions.all, random)
  child.stdin.end()
  await ended
  execFileSync('git', ['repack', '-a', '-d', '--quiet'], { cwd: root })
  execFileSync('git', ['reset', '--quiet', '--hard', 'main'], { cwd: root })
  const { planted, size } = versions
  const remove = (): void => rmSync(root, { recursive: true, force: true })
  return { root, blobs: versions.all.length, commits, size: size / 1e6, planted, remove }
}

/** Versions of one file after the other, so that each is a delta of the one before. */
async function writeBlobs(stream: Writable, blobs: number, random: () => number) {
  const all: Version[] = []
  let size = 0
  const write = async (path: string, text: string): Promise<void> => {
    const bytes = Buffer.from(text)
    all.push({ path, mark: all.length + 1 })
    size += bytes.length
    await put(stream, `blob\nmark :${all.length}\ndata ${bytes.length}\n`, bytes, '\n')
  }
  const planted: string[] = []
  for (const [index, id] of PLANTED.entries()) {
    const rule = rules.find((one) => one.id === id)!
    const path = `planted/${id}.env`
    planted.push(path)
    await write(path, `KEY=${rule.sample(seededRandom(index + 1))}\n`)
    await write(path, 'KEY=\n')
  }
  let donor = ['']
  for (const file of realFiles()) {
    if (all.length >= blobs) break
    const lines = readFileSync(file.source, 'utf8').split('\n')
    const count = 1 + Math.floor(-Math.log(1 - random()) * (MEAN_VERSIONS - 1))
    for (let version = 0; version < count; version++) {
      await write(file.path, lines.join('\n'))
      edit(lines, donor, random)
    }
    donor = lines
  }
  return { all, planted, size }
}

/** Changes a few lines, some for lines of another file. */
function edit(lines: string[], donor: readonly string[], random: () => number): void {
  const edits = 1 + Math.floor(random() * 3)
  for (let each = 0; each < edits; each++) {
    const at = Math.floor(random() * (lines.length + 1))
    const taken = Math.floor(random() * donor.length)
    const removed = Math.floor(random() * 4)
    lines.splice(at, removed, ...donor.slice(taken, taken + Math.floor(random() * 6)))
  }
}

/** Commits that take the versions of all files in a mixed order, that of each file kept. */
async function writeCommits(stream: Writable, all: readonly Version[], random: () => number) {
  const byPath = new Map<string, Version[]>()
  for (const version of all) {
    const list = byPath.get(version.path)
    if (list) list.push(version)
    else byPath.set(version.path, [version])
  }
  const lists = [...byPath.values()]
  let commit = 0
  const writeCommit = (parents: string, versions: readonly Version[]): Promise<void> => {
    commit++
    const files = versions.map(({ path, mark }) => `M 100644 :${mark} ${path}\n`).join('')
    const who = `Nobody <nobody@example.com> ${1_500_000_000 + commit * 3600} +0000`
    const message = `Change ${versions.length} files\n`
    const head = `commit refs/heads/main\nmark :${all.length + commit}\nauthor ${who}\ncommitter ${who}\n`
    return put(stream, `${head}data ${message.length}\n${message}${parents}${files}\n`)
  }
  const mark = (number: number): string => `:${all.length + number}\n`
  while (lists.length > 0) {
    const changed: Version[] = []
    const paths = new Set<string>()
    for (let each = 0; each < FILES_IN_COMMIT && lists.length > 0; each++) {
      // Files change in bursts: those that are at work are at the beginning.
      const at = Math.floor(random() ** 3 * lists.length)
      const list = lists[at]!
      // Of two versions in one commit, the first would be nowhere.
      if (paths.has(list[0]!.path)) continue
      paths.add(list[0]!.path)
      changed.push(list.shift()!)
      if (list.length === 0) lists.splice(at, 1)
    }
    const merges = commit > MERGE_EVERY && commit % MERGE_EVERY === 0
    const last = commit
    await writeCommit(
      last === 0 ? '' : `from ${mark(last)}${merges ? `merge ${mark(last - MERGE_EVERY / 2)}` : ''}`,
      changed,
    )
  }
  return commit
}

function* realFiles() {
  const store = fileURLToPath(new URL('../../node_modules/.pnpm', import.meta.url))
  for (const entry of readdirSync(store, { recursive: true, withFileTypes: true })) {
    const source = join(entry.parentPath, entry.name)
    if (!entry.isFile() || !/\.(?:[cm]?[jt]s|json|md|ya?ml|css|html)$/.test(entry.name)) continue
    if (statSync(source).size > LARGEST_FILE) continue
    const path = source.slice(store.length + 1).replaceAll('node_modules', 'modules')
    if (/^[\w./@+-]+$/.test(path)) yield { source, path }
  }
}

async function put(stream: Writable, ...pieces: readonly (string | Buffer)[]): Promise<void> {
  let more = true
  for (const piece of pieces) more = stream.write(piece)
  if (!more) await once(stream, 'drain')
}
