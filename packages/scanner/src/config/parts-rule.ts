import { type Alphabet, type EndCheck, endChecks, endChecksum } from '@tacet/core'
import {
  anyOf,
  type Confidence,
  type Context,
  chars,
  check,
  defineRule,
  oneOf,
  optional,
  type Parts,
  type Rule,
  type Severity,
  secret,
  seededRandom,
  sequence,
  type TokenRule,
} from '@tacet/rules'

/** A piece of a credential, as JSON says it. */
export type PartData =
  | string
  | { readonly chars: Alphabet; readonly length?: number; readonly min?: number; readonly max?: number }
  | { readonly anyOf: string; readonly length?: number; readonly min?: number; readonly max?: number }
  | { readonly oneOf: readonly (readonly PartData[])[] }
  | { readonly optional: readonly PartData[] }
  | { readonly secret: readonly PartData[] }

/** A rule of a user's own in the form of the rules of `@tacet/rules`: plain data. */
export interface PartsRule {
  readonly id: string
  readonly title: string
  readonly provider?: string
  readonly severity?: Severity
  readonly confidence?: Confidence
  readonly reference?: string
  readonly revoke?: string
  readonly parts: readonly PartData[]
  readonly context?: Context
  /** What ends the credential, behind its parts. */
  readonly checksum?: { readonly algorithm: EndCheck; readonly after?: string; readonly strict?: boolean }
  /** Texts in which it finds something, `auto` for a sample of its parts; and in which it does not. */
  readonly examples?: readonly string[]
  readonly nonExamples?: readonly string[]
}

/** A piece that cannot be built: the message says why. */
export class PartError extends Error {
  override readonly name = 'PartError'
}

const LONGEST = 4096
/** So many texts of its parts are made to see what it may begin with. */
const TRIES = 64

/**
 * The rule that the data describe.
 *
 * @throws PartError, TypeError when nothing in it can be searched for
 */
export function partsRule({
  parts,
  provider = 'custom',
  severity = 'high',
  confidence = 'high',
  checksum,
  examples,
  nonExamples,
  ...text
}: PartsRule): Rule {
  const own = { ...text, provider, severity, nearMisses: [cut] as const }
  const rule = defineRule({ ...own, ...(checksum ? checked(parts, checksum) : { parts: built(parts) }) })
  if (rule.longest > LONGEST) throw new PartError(`it may be longer than ${LONGEST} characters`)
  if (confidence === 'high') return rule
  // Where nothing casts doubt on it, it is as sure as its author says.
  const judge: Rule['judge'] = (candidate) => {
    const judged = rule.judge(candidate)
    return judged.confidence === 'high' ? { ...judged, confidence } : judged
  }
  return Object.defineProperty(rule, 'judge', { value: judge })
}

function checked(
  parts: readonly PartData[],
  { algorithm, after = '', strict = false }: NonNullable<PartsRule['checksum']>,
): Pick<TokenRule, 'parts' | 'checksum' | 'strict'> {
  if (JSON.stringify(parts).includes('{"secret":')) {
    throw new PartError('a checksum is of the whole credential: it has no part that is the secret')
  }
  const body = sequence(built(parts))
  const random = seededRandom(1)
  if (!Array.from({ length: TRIES }, () => body.sample(random)).some((text) => text.startsWith(after))) {
    throw new PartError(
      `nothing of these parts begins with ${JSON.stringify(after)}: the checksum never holds`,
    )
  }
  const { alphabet, length } = endChecks[algorithm]
  return {
    parts: [body, check(chars(alphabet, length))],
    checksum: endChecksum(algorithm, after),
    strict,
  }
}

/** A shorter text is another. */
const cut = (sample: string): string => sample.slice(0, Math.floor(sample.length / 2))

const built = (parts: readonly PartData[]): Parts => parts.map(part)

function part(data: PartData): Parts {
  if (typeof data === 'string') return data
  if ('oneOf' in data) {
    const [first, second, ...rest] = data.oneOf.map(built)
    if (first === undefined || second === undefined)
      throw new PartError('oneOf needs two lists of parts or more')
    return oneOf(first, second, ...rest)
  }
  if ('optional' in data) return optional(...data.optional.map(part))
  if ('secret' in data) return secret(...data.secret.map(part))
  const { length, min = length ?? 1, max = length ?? min } = data
  if (length !== undefined && (data.min !== undefined || data.max !== undefined)) {
    throw new PartError('a run has either a length, or a min and a max')
  }
  if (max < 1 || min > max) throw new PartError(`a run of ${min} to ${max} characters is none`)
  if ('chars' in data) return chars(data.chars, min, max)
  if (new Set(data.anyOf).size < data.anyOf.length) throw new PartError('anyOf has a character twice')
  return anyOf(data.anyOf, min, max)
}
