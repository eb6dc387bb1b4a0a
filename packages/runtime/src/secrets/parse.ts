import type { StandardSchemaV1 } from '@standard-schema/spec'
import type { DefinitionOptions, Parse } from './definition.ts'
import { InvalidValue } from './parsers.ts'
import type { SecretValue } from './secret.ts'

/** Either the value that the application gets, or which check failed, in words without the value. */
export type ParseResult = { readonly value: unknown } | { readonly invalid: string }

/** Runs the checks of a definition over what was read. */
export function parseValue(raw: SecretValue, { oneOf, parse }: DefinitionOptions): ParseResult {
  if (oneOf && !oneOf.includes(raw as string)) {
    return { invalid: `it has to be one of ${oneOf.map((value) => `'${value}'`).join(', ')}` }
  }
  if (!parse) return { value: raw }
  try {
    const result = isSchema(parse)
      ? bySchema(raw, parse)
      : { value: (parse as (value: unknown) => unknown)(raw) }
    if ('value' in result && isThenable(result.value)) return { invalid: abandoned(result.value) }
    return result
  } catch (error) {
    // What others throw may quote the value.
    return { invalid: error instanceof InvalidValue ? error.message : 'its parse function threw' }
  }
}

function bySchema(raw: SecretValue, schema: StandardSchemaV1): ParseResult {
  const result = schema['~standard'].validate(raw)
  if (isThenable(result)) return { invalid: abandoned(result) }
  if (!result.issues) return { value: result.value }
  const quoted = typeof raw === 'string' ? raw : Buffer.from(raw).toString('latin1')
  const issues = result.issues.slice(0, 5).map((issue) => issueText(issue, quoted))
  const more = result.issues.length > issues.length ? ` and ${result.issues.length - issues.length} more` : ''
  return { invalid: `its schema refused it (${schema['~standard'].vendor}: ${issues.join('; ')}${more})` }
}

/** The code and the place of an issue. Its message is left out: many quote what they were given. */
function issueText(issue: StandardSchemaV1.Issue, raw: string): string {
  const vendors = issue as StandardSchemaV1.Issue & { readonly code?: unknown; readonly type?: unknown }
  const code = plain(vendors.code ?? vendors.type, raw) ?? 'invalid'
  // Not with map: a vendor's path may be a class of its own, which map would make more of.
  const path = Array.from(issue.path ?? [], (segment) =>
    typeof segment === 'object' ? segment.key : segment,
  )
  const place = path.map((key) => (typeof key === 'number' ? String(key) : (plain(key) ?? '…'))).join('.')
  return place ? `${code} at ${place}` : code
}

/**
 * A word as people write it into a schema, or undefined. A key of a record may itself be secret, and a code of
 * somebody's own may be made of the value.
 */
function plain(word: unknown, raw = ''): string | undefined {
  return typeof word === 'string' &&
    /^[a-z]+(?:[_-]?[a-z]+){0,5}$/i.test(word) &&
    word.length <= 32 &&
    !raw.includes(word)
    ? word
    : undefined
}

function isSchema(parse: Parse<never>): parse is StandardSchemaV1 {
  return '~standard' in parse
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}

/** Its rejection would end the process, with the value in the message perhaps. */
function abandoned(promise: PromiseLike<unknown>): string {
  promise.then(undefined, () => {})
  return 'its check is asynchronous, and secrets are loaded synchronously: use one that returns at once'
}
