import { X509Certificate } from 'node:crypto'
import { defaultRegistry, type Registry } from '../registry.ts'
import { type Evidence, evidence, isHarmless } from './discover/evidence.ts'
import { mountedFiles } from './discover/mounts.ts'
import { dotenvFamily } from './sources/dotenv.ts'
import { fileText } from './sources/file-text.ts'
import { mountedAt } from './sources/surroundings.ts'

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

/** What is included by name is what somebody decided on; but of fewer characters, redaction leaves no text readable. */
const SHORTEST_INCLUDED = 4

/**
 * For services that do not declare their secrets: registers what looks secret by name or by shape in the environment
 * and among the mounted files, so that it is redacted from then on. To call once, at start-up.
 *
 * It guesses: log what it returns, and correct it with `include` and `exclude`. `loadSecrets` guesses nothing.
 */
export function discover(options: DiscoverOptions = {}): Discovery {
  const { env = process.env, registry = defaultRegistry, include = [], exclude = [] } = options
  const { from = ['env', 'mounts'] } = options
  const registered: Discovered[] = []
  const leftOut: PassedOver[] = []
  const wanted = new Set(include)

  const judge = (
    name: string,
    origin: string,
    whole: string | Uint8Array,
    look: () => Evidence | undefined,
  ): void => {
    const included = wanted.delete(name)
    if (!included && exclude.includes(name))
      return void leftOut.push({ name, origin, reason: 'it is excluded' })
    const found = included ? { why: 'it is included', secrets: [whole] } : look()
    if (!found) return
    if ('against' in found) return void leftOut.push({ name, origin, reason: found.against })
    const limit = included ? { minLength: SHORTEST_INCLUDED } : {}
    const results = found.secrets.map((secret) => registry.add(name, secret, limit))
    if (results.some((result) => result.registered)) registered.push({ name, origin, why: found.why })
    else leftOut.push({ name, origin, reason: results[0]?.reason ?? 'it is empty' })
  }

  const judgeVariable = (name: string, origin: string, value: string): void =>
    judge(name, origin, value, () =>
      isHarmless(name) ? undefined : evidence({ name, value, mounted: false }),
    )
  for (const [name, value] of from.includes('env') ? Object.entries(env) : [])
    if (value !== undefined) judgeVariable(name, 'environment', value)
  // Nobody is given what they hold: it is only kept silent, so it does no harm in production.
  const dotenv = dotenvFamily(from.includes('.env') && { inProduction: true }, env.NODE_ENV)
  for (const name of dotenv.names()) {
    const { value, path } = dotenv.get(name)!
    judgeVariable(name, path, value)
  }
  for (const file of from.includes('mounts') ? mountedFiles(mountedAt(options), new Set(include)) : []) {
    const { name, path } = file
    if ('unread' in file) {
      wanted.delete(name)
      leftOut.push({ name, origin: path, reason: file.unread })
    } else {
      const text = fileText(file.bytes)
      judge(name, path, text ?? file.bytes, () =>
        text === undefined ? binaryEvidence(file.bytes) : evidence({ name, value: text, mounted: true }),
      )
    }
  }
  for (const name of wanted)
    leftOut.push({ name, origin: 'nowhere', reason: 'it is included, but not there' })
  return { registered, leftOut, toString: () => inWords(registered, leftOut) }
}

/** Keystores and raw keys; a certificate in DER is for everyone to read. */
function binaryEvidence(bytes: Uint8Array): Evidence | undefined {
  try {
    new X509Certificate(bytes)
    return undefined
  } catch {
    return { why: 'it is binary, and mounted with secrets', secrets: [bytes] }
  }
}

function inWords(registered: readonly Discovered[], leftOut: readonly PassedOver[]): string {
  const lines = [`${registered.length} redacted (leave one alone with exclude):`]
  for (const { name, origin, why } of registered) lines.push(`  ${name} (${origin}): ${why}`)
  lines.push(`${leftOut.length} left out (register one all the same with include):`)
  for (const { name, origin, reason } of leftOut) lines.push(`  ${name} (${origin}): ${reason}`)
  return lines.join('\n')
}
