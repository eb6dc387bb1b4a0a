import type { Definition, Found, Look, Problem } from './definition.ts'
import { SecretsUsageError } from './errors.ts'
import { parseValue } from './parse.ts'
import { type ReadOptions, type Surroundings, surroundings } from './sources/surroundings.ts'
import { standIn } from './stand-in.ts'

export type Definitions = Readonly<Record<string, Definition>>

/** What became of one secret. `found` is as it was read; `value` is what the application gets. */
export type Outcome =
  | { readonly status: 'found'; readonly found: Found; readonly value: unknown }
  | { readonly status: 'default'; readonly value: unknown }
  /** It is optional, and nowhere. */
  | { readonly status: 'absent' }
  /** With what was read, when something was. */
  | { readonly status: 'failed'; readonly problem: Problem; readonly found?: Found }

export interface Reading {
  /** In the object of definitions. */
  readonly key: string
  readonly definition: Definition
  readonly outcome: Outcome
  readonly lookedIn: readonly string[]
  /** Other places that hold a different value under the same name, which is not used. */
  readonly conflicts: readonly string[]
}

export interface ReadResult {
  readonly readings: readonly Reading[]
  /** The paths of the `.env` files that were read. */
  readonly dotenvFiles: readonly string[]
}

/** What no secret can have as its key: methods that what is loaded has, or may come to have. */
export const reservedKeys: ReadonlySet<string> = new Set(['reload', 'onRotate', 'on', 'close', 'then'])

/**
 * Reads the secrets and checks them: registers nothing, warns of nothing, and does not throw for what is missing.
 *
 * @throws {SecretsUsageError} for a key that is taken, or what is no definition
 */
export function readSecrets(definitions: Definitions, options: ReadOptions = {}): ReadResult {
  const around = surroundings(options)
  const readings = Object.keys(definitions).map((key) => {
    const definition = definitions[key]
    if (reservedKeys.has(key)) {
      throw new SecretsUsageError(
        `A secret cannot have the key ${key}, which is a method: choose another key.`,
      )
    }
    if (typeof definition?.find !== 'function') {
      // Such as process.env.NAME, so it is not shown.
      throw new SecretsUsageError(`The secret ${key} is not declared: give it env('NAME') or file('name').`)
    }
    const look = definition.find(around)
    const { lookedIn, conflicts } = look
    return { key, definition, lookedIn, conflicts, outcome: outcomeOf(definition, look, around) }
  })
  return { readings, dotenvFiles: around.dotenv.refused ? [] : around.dotenv.files }
}

function outcomeOf(definition: Definition, { found, problem }: Look, { production }: Surroundings): Outcome {
  const { name, options } = definition
  const placeholder = (where: string): Problem => ({
    name,
    kind: 'placeholder',
    where: `${where}, which is refused while NODE_ENV is production`,
    remedy: 'Give it the real value.',
  })
  if (!found) {
    if (problem?.kind !== 'missing' && problem?.kind !== 'empty')
      return { status: 'failed', problem: problem! }
    if (options.default !== undefined) {
      const reason = production && typeof options.default === 'string' && standIn(name, options.default)
      return reason
        ? { status: 'failed', problem: placeholder(`its default ${reason}`) }
        : { status: 'default', value: options.default }
    }
    const isThere = definition.kind === 'file' && problem.kind === 'empty'
    return options.optional && !isThere ? { status: 'absent' } : { status: 'failed', problem }
  }
  const reason = production && !options.oneOf && standIn(name, found.raw)
  if (reason)
    return { status: 'failed', found, problem: placeholder(`the value in ${found.origin} ${reason}`) }
  const result = parseValue(found.raw, options)
  if ('value' in result) return { status: 'found', found, value: result.value }
  const where = `from ${found.origin}; ${result.invalid}`
  return { status: 'failed', found, problem: { name, kind: 'invalid', where, remedy: '' } }
}
