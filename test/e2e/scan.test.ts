import { once } from 'node:events'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
} from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Log } from 'sarif'
import { describe, expect, it } from 'vitest'
import { credential } from '../helpers/credentials.ts'
import { finished, runCli, startCli } from '../helpers/run-cli.ts'
import { addFiles, tempRepository, tempTree } from '../helpers/temp-tree.ts'

interface JsonReport {
  readonly complete: boolean
  readonly stopped?: string
  readonly findings: readonly {
    readonly ruleId: string
    readonly value?: string
    readonly location: { readonly path: string; readonly line: number; readonly column: number }
  }[]
  readonly coverage: { readonly files: number; readonly rules: number; readonly skipped: readonly unknown[] }
}

const npmToken = credential('npm-access-token')
const line = `const token = '${npmToken}'\n`

const parse = (report: string): JsonReport => JSON.parse(report) as JsonReport

const placesOf = (report: string): string[] =>
  parse(report).findings.map(({ ruleId, location }) => `${location.path}:${location.line} ${ruleId}`)

describe('tacet scan', () => {
  it('exits 0 on a clean folder, and says what it looked at', async () => {
    const cwd = tempTree({ 'a.ts': 'export const answer = 42\n' })
    const { code, stdout, stderr } = await runCli(['scan'], { cwd })
    expect(stdout).toMatch(/^No secrets found\.\nScanned 1 file, 25 bytes in .* with \d+ rules\.\n$/)
    expect([code, stderr]).toEqual([0, ''])
  })

  it('exits 1 on a finding, and shows where it is but not what it is', async () => {
    const cwd = tempTree({ 'src/config.ts': `// first\n${line}` })
    const { code, stdout, stderr } = await runCli(['scan'], { cwd })
    expect(stdout).toContain('src/config.ts:2:16  ')
    expect(stdout).toContain("const token = 'npm_…'")
    expect(stdout).toContain('1 finding in 1 file')
    expect(stdout.includes(npmToken.slice(4, 12))).toBe(false)
    expect([code, stderr]).toEqual([1, ''])
  })

  it('looks at what is tracked and what is untracked but not ignored', async () => {
    const cwd = tempRepository({ 'tracked.ts': line, '.gitignore': 'ignored.ts\n' })
    addFiles(cwd, { 'untracked.ts': line, 'ignored.ts': line })
    const { code, stdout } = await runCli(['scan', '--format', 'json'], { cwd })
    expect(placesOf(stdout)).toEqual(['tracked.ts:1 npm-access-token', 'untracked.ts:1 npm-access-token'])
    expect(code).toBe(1)
    const named = await runCli(['scan', '--format', 'json', 'ignored.ts'], { cwd })
    expect(placesOf(named.stdout)).toEqual(['ignored.ts:1 npm-access-token'])
  })

  it('scans paths and globs, also one that looks like an option', async () => {
    const cwd = tempTree({ 'a/x.ts': line, 'a/y.js': line, 'b/z.ts': line, '--help': line })
    const glob = await runCli(['scan', '-f', 'json', '**/*.ts'], { cwd })
    expect(placesOf(glob.stdout)).toEqual(['a/x.ts:1 npm-access-token', 'b/z.ts:1 npm-access-token'])
    const odd = await runCli(['scan', '-f', 'json', 'b', '--', '--help'], { cwd })
    expect(placesOf(odd.stdout).sort()).toEqual(['--help:1 npm-access-token', 'b/z.ts:1 npm-access-token'])
  })

  it('counts lines and columns in a file with CRLF line ends', async () => {
    const cwd = tempTree({ 'a.ini': `[a]\r\nx = 1\r\ntoken = ${npmToken}\r\n` })
    const { stdout } = await runCli(['scan', '-f', 'json'], { cwd })
    expect(parse(stdout).findings[0]!.location).toMatchObject({ line: 3, column: 9, endLine: 3 })
  })

  it('reads standard input when the path is -', async () => {
    const options = { cwd: tempTree(), input: `x\n${line}` }
    const { code, stdout } = await runCli(['scan', '-'], options)
    expect(stdout).toContain('-:2:16  ')
    expect(code).toBe(1)
    const sarif = await runCli(['scan', '-', '-f', 'sarif'], options)
    expect((JSON.parse(sarif.stdout) as Log).runs[0]!.results).toHaveLength(1)
  })

  it('reports findings of the confidence that is asked for', async () => {
    const cwd = tempTree({ 'a.ts': line })
    const { code, stdout } = await runCli(['scan', '--min-confidence', 'very-high', '-f', 'json'], { cwd })
    expect([code, placesOf(stdout)]).toEqual([1, ['a.ts:1 npm-access-token']])
  })

  it('leaves larger files alone when asked, and lists them', async () => {
    const cwd = tempTree({ 'big.ts': line.repeat(100), 'small.ts': 'export {}\n' })
    const { code, stdout } = await runCli(['scan', '--max-file-size', '1kb', '--verbose'], { cwd })
    expect(stdout).toContain('too large: big.ts')
    expect(code).toBe(0)
  })

  it('writes only the findings when it is to be quiet', async () => {
    const cwd = tempTree({ 'a.ts': line, 'clean/b.ts': 'export {}\n' })
    const found = await runCli(['scan', '-q'], { cwd })
    expect(found.stdout).not.toContain('Scanned')
    const clean = await runCli(['scan', '-q', 'clean'], { cwd })
    expect(clean).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  it('shows values when asked, in a report that only its owner can read', async () => {
    const cwd = tempTree({ 'a.ts': line })
    const { code } = await runCli(['scan', '--show-values', '-f', 'json', '-o', 'out.json'], { cwd })
    expect(code).toBe(1)
    const report = join(cwd, 'out.json')
    expect(parse(readFileSync(report, 'utf8')).findings[0]!.value === npmToken).toBe(true)
    if (process.platform !== 'win32') expect(statSync(report).mode & 0o777).toBe(0o600)
  })

  it('styles only for a terminal, or when it is told to', async () => {
    const cwd = tempTree({ 'a.ts': line })
    const styled = async (args: readonly string[], env: Record<string, string>): Promise<boolean> =>
      (await runCli(['scan', ...args], { cwd, env })).stdout.includes('\u001b[')
    expect(await styled([], {})).toBe(false)
    expect(await styled([], { FORCE_COLOR: '1' })).toBe(true)
    expect(await styled(['--no-color'], { FORCE_COLOR: '1' })).toBe(false)
    expect(await styled(['-f', 'json'], { FORCE_COLOR: '1' })).toBe(false)
  })
})

describe('a report in a file', () => {
  it.each(['text', 'json', 'sarif'])('is written whole, with a summary on stderr: %s', async (format) => {
    const cwd = tempTree({ 'a.ts': line })
    const { code, stdout, stderr } = await runCli(['scan', '-f', format, '-o', 'report'], { cwd })
    expect(readFileSync(join(cwd, 'report'), 'utf8')).toContain('npm-access-token')
    expect(stderr).toContain('1 finding in 1 file')
    expect([code, stdout]).toEqual([1, ''])
    expect(readdirSync(cwd).sort()).toEqual(['a.ts', 'report'])
  })

  it('holds nothing that a later scan finds', async () => {
    const cwd = tempTree({ 'a.ts': line })
    for (const format of ['text', 'json', 'sarif']) {
      await runCli(['scan', '-f', format, '-o', `report.${format}`], { cwd })
    }
    const { stdout } = await runCli(['scan', '--min-confidence', 'low', '-f', 'json'], { cwd })
    expect(placesOf(stdout)).toEqual(['a.ts:1 npm-access-token'])
    expect(parse(stdout).coverage.files).toBe(4)
  })

  it('replaces the file behind a link, and keeps the link', async () => {
    const cwd = tempTree({ 'src/a.ts': line, 'real/report.json': 'old' })
    symlinkSync(join('real', 'report.json'), join(cwd, 'link.json'))
    await runCli(['scan', 'src', '-f', 'json', '-o', 'link.json'], { cwd })
    expect(placesOf(readFileSync(join(cwd, 'real/report.json'), 'utf8'))).toHaveLength(1)
  })

  it('leaves the old report when the scan fails', async () => {
    const cwd = tempTree({ 'report.json': 'old' })
    const { code } = await runCli(['scan', 'missing', '-f', 'json', '-o', 'report.json'], { cwd })
    expect([code, readFileSync(join(cwd, 'report.json'), 'utf8')]).toEqual([2, 'old'])
  })

  it.each([
    ['in a folder that is missing', 'none/report.json', /the folder .*none does not exist; create it first/],
    ['that is a folder', 'src', /src: it is a folder; name a file/],
  ])('%s is refused before the scan', async (_case, output, message) => {
    const cwd = tempTree({ 'src/a.ts': line })
    const { code, stdout, stderr } = await runCli(['scan', '-o', output], { cwd })
    expect(stderr).toMatch(message)
    expect([code, stdout]).toEqual([2, ''])
    expect(existsSync(join(cwd, 'none'))).toBe(false)
  })
})

describe('what tacet scan cannot do', () => {
  it.each([
    ['a path that does not exist', ['missing'], /^tacet: missing does not exist/],
    ['an empty folder', ['empty'], /^tacet: nothing to scan in .*empty: check/],
    ['nothing on standard input', ['-'], /^tacet: nothing to scan in standard input/],
    ['an unknown option', ['--formt', 'json'], /^tacet: unknown option --formt: did you mean --format\?$/m],
    ['an unknown format', ['-f', 'jsn'], /^tacet: unknown format "jsn": did you mean json\?$/m],
    ['no size', ['--max-file-size', 'huge'], /^tacet: --max-file-size is no size: "huge"/],
    ['no number', ['--threads', '0'], /^tacet: --threads is no number: "0"; write one like 1 or 4/],
  ])('is said, without a stack and with exit 2: %s', async (_case, args, message) => {
    const cwd = tempTree({ 'a.ts': 'export {}\n' })
    mkdirSync(join(cwd, 'empty'))
    const { code, stdout, stderr } = await runCli(['scan', '-f', 'json', ...args], { cwd })
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect([code, stdout]).toEqual([2, ''])
  })

  it('is a file that cannot be read: findings are reported, but the exit code is 2', async () => {
    const cwd = tempTree({ 'a.ts': line, 'locked.ts': line })
    // Permissions do not stop whoever runs the tests as root, so the refusal is put in place of the system's.
    const refusal = `import fs from 'node:fs'
      import { syncBuiltinESMExports } from 'node:module'
      const { openSync } = fs
      fs.openSync = (file, ...rest) => {
        if (String(file).endsWith('locked.ts')) throw Object.assign(new Error('refused'), { code: 'EACCES' })
        return openSync(file, ...rest)
      }
      syncBuiltinESMExports()`
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(refusal)}` }
    const { code, stdout, stderr } = await runCli(['scan', '-f', 'json', '--quiet'], { cwd, env })
    expect(placesOf(stdout)).toEqual(['a.ts:1 npm-access-token'])
    expect(parse(stdout).complete).toBe(false)
    expect(stderr).toBe('tacet: the scan is not complete: it could not read locked.ts\n')
    expect(code).toBe(2)
  })
})

describe('a scan that is cut short', () => {
  // Windows has no signal that a process can catch from another.
  it.skipIf(process.platform === 'win32').each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s reports what was found so far', async (signal, expected) => {
    const child = startCli(['scan', '-', '-f', 'json'], { cwd: tempTree() })
    const result = finished(child)
    // More than the pipe holds: once it is written, the scan runs.
    await new Promise((written) => child.stdin!.write(line + 'export {}\n'.repeat(400_000), written))
    child.kill(signal)
    const { code, stdout, stderr } = await result
    expect(placesOf(stdout)).toEqual(['-:1 npm-access-token'])
    expect(parse(stdout)).toMatchObject({ complete: false, stopped: 'interrupted' })
    expect(stderr).toContain('The scan ended early: interrupted.')
    expect(code).toBe(expected)
  })

  it.skipIf(process.platform === 'win32').each(['1', '3'])(
    'in the middle of a file that takes long, with %s threads',
    async (threads) => {
      const names = Array.from({ length: 40 }, (_, index) => `f${String(index).padStart(2, '0')}.ts`)
      const cwd = tempTree(Object.fromEntries(names.map((name) => [name, line])))
      closeSync(openSync(join(cwd, 'long.bin'), 'w'))
      truncateSync(join(cwd, 'long.bin'), 2 ** 40)
      const child = startCli(['scan', '--threads', threads, '-f', 'json'], { cwd })
      const result = finished(child)
      await once(child.stdout!, 'data')
      child.kill('SIGINT')
      const { code, stdout } = await result
      const found = placesOf(stdout)
      expect(found.length).toBeGreaterThan(0)
      expect(found).toEqual(names.slice(0, found.length).map((name) => `${name}:1 npm-access-token`))
      expect(parse(stdout)).toMatchObject({ complete: false, stopped: 'interrupted' })
      expect(code).toBe(130)
    },
  )

  it('by a reader that has seen enough says nothing', async () => {
    const files = Array.from({ length: 300 }, (_, index) => [`f${index}.ts`, line.repeat(20)] as const)
    const child = startCli(['scan'], { cwd: tempTree(Object.fromEntries(files)) })
    const closed = once(child, 'close')
    const errors = text(child.stderr!)
    await once(child.stdout!, 'data')
    child.stdout!.destroy()
    expect(await closed).toEqual([1, null])
    expect(await errors).toBe('')
  })
})

describe('tacet', () => {
  it('shows its version and its help', async () => {
    const cwd = tempTree()
    const manifest = JSON.parse(
      readFileSync(new URL('../../packages/cli/package.json', import.meta.url), 'utf8'),
    ) as { version: string }
    for (const args of [['--version'], ['-V'], ['scan', '--version']]) {
      expect(await runCli(args, { cwd })).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' })
    }
    const help = await runCli(['scan', '--help'], { cwd })
    expect(help.stdout).toContain('Usage: tacet scan [options] [path…]')
    expect([help.code, help.stderr]).toEqual([0, ''])
    expect(await runCli(['help', 'scan'], { cwd })).toEqual(help)
  })

  it('called without a command shows its help and fails: nothing was scanned', async () => {
    const { code, stdout, stderr } = await runCli([], { cwd: tempTree() })
    expect(stderr).toContain('Usage: tacet <command>')
    expect([code, stdout]).toEqual([2, ''])
  })

  it.each([
    ['scna', /^tacet: unknown command "scna": did you mean scan\?$/m],
    ['src', /^tacet: unknown command "src": did you mean tacet scan src\?$/m],
    ['--verison', /^tacet: unknown option --verison: did you mean --version\?$/m],
  ])('suggests what was meant by %s', async (word, message) => {
    const { code, stdout, stderr } = await runCli([word], { cwd: tempTree({ 'src/a.ts': '' }) })
    expect(stderr).toMatch(message)
    expect([code, stdout]).toEqual([2, ''])
  })
})
