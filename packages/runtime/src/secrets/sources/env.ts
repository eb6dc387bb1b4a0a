import type {
  Definition,
  DefinitionOptions,
  Found,
  Given,
  Look,
  Parse,
  Problem,
  ValueOf,
} from '../definition.ts'
import { nearest } from '../nearest.ts'
import { Secret } from '../secret.ts'
import { conflictsOf, fromSources, sourceFailure } from './others.ts'
import { pathIn, type Surroundings } from './surroundings.ts'

export interface EnvOptions extends DefinitionOptions {
  /** Whether the service can do without: the secret is undefined then. */
  readonly optional?: boolean
  /** What it is when it is nowhere. It stands in the code, so it is no secret and not redacted. */
  readonly default?: unknown
  /** The only values it may have. As they stand in the code, they are no secrets and not redacted. */
  readonly oneOf?: readonly string[]
  /** Turns the text into what the application needs. */
  readonly parse?: Parse<string>
}

type EnvValue<O> = ValueOf<O, string> | (O extends { readonly default: infer D } ? D : never)

/**
 * A secret in an environment variable; or else in one of the other sources, or in a `.env` file. An empty variable
 * counts as missing.
 */
export function env<const O extends EnvOptions = EnvOptions>(
  name: string,
  options?: O,
): Definition<Given<Secret<EnvValue<O>>, O>> {
  return {
    name,
    kind: 'variable',
    options: options ?? {},
    find: (surroundings) => find(name, surroundings),
    wrap: (value) => new Secret(name, value as EnvValue<O>),
  }
}

function find(name: string, surroundings: Surroundings): Look {
  const value = surroundings.env[name]
  const local = surroundings.dotenv.get(name)
  const others = fromSources(name, surroundings)
  const failure = others.failed && sourceFailure(name, others.failed)
  const candidates: Found[] = []
  if (value) candidates.push({ raw: value, origin: 'the environment' })
  if (others.found.length > 0) candidates.push(...others.found)
  if (local) candidates.push({ raw: local.value, origin: local.path })
  const lookedIn = surroundings.placesOf(value)
  const [found] = candidates
  const conflicts = conflictsOf(name, candidates, surroundings)
  // A source that fails may have the value that was meant, but only where nothing before it has one.
  if (!value && failure) return { lookedIn, problem: failure, conflicts }
  if (found) return { lookedIn, found, conflicts }
  return { lookedIn, problem: problem(name, value, lookedIn, surroundings), conflicts }
}

function problem(
  name: string,
  value: string | undefined,
  lookedIn: readonly string[],
  { env, root, dotenv, mounted }: Surroundings,
): Problem {
  return {
    name,
    kind: value === '' ? 'empty' : 'missing',
    where: `looked in ${lookedIn.join(', ')}`,
    remedy: remedy(),
  }

  function remedy(): string {
    if (mounted()?.has(name)) return `There is a file ${pathIn(root, name)}: read it with file('${name}').`
    if (dotenv.refused)
      return `${dotenv.files.join(', ')} is not read in production, unless dotenv.inProduction is set.`
    const similar = nearest(name, [...Object.keys(env).filter((key) => env[key]), ...dotenv.names()])
    return similar ? `Did you mean ${similar}, which is set?` : ''
  }
}
