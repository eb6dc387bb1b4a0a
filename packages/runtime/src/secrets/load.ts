import { defaultRegistry, type Registration, type Registry } from '../registry.ts'
import { SecretsError } from './errors.ts'
import { gitProblems } from './git.ts'
import type { Definitions, Reading } from './read.ts'
import { beginLoading } from './rotate/loaded.ts'
import type { Rotating } from './rotate/rotation.ts'
import type { RotateOptions } from './rotate/watcher.ts'
import type { Secret } from './secret.ts'
import type { ReadOptions } from './sources/surroundings.ts'

export interface LoadOptions extends ReadOptions {
  /** Where the secrets are registered. The default registry unless given. */
  readonly registry?: Registry
  /**
   * Whether to watch for new values from the start, and how. Without it, that begins with the first `onRotate`, if
   * there is one.
   */
  readonly rotate?: boolean | RotateOptions
}

/** What `loadSecrets` returns for its definitions. */
export type Secrets<D extends Definitions> = {
  readonly [K in keyof D]: ReturnType<D[K]['wrap']>
}

/**
 * Reads secrets once, at start-up, and registers each, so that it is redacted from then on:
 * `loadSecrets({ databaseUrl: env('DATABASE_URL'), tlsKey: file('tls.key') })`.
 *
 * Warns, with process warnings that never tell a value: of one that cannot be redacted (too short, a common word;
 * `TACET_NOT_REDACTED`), of a name with different values in two places (`TACET_SECRET_CONFLICT`), and of `.env` files
 * that Git tracks or does not ignore (`TACET_DOTENV_IN_GIT`).
 *
 * @throws {SecretsError} when any is missing or refused; it names all of them. What was read is registered even so.
 * @throws {SecretsUsageError} for a key that is the name of a method
 * @throws {SecretsUnstableError} when mounted files are replaced again and again while they are read
 */
export function loadSecrets<const D extends Definitions>(
  definitions: D,
  { registry = defaultRegistry, rotate, ...options }: LoadOptions = {},
): Secrets<D> & Rotating<keyof D & string> {
  const { readings, dotenvFiles, rotating } = beginLoading(definitions, options)
  const register = (all: readonly Reading[]): void => registerReadings(all, registry)
  register(readings)
  for (const text of gitProblems(dotenvFiles)) process.emitWarning(text, { code: 'TACET_DOTENV_IN_GIT' })
  refuse(readings)
  const secrets = Object.fromEntries(readings.map((reading) => [reading.key, wrapped(reading)]))
  const methods = rotating(secrets, { register, refuse }, rotate === true ? {} : rotate || undefined)
  for (const [name, value] of Object.entries(methods)) Object.defineProperty(secrets, name, { value })
  return Object.freeze(secrets) as Secrets<D> & Rotating<keyof D & string>
}

function refuse(readings: readonly Reading[]): void {
  const problems = readings.flatMap(({ outcome }) => (outcome.status === 'failed' ? [outcome.problem] : []))
  if (problems.length > 0) throw new SecretsError(problems)
}

/** Makes everything that was read secret, refused values too, and what a parse function made of them. */
export function registerReadings(readings: readonly Reading[], registry: Registry): void {
  for (const { definition, outcome, conflicts } of readings) {
    const { name, options } = definition
    const found = 'found' in outcome ? outcome.found : undefined
    if (!found) continue
    for (const origin of conflicts) {
      process.emitWarning(
        `${name} has different values in ${found.origin} and ${origin}: the first is used.`,
        {
          code: 'TACET_SECRET_CONFLICT',
        },
      )
    }
    if (options.oneOf) continue
    const whole = registry.add(name, found.raw)
    const derived = outcome.status === 'found' ? derivedValue(outcome.value) : undefined
    const part = derived === undefined || derived === found.raw ? whole : registry.add(name, derived)
    if (!whole.registered) warnOfRefused(whole)
    else if (!part.registered) warnOfRefused(part)
  }
}

/**
 * What is secret in what a parse function returned: text and bytes as they are, an object as JSON, whose secret fields
 * the registry knows how to find.
 */
function derivedValue(value: unknown): string | Uint8Array | undefined {
  if (typeof value === 'string' || value instanceof Uint8Array) return value.length > 0 ? value : undefined
  if (typeof value !== 'object' || value === null) return undefined
  if (value instanceof URL) return value.href
  try {
    const text: string | undefined = JSON.stringify(value)
    // An object with nothing to show, such as a KeyObject.
    return text === '{}' || text === '[]' ? undefined : text
  } catch {
    return undefined
  }
}

function wrapped({ definition, outcome }: Reading): Secret<unknown> | undefined {
  if (outcome.status === 'found') return definition.wrap(outcome.value, outcome.found.path)
  return outcome.status === 'default' ? definition.wrap(outcome.value, undefined) : undefined
}

function warnOfRefused({ name, reason }: Registration): void {
  process.emitWarning(`${name} is not redacted: ${reason}.`, {
    code: 'TACET_NOT_REDACTED',
    detail: 'Use a longer, random value; or add it to the registry with a smaller minLength.',
  })
}
