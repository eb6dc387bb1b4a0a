import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { runCli } from '../helpers/run-cli.ts'
import { addFiles, tempTree } from '../helpers/temp-tree.ts'

const root = join(import.meta.dirname, '../..')
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')

/** What the compiler has to say of the files in a folder, with the sources of the runtime. */
function compile(folder: string): string {
  addFiles(folder, {
    'package.json': '{ "type": "module" }',
    'tsconfig.json': JSON.stringify({
      extends: join(root, 'tsconfig.base.json'),
      compilerOptions: {
        composite: false,
        declarationMap: false,
        noEmit: true,
        rewriteRelativeImportExtensions: false,
        allowImportingTsExtensions: true,
        typeRoots: [join(root, 'node_modules/@types')],
        paths: { '@tacet/runtime': [join(root, 'packages/runtime/src/index.ts')] },
      },
      include: ['*.ts'],
    }),
  })
  return spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' }).stdout
}

test('what `tacet secrets types` writes compiles, and gives loadSecrets the names', async () => {
  const cwd = tempTree({
    '.env.example': 'DATABASE_URL=\n2FA_KEY=\nON=\nthen=\nAB=\nab=\n_=\n__PROTO__=\n',
    'right.ts': `
      import { loadSecrets } from '@tacet/runtime'
      import { definitions } from './secrets.ts'
      const secrets = loadSecrets(definitions)
      export const url: string = secrets.databaseUrl.reveal()
      export const others = [secrets['2faKey'], secrets.ON, secrets.AB, secrets.ab].map((secret) => secret.reveal())
      secrets.onRotate('databaseUrl', () => {})
    `,
    'wrong.ts': `
      import { loadSecrets } from '@tacet/runtime'
      import { definitions } from './secrets.ts'
      export const url = loadSecrets(definitions).databaseUri
    `,
  })
  expect((await runCli(['secrets', 'types', '-o', 'secrets.ts'], { cwd })).code).toBe(0)
  const complaints = compile(cwd).trim().split('\n')
  expect(complaints.map((line) => line.replace(/^.*(?=\bwrong\.ts)/, ''))).toEqual([
    expect.stringMatching(/^wrong\.ts\(4,51\): error TS2551: Property 'databaseUri' does not exist/),
  ])
})
