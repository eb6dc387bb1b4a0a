/** Thrown by the parsers here only, so that its message is known to hold no value. */
export class InvalidValue extends Error {}

export interface NumberOptions {
  readonly min?: number
  readonly max?: number
  readonly integer?: boolean
}

/**
 * For `parse`: a finite decimal number, without white space around it.
 *
 * @param options inclusive bounds
 */
export function number({ min, max, integer = false }: NumberOptions = {}): (value: string) => number {
  const bounds = [min !== undefined && `at least ${min}`, max !== undefined && `at most ${max}`].filter(
    Boolean,
  )
  const wanted = [integer ? 'it has to be an integer' : 'it has to be a number', ...bounds].join(', ')
  return (value) => {
    const parsed = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(value) ? Number(value) : Number.NaN
    const isInside = parsed >= (min ?? -Number.MAX_VALUE) && parsed <= (max ?? Number.MAX_VALUE)
    if (!isInside || (integer && !Number.isSafeInteger(parsed))) throw new InvalidValue(wanted)
    return parsed
  }
}

export interface UrlOptions {
  /** Without the colon: `['postgres', 'postgresql']`. */
  readonly protocols?: readonly string[]
}

/** For `parse`: an absolute URL. */
export function url({ protocols }: UrlOptions = {}): (value: string) => URL {
  return (value) => {
    if (!URL.canParse(value)) throw new InvalidValue('it has to be an absolute URL')
    const parsed = new URL(value)
    if (protocols && !protocols.includes(parsed.protocol.slice(0, -1)))
      throw new InvalidValue(`the protocol of its URL has to be ${protocols.join(' or ')}`)
    return parsed
  }
}

/**
 * For `parse`: JSON, such as the key of a service account. Not checked beyond that; for this, use a schema.
 *
 * @param keys that it has to have: with them, it has to be an object
 */
export function json<T = unknown>(...keys: readonly string[]): (value: string) => T {
  return (value) => {
    const parsed = parseJson(value)
    if (keys.length === 0) return parsed as T
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
      throw new InvalidValue('it has to be a JSON object')
    const lacking = keys.filter((key) => !Object.hasOwn(parsed, key))
    if (lacking.length > 0) throw new InvalidValue(`its JSON lacks ${lacking.join(', ')}`)
    return parsed as T
  }
}

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    // The message of the original quotes the text.
    throw new InvalidValue('it has to be JSON')
  }
}
