import { defaultRegistry, type Registration, type Registry } from '../registry.ts'
import type { Secret, SecretValue } from './secret.ts'
import type { Missing, Source } from './sources/source.ts'

/** Where secrets are mounted unless something else is said. */
const MOUNTED_AT = '/mnt/secrets'

export interface LoadOptions {
  /** The folder of mounted secrets. `TACET_SECRETS_DIR`, or else `/mnt/secrets`, unless given. */
  readonly root?: string
  /** The environment. `process.env` unless given. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Where the secrets are registered. The default registry unless given. */
  readonly registry?: Registry
}

type Sources = Readonly<Record<string, Source<Secret<SecretValue> | undefined>>>

/** What `loadSecrets` returns for its sources. */
export type Secrets<S extends Sources> = { readonly [K in keyof S]: S[K] extends Source<infer T> ? T : never }

/** Secrets that were asked for are not there. Lists every one; holds no value. */
export class SecretsError extends Error {
  readonly code = 'TACET_SECRETS_MISSING'
  readonly missing: readonly Missing[]

  constructor(missing: readonly Missing[]) {
    const lines = missing.map(({ name, where, remedy }) => `  ${name}: looked for ${where}. ${remedy}`)
    const count = missing.length === 1 ? '1 secret is missing' : `${missing.length} secrets are missing`
    super(`${count}:\n${lines.join('\n')}`, {
      cause: missing.find(({ cause }) => cause !== undefined)?.cause,
    })
    this.name = 'SecretsError'
    this.missing = missing
  }
}

/**
 * Reads secrets once, at start-up, and registers each, so that it is redacted from then on:
 * `loadSecrets({ databaseUrl: env('DATABASE_URL'), tlsKey: file('tls.key') })`.
 *
 * A value that cannot be redacted (too short, a common word) is loaded all the same, with a process warning that says
 * so, code `TACET_NOT_REDACTED`.
 *
 * @throws {SecretsError} when any is missing; it names all of them. Those that were found are registered even so.
 */
export function loadSecrets<const S extends Sources>(sources: S, options: LoadOptions = {}): Secrets<S> {
  const { env = process.env, registry = defaultRegistry } = options
  const root = options.root ?? (env.TACET_SECRETS_DIR || MOUNTED_AT)
  const secrets: Record<string, Secret<SecretValue> | undefined> = {}
  const missing: Missing[] = []
  for (const [key, source] of Object.entries(sources)) {
    const reading = source.read({ env, root })
    if ('missing' in reading) missing.push(reading.missing)
    else secrets[key] = reading.secret
    if ('secret' in reading && reading.secret)
      warnIfRefused(registry.add(reading.secret.name, reading.secret))
  }
  if (missing.length > 0) throw new SecretsError(missing)
  return Object.freeze(secrets) as Secrets<S>
}

function warnIfRefused({ name, registered, reason }: Registration): void {
  if (registered) return
  process.emitWarning(`${name} is not redacted: ${reason}.`, {
    code: 'TACET_NOT_REDACTED',
    detail: 'Use a longer, random value; or add it to the registry with a smaller minLength.',
  })
}
