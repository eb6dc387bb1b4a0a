import { readdirSync } from 'node:fs'
import type { SecretValue } from '../secret.ts'
import { type DotenvFamily, type DotenvOptions, dotenvFamily } from './dotenv.ts'

/** Where secrets are mounted unless something else is said. */
const MOUNTED_AT = '/mnt/secrets'

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
  /** The files that are mounted, without those that Kubernetes keeps for itself; undefined without the folder. */
  mounted(): ReadonlySet<string> | undefined
}

/** The folder of mounted secrets. */
export function mountedAt({ root, env = process.env }: ReadOptions): string {
  return root ?? (env.TACET_SECRETS_DIR || MOUNTED_AT)
}

export function surroundings(options: ReadOptions): Surroundings {
  const env = options.env ?? process.env
  const root = mountedAt(options)
  const production = env.NODE_ENV === 'production'
  let mounted: { names: ReadonlySet<string> | undefined } | undefined
  return {
    env,
    root,
    production,
    sources: Object.entries(options.sources ?? {}),
    maxBytes: options.maxBytes ?? LARGEST,
    dotenv: dotenvFamily(options.dotenv ?? options.env === undefined, env.NODE_ENV),
    mounted() {
      mounted ??= { names: list(root) }
      return mounted.names
    },
  }
}

function list(root: string): ReadonlySet<string> | undefined {
  try {
    return new Set(readdirSync(root).filter((entry) => !entry.startsWith('..')))
  } catch {
    return undefined
  }
}
