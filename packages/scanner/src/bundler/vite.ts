import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseEnv } from 'node:util'
import { type BundleCheck, createBundleCheck } from './check.ts'
import type { BundleOptions } from './options.ts'
import type { Output } from './output.ts'
import { type RollupContext, rollupHooks, tell } from './rollup.ts'

/** What is used of the configuration of Vite. */
export interface ViteConfig {
  readonly root: string
  readonly mode: string
  /** Where its files of variables are; nowhere when it is told to read none. */
  readonly envDir?: string | false | undefined
  /** Whose files it copies; none when it is empty. */
  readonly publicDir: string
  readonly build: { readonly copyPublicDir: boolean }
}

/** The variables in the files that Vite reads, those of a later file before those of an earlier. */
const fileVariables = ({ root, mode, envDir = root }: ViteConfig): Record<string, string | undefined> => {
  if (envDir === false) return {}
  const files = ['.env', '.env.local', `.env.${mode}`, `.env.${mode}.local`]
  return Object.assign({}, ...files.map((file) => read(join(envDir, file)))) as Record<string, string>
}

const read = (path: string): Record<string, string | undefined> => {
  try {
    return parseEnv(readFileSync(path, 'utf8'))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EISDIR') return {}
    throw error
  }
}

/** Larger ones are pictures and films. */
const largestCopied = 32 * 2 ** 20

/** What Vite copies into the output as it is. */
const copiedFiles = ({ publicDir, build }: ViteConfig): Output[] => {
  if (!publicDir || !build.copyPublicDir || !existsSync(publicDir)) return []
  return readdirSync(publicDir, { recursive: true, encoding: 'utf8' })
    .map((name) => ({ name: name.replaceAll('\\', '/'), path: join(publicDir, name) }))
    .filter(({ path }) => {
      const status = statSync(path, { throwIfNoEntry: false })
      return status?.isFile() && status.size <= largestCopied
    })
    .map(({ name, path }) => {
      const content = readFileSync(path)
      const id = `${basename(publicDir)}/${name}`
      return { file: name, content, modules: () => [{ id, text: content.toString() }] }
    })
}

/**
 * A plugin for Vite, and for what is built on it, by which a build fails whose output holds a secret: one that a rule
 * knows, or one of your own values in any form. It knows the variables in `.env` files too, and looks into the folder
 * that is copied into the output. `vite dev` is left alone.
 *
 *     export default defineConfig({ plugins: [tacetVite()] })
 *
 * What is wrong with the options is told when the build starts, by a ScanError.
 */
export function tacetVite(options: BundleOptions = {}) {
  let checks: BundleCheck | undefined
  let copied: () => Output[] = () => []
  const check = (): BundleCheck => (checks ??= createBundleCheck(options))
  const hooks = rollupHooks(options, check)
  return {
    ...hooks,
    apply: 'build',
    enforce: 'post',
    configResolved(config: ViteConfig): void {
      const environment = { ...fileVariables(config), ...process.env }
      checks = createBundleCheck({ environment, ...options }, config.root)
      copied = () => copiedFiles(config)
    },
    buildStart(this: RollupContext): void {
      hooks.buildStart.call(this)
      // Before the first of them is copied.
      tell(this, check().check(copied()), options.mode)
    },
  } as const
}
