// Builds what is published: compiles the workspace, or the projects that are named, and bundles what is loaded most.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
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

await compileBytewise()
const { status } = spawnSync(process.execPath, [compiler, '-b', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
if (status === 0) {
  await Promise.all([
    bundle('core', 'index'),
    bundle('rules', 'index', 'names'),
    bundle('runtime', ...runtimeEntries()),
    bundle('scanner', 'index', 'worker', 'eslint', 'bundler', 'head-start'),
  ])
}
process.exitCode = status ?? 1

/** What can be imported, and what `register` loads only when it is needed. */
function runtimeEntries() {
  const { exports } = JSON.parse(readFileSync(join(root, 'packages', 'runtime', 'package.json'), 'utf8'))
  const entries = Object.values(exports).map(({ types }) => types.slice('./dist/'.length, -'.d.ts'.length))
  return [
    ...entries,
    'process/loggers',
    'process/responses',
    'secrets/discover/look-around',
    'secrets/discover/recognised',
    'secrets/sources/dotenv',
  ]
}

/** Many small files are for those who read them: loading hundreds takes longer than a small scan. */
async function bundle(name, ...entries) {
  const dist = join(root, 'packages', name, 'dist')
  // Not among the projects that were named.
  if (!existsSync(join(dist, 'index.js'))) return
  const build = await rolldown({
    input: Object.fromEntries(entries.map((entry) => [entry, join(dist, `${entry}.js`)])),
    platform: 'node',
    external: [/^node:/, /^@?[a-z][\w./-]*$/i],
  })
  await build.write({
    dir: dist,
    entryFileNames: ({ name: entry }) => (entry === 'index' ? 'bundle.js' : `${entry}-bundle.js`),
    chunkFileNames: 'bundle-[name].js',
    format: 'esm',
    sourcemap: true,
  })
}

/** What looks at every byte, from AssemblyScript to WebAssembly: slow to compile, so only when it has changed. */
async function compileBytewise() {
  const source = join(root, 'packages', 'scanner', 'assembly')
  const target = join(root, 'packages', 'scanner', 'dist', 'bytes.wasm')
  const inputs = readdirSync(source).map((name) => join(source, name))
  const built = statSync(target, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (inputs.every((input) => statSync(input).mtimeMs < built)) return
  mkdirSync(dirname(target), { recursive: true })
  const { main } = await import('assemblyscript/asc')
  const flags = '-O3 --runtime stub --noAssert --enable simd --use abort='.split(' ')
  const { error, stderr } = await main([join(source, 'index.ts'), '--outFile', target, ...flags])
  if (error) throw new Error(`the scanner's AssemblyScript does not compile:\n${stderr}`, { cause: error })
}
