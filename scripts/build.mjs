// Builds what is published: compiles the workspace, or the projects that are named, and bundles what is loaded most.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

const root = fileURLToPath(new URL('../', import.meta.url))
const compiler = join(
  dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin',
  'tsc',
)

/** What `register` runs as every program starts: to look for packages takes longer than to read what is needed of them. */
const withinRuntime = {
  '@tacet/core': join(root, 'packages', 'core', 'dist', 'index.js'),
  '@tacet/rules/names': join(root, 'packages', 'rules', 'dist', 'names.js'),
}

await compileBytewise()
const { status } = spawnSync(process.execPath, [compiler, '-b', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
// What does not fit its types is told, and can be tried all the same.
await bundle('core', ['index'])
await Promise.all([
  bundle('rules', ['index', 'names'], await summaries()),
  bundle('runtime', runtimeEntries()),
  bundle('cli', ['tacet']),
  bundle('scanner', ['index', 'worker', 'text', 'eslint', 'bundler', 'head-start']),
])
process.exitCode = status ?? 1

/** What can be imported, and what `register` loads only when it is needed. */
function runtimeEntries() {
  const { exports } = JSON.parse(readFileSync(join(root, 'packages', 'runtime', 'package.json'), 'utf8'))
  const entries = Object.values(exports).map(({ types }) => types.slice('./dist/'.length, -'.d.ts'.length))
  return [
    ...entries,
    'process/loggers',
    'process/responses',
    'secrets/discover/recognised',
    'secrets/sources/dotenv',
  ]
}

/** What the rules say of themselves goes into the bundle: making hundreds of them takes longer than a small scan. */
async function summaries() {
  const dist = join(root, 'packages', 'rules', 'dist')
  if (!existsSync(join(dist, 'index.js'))) return
  const load = (path) => import(pathToFileURL(join(dist, path)).href)
  const [providers, { summaryOf }] = await Promise.all([load('providers/index.js'), load('summary.js')])
  const all = Object.values(providers).map((rules) => rules().map(summaryOf))
  const prepared = join(dist, 'prepared.js')
  return {
    name: 'summaries',
    load: (id) =>
      id === prepared ? `export const summaries = JSON.parse(${JSON.stringify(JSON.stringify(all))})` : null,
  }
}

/** Many small files are for those who read them: loading hundreds takes longer than a small scan. */
async function bundle(name, entries, ...plugins) {
  const dist = join(root, 'packages', name, 'dist')
  const alias = name === 'runtime' ? withinRuntime : {}
  // Not among the projects that were named.
  if (!existsSync(join(dist, 'index.js'))) return
  const build = await rolldown({
    input: Object.fromEntries(entries.map((entry) => [entry, join(dist, `${entry}.js`)])),
    platform: 'node',
    plugins,
    resolve: { alias },
    external: (id) => /^node:|^@?[a-z][\w./-]*$/i.test(id) && !Object.hasOwn(alias, id),
  })
  await build.write({
    dir: dist,
    entryFileNames: ({ name: entry }) => (entry === 'index' ? 'bundle.js' : `${entry}-bundle.js`),
    chunkFileNames: 'bundle-[name].js',
    format: 'esm',
    sourcemap: true,
    // Node prints the line that an error was thrown at: those of the runtime are for its users to read.
    minify: name !== 'runtime',
    comments: false,
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
