import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { credential } from '../helpers/credentials.ts'
import { runCli } from '../helpers/run-cli.ts'
import { tempTree } from '../helpers/temp-tree.ts'

const line = (seed: number): string => `token = '${credential('npm-access-token', seed)}'\n`

/** Paths with findings of a scan of what packages would publish. */
async function published(cwd: string, ...folders: string[]): Promise<readonly string[]> {
  const { stdout, stderr } = await runCli(['scan', '--npm-pack', ...folders, '--format', 'json'], { cwd })
  if (stdout === '') throw new Error(stderr)
  const { findings } = JSON.parse(stdout) as { findings: { location: { path: string } }[] }
  return findings.map(({ location }) => location.path)
}

describe('what npm pack would publish', () => {
  test('is scanned, and nothing else; no script runs', async () => {
    const touch = "node -e \"require('fs').writeFileSync('ran', '')\""
    const root = tempTree({
      'package.json': JSON.stringify({
        name: 'a',
        version: '1.0.0',
        main: 'build/index.js',
        files: ['lib'],
        bundledDependencies: ['inner', '../../outside'],
        dependencies: { inner: '*', other: '*' },
        scripts: { prepack: touch, prepare: touch },
      }),
      'lib/a.js': line(1),
      'lib/.npmrc': line(2),
      'src/b.js': line(3),
      'build/index.js': line(4),
      'README.md': line(5),
      '.env': line(6),
      'node_modules/inner/package.json': JSON.stringify({ name: 'inner', dependencies: { deep: '*' } }),
      'node_modules/inner/x.js': line(7),
      'node_modules/deep/package.json': JSON.stringify({ name: 'deep', dependencies: { inner: '*' } }),
      'node_modules/deep/y.js': line(8),
      'node_modules/other/package.json': '{}',
      'node_modules/other/z.js': line(9),
    })
    expect(await published(root)).toEqual([
      'README.md',
      'build/index.js',
      'lib/a.js',
      'node_modules/deep/y.js',
      'node_modules/inner/x.js',
    ])
    expect(existsSync(join(root, 'ran'))).toBe(false)
    const npm = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    })
    const [{ files }] = JSON.parse(npm) as [{ files: { path: string }[] }]
    const withSecret = files.map(({ path }) => path).filter((path) => !path.endsWith('package.json'))
    expect(withSecret.sort()).toEqual(await published(root))
  }, 60_000)

  test('of several packages, by their ignore files, is told with the way to it', async () => {
    const root = tempTree({
      'a/package.json': '{"files": 5, "main": {"x": 1}, "bin": ["x"], "bundleDependencies": {"y": 1}}',
      'a/.npmignore': 'secret.js\n',
      'a/secret.js': line(1),
      'a/open.js': line(2),
      'b/package.json': '{}',
      'b/open.js': line(3),
      'c.js': line(4),
    })
    expect(await published(root, 'a', 'b')).toEqual(['a/open.js', 'b/open.js'])
  })

  test('needs a package, and goes with nothing else', async () => {
    const cwd = tempTree({ 'a.js': 'x\n' })
    const plain = await runCli(['scan', '--npm-pack'], { cwd })
    expect(plain).toMatchObject({ code: 2, stdout: '' })
    expect(plain.stderr).toContain('cannot read package.json: --npm-pack wants folders of packages')
    for (const args of [['-'], ['--history'], ['--files-from', 'a.js']]) {
      const { code, stderr } = await runCli(['scan', '--npm-pack', ...args], { cwd })
      expect(code).toBe(2)
      expect(stderr).toContain('--npm-pack goes with folders of packages')
    }
  })
})
