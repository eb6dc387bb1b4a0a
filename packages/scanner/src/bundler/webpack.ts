import { createBundleCheck } from './check.ts'
import { describeLeaks } from './describe.ts'
import type { BundleOptions } from './options.ts'
import type { Module, Output } from './output.ts'

interface Source {
  source(): string | Uint8Array
}

interface Tap<Arguments extends readonly unknown[], Result = void> {
  tap(
    options: string | { readonly name: string; readonly stage?: number },
    listener: (...args: Arguments) => Result,
  ): void
}

/** A module, or several in one, which has no source of its own. */
interface WebpackModule {
  readonly modules?: Iterable<WebpackModule>
  readableIdentifier(shortener: unknown): string
  originalSource(): Source | null
}

interface Chunk {
  readonly files: Iterable<string>
  readonly auxiliaryFiles: Iterable<string>
}

/** What is used of a compilation of webpack or Rspack. */
export interface Compilation {
  readonly requestShortener: unknown
  readonly chunks: Iterable<Chunk>
  readonly chunkGraph: { getChunkModulesIterable(chunk: never): Iterable<unknown> }
  readonly errors: unknown[]
  readonly warnings: unknown[]
  readonly hooks: { readonly processAssets: unknown }
}

/** What is used of its compiler. */
export interface Compiler {
  readonly context: string
  readonly webpack: { readonly WebpackError: new (message: string) => Error }
  readonly hooks: { readonly thisCompilation: unknown; readonly shouldEmit: unknown }
}

/** After everything else, source maps among it. */
const stage = 5000

const sourcesOf = (module: WebpackModule, compilation: Compilation): Module[] => {
  if (module.modules !== undefined) {
    return [...module.modules].flatMap((inner) => sourcesOf(inner, compilation))
  }
  const id = module.readableIdentifier(compilation.requestShortener).replace(/^\.\//, '')
  return [{ id, text: `${module.originalSource()?.source() ?? ''}` }]
}

const modulesOf = (file: string, compilation: Compilation): Module[] =>
  [...compilation.chunks]
    .filter(({ files, auxiliaryFiles }) => [...files, ...auxiliaryFiles].includes(file))
    .flatMap((chunk) => [...compilation.chunkGraph.getChunkModulesIterable(chunk as never)])
    .flatMap((module) => sourcesOf(module as WebpackModule, compilation))

/**
 * A plugin for webpack and Rspack, by which a build fails, and writes nothing, whose output holds a secret: one that a
 * rule knows, or one of your own values in any form.
 *
 *     plugins: [tacetWebpack({ values: { STRIPE_KEY: process.env.STRIPE_KEY } })]
 *
 * What is wrong with the options, or with the configuration, is told when the build starts, by a ScanError.
 */
export function tacetWebpack(options: BundleOptions = {}) {
  const name = 'tacet'
  const leaking = new WeakSet<object>()
  return {
    apply(compiler: Compiler): void {
      const { WebpackError } = compiler.webpack
      const checks = createBundleCheck(options, compiler.context)
      const { thisCompilation, shouldEmit } = compiler.hooks as {
        thisCompilation: Tap<[Compilation]>
        shouldEmit: Tap<[Compilation], boolean | undefined>
      }
      thisCompilation.tap(name, (compilation) => {
        for (const reason of checks.variables.leftOut) {
          compilation.warnings.push(new WebpackError(`Tacet does not look for ${reason}.`))
        }
        const { processAssets } = compilation.hooks as {
          processAssets: Tap<[Readonly<Record<string, Source>>]>
        }
        processAssets.tap({ name, stage }, (assets) => {
          const outputs = Object.entries(assets).map(
            ([file, asset]): Output => ({
              file,
              content: asset.source(),
              modules: () => modulesOf(file, compilation),
            }),
          )
          const leaks = checks.check(outputs)
          if (leaks.length === 0) return
          const problem = new WebpackError(describeLeaks(leaks))
          if (options.mode === 'warn') compilation.warnings.push(problem)
          else {
            compilation.errors.push(problem)
            leaking.add(compilation)
          }
        })
      })
      // In development webpack writes also what has errors.
      shouldEmit.tap(name, (compilation) => (leaking.has(compilation) ? false : undefined))
    },
  }
}
