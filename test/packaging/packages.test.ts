import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { credential } from '../helpers/credentials.ts'
import { type Packed, packAll, run, tool } from './tarballs.ts'

let packages: Packed[]
let project: string
let remove: () => Promise<void>

beforeAll(async () => {
  const packed = await packAll()
  packages = packed.packages
  remove = packed.remove
  project = await emptyProject(packed.scratch)
}, 180_000)

afterAll(() => remove?.())

/** A project that has the packed tarballs, and nothing else of ours. */
async function emptyProject(scratch: string): Promise<string> {
  const folder = join(scratch, 'project')
  await mkdir(folder)
  const dependencies = Object.fromEntries(
    packages.map(({ manifest, tarball }) => [manifest.name, `file:${tarball}`]),
  )
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }))
  await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'], folder)
  return folder
}

function entryPoints(): string[] {
  // A schema is for editors, and no module.
  return packages.flatMap(({ manifest }) =>
    Object.keys(manifest.exports)
      .filter((subpath) => !subpath.endsWith('.json'))
      .map((subpath) => manifest.name + subpath.slice(1)),
  )
}

describe('what is published', () => {
  test('passes publint', async () => {
    for (const { folder, manifest } of packages) {
      const { messages, pkg } = await publint({ pkgDir: folder, pack: 'npm', strict: true })
      expect(messages.map((message) => `${manifest.name}: ${formatMessage(message, pkg)}`)).toEqual([])
    }
  })

  test('resolves with its types from ESM and from CommonJS', async () => {
    for (const { tarball } of packages) await run(tool('attw'), [tarball, '--profile', 'esm-only'], project)
  }, 120_000)

  test('has a licence, and neither tests nor build records', async () => {
    for (const { manifest } of packages) {
      const files = await readdir(join(project, 'node_modules', manifest.name), { recursive: true })
      expect(files).toContain('LICENSE')
      expect(files.filter((file) => /(?:^|[\\/])test[\\/]|\.test\.|tsbuildinfo/.test(file))).toEqual([])
    }
  })

  test('the subpaths of the runtime are its adapters, the process, and what brings the rules along', async () => {
    const runtime = packages.find(({ manifest }) => manifest.name === '@tacet/runtime')!
    const adapters = await readdir(join(runtime.folder, 'src/adapters'))
    const files = adapters.filter((name) => name.endsWith('.ts')).map((name) => `./${name.slice(0, -3)}`)
    expect(Object.keys(runtime.manifest.exports).toSorted()).toEqual(
      [
        '.',
        './discover',
        './egress',
        './events',
        './patterns',
        './process',
        './register',
        './testing',
        ...files,
      ].toSorted(),
    )
  })
})

describe('the installed tarballs', () => {
  const redact = `
    const registry = createRegistry()
    const value = 'key_' + randomBytes(24).toString('hex')
    registry.add('API_KEY', value)
    if (redactText('key ' + value, { registry }) !== 'key [REDACTED:API_KEY]') throw new Error('not redacted')
    console.log('redacted')
  `

  test('every entry point loads as ESM, and redacts', async () => {
    const imports = entryPoints().map((name) => `await import(${JSON.stringify(name)})`)
    const source = `
      import { randomBytes } from 'node:crypto'
      import { createRegistry, redactText } from '@tacet/runtime'
      ${redact}
      ${imports.join('\n')}
    `
    await writeFile(join(project, 'main.mjs'), source)
    expect(await run(process.execPath, ['main.mjs'], project)).toBe('redacted\n')
  })

  test('every entry point loads by require, and redacts', async () => {
    const requires = entryPoints().map((name) => `require(${JSON.stringify(name)})`)
    const source = `
      const { randomBytes } = require('node:crypto')
      const { createRegistry, redactText } = require('@tacet/runtime')
      ${redact}
      ${requires.join('\n')}
    `
    await writeFile(join(project, 'main.cjs'), source)
    expect(await run(process.execPath, ['main.cjs'], project)).toBe('redacted\n')
  })

  test('the command scans', async () => {
    const folder = join(project, 'clean')
    await mkdir(folder)
    await writeFile(join(folder, 'readme.md'), 'nothing to hide\n')
    const command = join(project, 'node_modules', '.bin', 'tacet')
    const report = JSON.parse(await run(command, ['scan', folder, '--format', 'json'], project)) as {
      findings: unknown[]
    }
    expect(report.findings).toEqual([])
  })

  test.each([
    ['import', 'workers.mjs', `import { createScan } from '@tacet/scanner'`],
    ['require', 'workers.cjs', `const { createScan } = require('@tacet/scanner')`],
  ])(
    'the scanner has its workers, loaded by %s',
    async (_way, name, load) => {
      const folder = join(project, name.replace('.', '-'))
      await mkdir(folder)
      const line = `const token = '${credential('npm-access-token')}'\n`
      // So many that a worker is ready before all are scanned.
      const content = 'export const one = 1\n'.repeat(2000)
      for (let index = 0; index < 2500; index++) {
        await writeFile(join(folder, `${index}.ts`), index % 50 === 0 ? content + line : content)
      }
      const source = `
      ${load}
      let reports = 0
      process.on('worker', (worker) => {
        worker.on('message', (message) => {
          if (message.result) reports++
        })
      })
      async function main() {
        while (reports === 0) {
          const { findings, coverage } = await createScan({ paths: [process.argv[2]], threads: 2 }).collect()
          if (findings.length !== 50 || coverage.files !== 2500) throw new Error('something was lost')
        }
        console.log('scanned')
      }
      main()
    `
      await writeFile(join(project, name), source)
      expect(await run(process.execPath, [name, folder], project)).toBe('scanned\n')
    },
    120_000,
  )

  test('the versions agree', async () => {
    const command = join(project, 'node_modules', '.bin', 'tacet')
    const cli = packages.find(({ manifest }) => manifest.name === '@tacet/cli')!
    expect(await run(command, ['--version'], project)).toContain(cli.manifest.version)
    const root = JSON.parse(await readFile(join(cli.folder, 'package.json'), 'utf8')) as { version: string }
    for (const { manifest } of packages) expect(manifest.version).toBe(root.version)
  })
})
