import { relative } from 'node:path'
import { type BundleCheck, createBundleCheck } from './check.ts'
import { describeLeaks } from './describe.ts'
import type { BundleOptions } from './options.ts'
import type { Leak, Module, Output } from './output.ts'

/** What is used of a chunk or an asset of Rollup, Rolldown and Vite. */
export interface RollupFile {
  readonly type: 'asset' | 'chunk'
  readonly fileName: string
  readonly code?: string
  readonly source?: string | Uint8Array
  readonly modules?: Readonly<Record<string, { readonly code: string | null } | undefined>>
  readonly originalFileNames?: readonly string[]
}

/** What is used of the context of their plugins. */
export interface RollupContext {
  error(message: string): never
  warn(message: string): void
}

const moduleId = (id: string): string => {
  const [path = ''] = id.replace(/^\0/, '').split('?')
  const near = relative(process.cwd(), path).replaceAll('\\', '/')
  return near === '' || near.startsWith('..') ? path : near
}

const modulesOf = ({ modules = {}, originalFileNames = [], source }: RollupFile): Module[] => [
  ...Object.entries(modules).map(([id, module]) => ({ id: moduleId(id), text: module?.code ?? '' })),
  ...originalFileNames.map((name) => ({ id: name, text: `${source}` })),
]

const outputs = (bundle: Readonly<Record<string, RollupFile>>): Output[] =>
  Object.values(bundle).map((file) => ({
    file: file.fileName,
    content: file.code ?? file.source ?? '',
    modules: () => modulesOf(file),
  }))

/** Ends the build for secrets, or warns of them. */
export const tell = (context: RollupContext, leaks: readonly Leak[], mode: BundleOptions['mode']): void => {
  if (leaks.length === 0) return
  if (mode === 'warn') context.warn(describeLeaks(leaks))
  else context.error(describeLeaks(leaks))
}

/** The plugin, where what is looked for may only be known when the build starts. */
export const rollupHooks = ({ mode }: BundleOptions, checks: () => BundleCheck) =>
  ({
    name: 'tacet',
    buildStart(this: RollupContext): void {
      for (const reason of checks().variables.leftOut) this.warn(`Tacet does not look for ${reason}.`)
    },
    generateBundle: {
      order: 'post',
      handler(this: RollupContext, _options: unknown, bundle: Readonly<Record<string, RollupFile>>): void {
        tell(this, checks().check(outputs(bundle)), mode)
      },
    },
  }) as const

/**
 * A plugin for Rollup and Rolldown, by which a build fails whose output holds a secret: one that a rule knows, or one of
 * your own values in any form. Give it last.
 *
 *     plugins: [tacetRollup({ values: { STRIPE_KEY: process.env.STRIPE_KEY } })]
 *
 * @throws ScanError `invalid-option`, `invalid-config`
 */
export function tacetRollup(options: BundleOptions = {}) {
  const checks = createBundleCheck(options)
  return rollupHooks(options, () => checks)
}
