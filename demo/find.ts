import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Coverage, type Finding, size } from '@tacet/scanner'
import { credentials, decoys, type Planted } from './planted.ts'
import { heading, row, verdict } from './print.ts'

interface Report {
  readonly findings: readonly Finding[]
  readonly coverage: Coverage
}

const MOST_ROWS = 30

const workspace = fileURLToPath(new URL('../../', import.meta.url))
const command = join(workspace, 'packages/cli/dist/tacet-bundle.js')

/**
 * Scans a repository that was made for it, with credentials and decoys planted, and then the installed packages.
 *
 * @returns whether every credential was found and no decoy was reported
 */
export async function find(): Promise<boolean> {
  const scratch = mkdtempSync(join(tmpdir(), 'tacet-demo-scan-'))
  try {
    const ok = scanRepository(scratch)
    scanPackages(scratch)
    return ok
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function scanRepository(scratch: string): boolean {
  const seed = Date.now() % 2 ** 31
  const secret = credentials(seed)
  const innocent = decoys(secret.length)
  heading(
    `2. A Git repository with credentials of ${secret.length} providers and ${innocent.length} decoys (seed ${seed})`,
  )
  const repository = join(scratch, 'repository')
  makeRepository(repository, [...secret, ...innocent])
  const report = scan(repository, scratch)
  const found = new Map(report.findings.map((finding) => [finding.location.path, finding]))
  const missed = secret.filter(({ path }) => !found.has(path))
  const alarms = innocent.filter(({ path }) => found.has(path))
  printFindings(report.findings)
  console.log(`\n${summary(report)}`)
  for (const { what, path } of missed) console.log(verdict(false, `missed: ${what} in ${path}`))
  for (const { what, path } of alarms) console.log(verdict(false, `false alarm: ${what} in ${path}`))
  const ok = missed.length === 0 && alarms.length === 0
  const counts = `${secret.length - missed.length} of ${secret.length} credentials found, ${alarms.length} of ${innocent.length} decoys reported`
  console.log(verdict(ok, counts))
  return ok
}

function makeRepository(root: string, files: readonly Planted[]): void {
  for (const { path, content } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, stdio: 'ignore' })
  git('init')
  git('add', '--all', '--force')
  const author = ['-c', 'user.name=demo', '-c', 'user.email=demo@localhost']
  git(...author, 'commit', '--no-gpg-sign', '--no-verify', '--message', 'Everything at once')
}

function scanPackages(scratch: string): void {
  heading('3. The installed packages: thousands of real files by others')
  const report = scan(workspace, scratch, 'node_modules')
  printFindings(report.findings)
  console.log(`\n${summary(report)}`)
}

/** The first findings: there can be many. */
function printFindings(findings: readonly Finding[]): void {
  for (const { ruleId, masked, location, confidence } of findings.slice(0, MOST_ROWS)) {
    const path = location.path.replace(/^.*\/node_modules\//, '')
    console.log(row([ruleId, masked, confidence, `${path}:${location.line}`], [34, 12, 10]))
  }
  if (findings.length > MOST_ROWS) console.log(`… and ${findings.length - MOST_ROWS} more`)
}

/** Runs `tacet scan` as its user would; its progress bar is on standard error, when that is a terminal. */
function scan(cwd: string, scratch: string, ...paths: string[]): Report {
  const file = join(scratch, 'report.json')
  const args = [command, 'scan', '--format', 'json', '--output', file, ...paths]
  const { status } = spawnSync(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0 && status !== 1) throw new Error(`the scan of ${cwd} failed with exit code ${status}`)
  return JSON.parse(readFileSync(file, 'utf8')) as Report
}

function summary({ findings, coverage }: Report): string {
  const { files, bytes, duration, rules, skipped } = coverage
  const seconds = duration / 1000
  const looked = `${files.toLocaleString('en')} files, ${size(bytes)} in ${seconds.toFixed(2)} s`
  return `${findings.length} findings. Looked at ${looked} (${size(bytes / seconds)}/s) with ${rules} rules; skipped ${skipped.length}.`
}
