import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A command that scans a folder and names the files in which it found something. */
export interface Scanner {
  readonly name: string
  /** Looked up on PATH. */
  readonly command: string
  readonly args: (root: string) => readonly string[]
  /** The arguments for all of the history of a repository, where it can read that. */
  readonly history?: (root: string) => readonly string[]
}

const tacet = fileURLToPath(new URL('../../packages/cli/dist/tacet-bundle.js', import.meta.url))

/** secretlint has no rules of its own accord. */
const SECRETLINT = '{"rules":[{"id":"@secretlint/secretlint-rule-preset-recommend"}]}'

export const scanners: readonly Scanner[] = [
  {
    name: 'Tacet',
    command: process.execPath,
    args: (root) => [tacet, 'scan', root, '--format', 'json', '--no-progress'],
    history: (root) => [tacet, 'scan', '--history', root, '--no-cache', '--format', 'json', '--no-progress'],
  },
  {
    name: 'gitleaks',
    command: 'gitleaks',
    args: (root) => ['dir', root, '--no-banner', '--report-format', 'json', '--report-path', '-'],
    history: (root) => ['git', root, '--no-banner', '--report-format', 'json', '--report-path', '-'],
  },
  {
    name: 'betterleaks',
    command: 'betterleaks',
    args: (root) => ['dir', root, '--no-banner', '--report-format', 'json', '--report-path', '-'],
    history: (root) => ['git', root, '--no-banner', '--report-format', 'json', '--report-path', '-'],
  },
  {
    name: 'kingfisher',
    command: 'kingfisher',
    args: (root) => [
      'scan',
      root,
      '--no-validate',
      '--git-history',
      'none',
      '--format',
      'json',
      '--no-update-check',
    ],
    history: (root) => ['scan', root, '--no-validate', '--format', 'json', '--no-update-check'],
  },
  {
    name: 'trufflehog',
    command: 'trufflehog',
    args: (root) => ['filesystem', root, '--no-verification', '--no-update', '--json'],
    history: (root) => ['git', `file://${root}`, '--no-verification', '--no-update', '--json'],
  },
  { name: 'ripsecrets', command: 'ripsecrets', args: (root) => [root] },
  {
    name: 'detect-secrets',
    command: 'detect-secrets',
    args: (root) => ['-C', root, 'scan', '--all-files', '--no-verify'],
  },
  {
    name: 'secretlint',
    command: 'secretlint',
    args: (root) => ['--secretlintrcJSON', SECRETLINT, '--format', 'unix', `${root}/**/*`],
  },
]

/** The full path of a command, undefined when PATH does not have it. */
export function findCommand(command: string): string | undefined {
  if (existsSync(command)) return command
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, command))
    .find((path) => existsSync(path))
}

export interface Run {
  /** Seconds. */
  readonly wall: number
  /** Seconds of all processors, user and system; NaN where it cannot be told. */
  readonly cpu: number
  /** MB; NaN where it cannot be told. */
  readonly peak: number
  readonly output: string
}

/** Runs a command to its end. CPU time and peak memory come from GNU time, where there is one. */
export function measureRun(command: string, args: readonly string[], cwd: string): Run {
  const gnuTime = '/usr/bin/time'
  const timed = process.platform === 'linux' && existsSync(gnuTime)
  const line = timed ? [gnuTime, '-f', '\n%U %S %M', command, ...args] : [command, ...args]
  const start = process.hrtime.bigint()
  const { stdout, stderr, error } = spawnSync(line[0]!, line.slice(1), {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const wall = Number(process.hrtime.bigint() - start) / 1e9
  if (error) throw error
  const [user, system, kilobytes] = timed ? stderr.trimEnd().split('\n').at(-1)!.split(' ').map(Number) : []
  return { wall, cpu: (user ?? NaN) + (system ?? NaN), peak: (kilobytes ?? NaN) / 1000, output: stdout }
}
