import { defaultRegistry, type Registry } from '../registry.ts'

export interface ScrubOptions {
  /** The environment to delete from. `process.env` unless given. */
  readonly env?: Record<string, string | undefined>
  /** Whose secrets are looked for when no names are given. The default registry unless given. */
  readonly registry?: Registry
}

/**
 * Deletes secrets from the environment once they are loaded, so that child processes and workers started from then on
 * do not inherit them, and diagnostic reports do not list them. What was loaded keeps its values, also on
 * rotation.
 *
 * Nothing is left for others who read the environment later, such as an SDK: scrub after they are set up. The kernel
 * keeps what the process was started with, in `/proc/<pid>/environ`.
 *
 * @param names of variables; without it, every variable that is named as a secret is which was given to the registry,
 *   and every one whose value holds a registered secret in some form
 * @returns the names of the variables that were there and are deleted
 */
export function scrubEnvironment(names?: readonly string[], options: ScrubOptions = {}): string[] {
  const { env = process.env, registry = defaultRegistry } = options
  const scrubbed = names ? names.filter((name) => env[name] !== undefined) : secretVariables(env, registry)
  for (const name of scrubbed) delete env[name]
  return scrubbed
}

function secretVariables(env: Record<string, string | undefined>, registry: Registry): string[] {
  // Those that were refused, for being short, are secret all the same.
  const given = new Set(registry.registrations().map(({ name }) => name))
  const matcher = registry.matcher()
  return Object.keys(env).filter((name) => {
    const value = env[name]
    return value !== undefined && (given.has(name) || matcher.test(value))
  })
}
