import type { Registry } from '../registry.ts'
import { lookAround } from './discover/look-around.ts'
import { recognised } from './discover/recognised.ts'
import { dotenvFamily } from './sources/dotenv.ts'

/** Where secrets may be: the environment, the mounted files, and the `.env` files of the working folder. */
export type DiscoverPlace = 'env' | 'mounts' | '.env'

export interface DiscoverOptions {
  /** Where to look. `env` and `mounts` unless given. */
  readonly from?: readonly DiscoverPlace[]
  /** The folder of mounted secrets. `TACET_SECRETS_DIR`, or else `/mnt/secrets`, unless given. */
  readonly root?: string
  /** The environment. `process.env` unless given. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Where the secrets are registered. The default registry unless given. */
  readonly registry?: Registry
  /** Variables and files to register whatever they look like, if they have at least four characters. */
  readonly include?: readonly string[]
  /** Variables and files to leave alone. */
  readonly exclude?: readonly string[]
}

/** A secret that is redacted from now on. */
export interface Discovered {
  /** Of the variable, or of the file: its path in the folder of mounted secrets. */
  readonly name: string
  /** `environment`, or the path of the file. */
  readonly origin: string
  /** Why it was taken for a secret, in words. */
  readonly why: string
}

/** What may be a secret, and is not redacted. */
export interface PassedOver {
  readonly name: string
  readonly origin: string
  /** Why not, in words. */
  readonly reason: string
}

/** What `discover` did. Holds names and reasons, never a value. */
export interface Discovery {
  readonly registered: readonly Discovered[]
  readonly leftOut: readonly PassedOver[]
  /** Both as lines for a log, with what to do about them. */
  toString(): string
}

/**
 * For services that do not declare their secrets: registers what looks secret by name or by shape in the environment
 * and among the mounted files, so that it is redacted from then on. To call once, at start-up.
 *
 * It guesses: log what it returns, and correct it with `include` and `exclude`. `loadSecrets` guesses nothing.
 */
export function discover(options: DiscoverOptions = {}): Discovery {
  return lookAround(options, { recognise: recognised, dotenvFamily })
}
