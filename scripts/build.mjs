// Builds what is published: compiles the workspace, or the projects that are named, and bundles the rules.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const root = fileURLToPath(new URL('../', import.meta.url))
const compiler = join(
  dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin',
  'tsc',
)

const { status } = spawnSync(process.execPath, [compiler, '-b', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
if (status === 0) await bundleRules()
process.exitCode = status ?? 1

/** One file a provider is for those who read them: loading hundreds takes longer than a small scan. */
async function bundleRules() {
  const dist = join(root, 'packages', 'rules', 'dist')
  const bundle = await rolldown({ input: join(dist, 'index.js'), platform: 'node', external: [/^@tacet\//] })
  await bundle.write({ file: join(dist, 'bundle.js'), format: 'esm', sourcemap: true })
}
