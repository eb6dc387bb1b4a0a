import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { rspack } from '@rspack/core'
import {
  type BundleOptions,
  tacetEsbuild,
  tacetRollup,
  tacetVite,
  tacetWebpack,
} from '@tacet/scanner/bundler'
import { build as esbuild } from 'esbuild'
import { rolldown } from 'rolldown'
import { rollup } from 'rollup'
import { build as vite } from 'vite'
import webpack from 'webpack'

/** What came of a build: the files that were written, and what the bundler said. */
export interface Built {
  readonly error?: string
  readonly warnings: readonly string[]
  readonly written: readonly string[]
}

export interface BuildOptions {
  /** Texts that stand for `process.env.NAME`. */
  readonly define?: Readonly<Record<string, string>>
  readonly sourcemap?: boolean | 'inline'
  readonly minify?: boolean
  /** Of Vite only. Default: `src/main.js`. */
  readonly entry?: string
}

type Bundler = (root: string, tacet: BundleOptions, options: BuildOptions) => Promise<readonly string[]>

const replacements = ({ define = {} }: BuildOptions): Record<string, string> =>
  Object.fromEntries(
    Object.entries(define).map(([name, value]) => [`process.env.${name}`, JSON.stringify(value)]),
  )

const replacing = (options: BuildOptions) => ({
  name: 'replace',
  transform(code: string): string | undefined {
    const replaced = Object.entries(replacements(options)).reduce(
      (text, [name, value]) => text.replaceAll(name, value),
      code,
    )
    // What is left alone keeps its source map.
    return replaced === code ? undefined : replaced
  },
})

const webpackConfig = (root: string, { sourcemap = false, minify = false }: BuildOptions) => ({
  context: root,
  entry: './src/main.js',
  output: { path: join(root, 'out') },
  mode: minify ? ('production' as const) : ('development' as const),
  devtool: sourcemap === 'inline' ? ('inline-source-map' as const) : sourcemap && ('source-map' as const),
})

interface Stats {
  toJson(which: object): { errors?: { message: string }[]; warnings?: { message: string }[] }
}

/** Without what Rspack draws beside a message, in colours where it takes the terminal for one that shows them. */
const unframed = (message: string): string => stripVTControlCharacters(message).replace(/^ {2}[×│] /gm, '')

/** The warnings of a run of webpack or Rspack; rejects with its errors. */
const ended = (run: (done: (error: Error | null, stats?: Stats) => void) => void): Promise<string[]> =>
  new Promise((resolve, reject) => {
    run((error, stats) => {
      if (error) return reject(error)
      const { errors = [], warnings = [] } = stats!.toJson({ errors: true, warnings: true })
      if (errors.length > 0)
        return reject(new Error(errors.map(({ message }) => unframed(message)).join('\n')))
      resolve(warnings.map(({ message }) => message))
    })
  })

/** Each writes what `src/main.js` leads to into `out`. */
export const bundlers: Readonly<Record<string, Bundler>> = {
  async rollup(root, tacet, options) {
    const warnings: string[] = []
    const bundle = await rollup({
      input: join(root, 'src/main.js'),
      plugins: [replacing(options), tacetRollup(tacet)],
      onwarn: ({ message }) => void warnings.push(message),
    })
    await bundle.write({ dir: join(root, 'out'), sourcemap: options.sourcemap ?? false })
    return warnings
  },

  async rolldown(root, tacet, options) {
    const warnings: string[] = []
    const bundle = await rolldown({
      input: join(root, 'src/main.js'),
      plugins: [replacing(options), tacetRollup(tacet)],
      onwarn: ({ message }) => void warnings.push(message),
    })
    const { sourcemap = false, minify = false } = options
    await bundle.write({ dir: join(root, 'out'), sourcemap, minify })
    return warnings
  },

  async vite(root, tacet, options) {
    const warnings: string[] = []
    const { sourcemap = false, minify = false, entry = 'src/main.js' } = options
    await vite({
      root,
      configFile: false,
      logLevel: 'warn',
      customLogger: {
        ...{ info() {}, clearScreen() {}, hasErrorLogged: () => false, hasWarned: false },
        ...{ warn: (message) => void warnings.push(message), warnOnce() {}, error() {} },
      },
      define: replacements(options),
      plugins: [tacetVite(tacet)],
      build: { outDir: 'out', sourcemap, minify, rollupOptions: { input: join(root, entry) } },
    })
    return warnings
  },

  webpack(root, tacet, options) {
    const plugins = [new webpack.DefinePlugin(replacements(options)), tacetWebpack(tacet)]
    return ended((done) => webpack({ ...webpackConfig(root, options), plugins }, done))
  },

  rspack(root, tacet, options) {
    const plugins = [new rspack.DefinePlugin(replacements(options)), tacetWebpack(tacet)]
    return ended((done) => rspack({ ...webpackConfig(root, options), plugins }, done))
  },

  async esbuild(root, tacet, options) {
    const { sourcemap = false, minify = false } = options
    const { warnings } = await esbuild({
      absWorkingDir: root,
      entryPoints: ['src/main.js'],
      bundle: true,
      format: 'esm',
      outdir: 'out',
      define: replacements(options),
      sourcemap,
      minify,
      logLevel: 'silent',
      plugins: [tacetEsbuild(tacet)],
    })
    return warnings.map(({ text }) => text)
  },
}

/** Builds with one of them, and tells what came of it. */
export const buildWith = async (
  name: string,
  root: string,
  tacet: BundleOptions = {},
  options: BuildOptions = {},
): Promise<Built> => {
  const out = join(root, 'out')
  const written = () => (existsSync(out) ? readdirSync(out, { recursive: true }).map(String) : [])
  try {
    const warnings = await bundlers[name]!(root, tacet, options)
    return { warnings, written: written() }
  } catch (error) {
    return { error: `${(error as Error).message}`, warnings: [], written: written() }
  }
}
