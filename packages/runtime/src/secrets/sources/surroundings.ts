import { readdirSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import type { SecretValue } from '../secret.ts'
import { type DotenvFamily, type DotenvOptions, dotenvFamily } from './dotenv.ts'
import { mountedAt } from './mounted-at.ts'
import { isAbsent } from './read-file.ts'

/** What Kubernetes lets a Secret hold, in bytes. */
const LARGEST = 1024 * 1024

/**
 * Any other place that secrets come from: `(name) => value`, synchronous, and undefined for what it does not have.
 * It is asked once per secret and load.
 */
export type Source = (name: string) => SecretValue | undefined

/** Where secrets are looked for. */
export interface ReadOptions {
  /** The folder of mounted secrets. `TACET_SECRETS_DIR`, or else `/mnt/secrets`, unless given. */
  readonly root?: string
  /** The environment. `process.env` unless given. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Other places, by the names that errors call them. Asked after the environment and the mounted files, in order. */
  readonly sources?: Readonly<Record<string, Source>>
  /**
   * Whether variables are also looked for in `.env` files, and how. They are, in the working folder, unless `env` is
   * given or `NODE_ENV` is `production`.
   */
  readonly dotenv?: boolean | DotenvOptions
  /** The most bytes that a file may have. 1 MiB unless given, as much as a Kubernetes Secret can hold. */
  readonly maxBytes?: number
}

/** What definitions look at. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly root: string
  readonly sources: readonly (readonly [name: string, read: Source])[]
  readonly maxBytes: number
  readonly production: boolean
  readonly dotenv: DotenvFamily
  /** Where a variable is looked for that has this value in the environment, in words. */
  placesOf(value: string | undefined): readonly string[]
  /** The files that are mounted, without those that Kubernetes keeps for itself; undefined without the folder. */
  mounted(): ReadonlySet<string> | undefined
}

/** The same, without what may be another when they are read again: defaults, and the working folder. */
export function settled(options: ReadOptions): ReadOptions & { readonly root: string } {
  const { dotenv = options.env === undefined } = options
  const given = typeof dotenv === 'object' ? dotenv : {}
  return {
    ...options,
    root: mountedAt(options),
    dotenv: dotenv && { ...given, folder: resolve(given.folder ?? '.') },
  }
}

/** The path of a mounted file. */
export function pathIn(root: string, name: string): string {
  // Most names are plain, and a service starts with many.
  return /^\w[\w-]*(?:\.\w+)*$/.test(name) && !root.endsWith(sep) ? root + sep + name : resolve(root, name)
}

export function surroundings(options: ReadOptions): Surroundings {
  const env = options.env ?? process.env
  const root = mountedAt(options)
  const production = env.NODE_ENV === 'production'
  const sources = Object.entries(options.sources ?? {})
  const dotenv = dotenvFamily(options.dotenv ?? options.env === undefined, env.NODE_ENV)
  const others = [...sources.map(([name]) => name), ...(dotenv.refused ? [] : dotenv.lookedIn)]
  const set = ['the environment', ...others]
  const empty = ['the environment (set, but empty)', ...others]
  const unset = ['the environment (not set)', ...others]
  let mounted: { names: ReadonlySet<string> | undefined } | undefined
  return {
    env,
    root,
    production,
    sources,
    maxBytes: options.maxBytes ?? LARGEST,
    dotenv,
    placesOf: (value) => (value ? set : value === '' ? empty : unset),
    mounted() {
      mounted ??= { names: list(root) }
      return mounted.names
    },
  }
}

function list(root: string): ReadonlySet<string> | undefined {
  try {
    return new Set(readdirSync(root).filter((entry) => !entry.startsWith('..')))
  } catch (error) {
    // It may be that its files can be read, and only their names cannot.
    return isAbsent(error) ? undefined : new Set()
  }
}
