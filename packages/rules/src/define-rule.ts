import { type Checksum, entropy, placeholder, randomness } from '@tacet/core'
import { searchedSource, tokenSource } from './boundary.ts'
import { type Context, defaultReach, isNear, labelOf, labelReach, leadIn } from './context.ts'
import { derivedNearMisses, type NearMiss } from './near-misses.ts'
import { once } from './once.ts'
import { type Part, type Parts, sequence } from './parts.ts'
import type { Candidate, Confidence, Judgement, Random, Rule, Run, Severity, Span } from './rule.ts'

/** What every rule says of itself. */
export interface RuleText {
  /** Kebab case, unique. */
  readonly id: string
  readonly title: string
  /** Whose credential it is, as the reader knows it: `GitHub`. */
  readonly provider: string
  readonly severity: Severity
  /** The vendor's page that describes the credential, https. */
  readonly reference?: string
  /** The page on which it can be revoked, https. */
  readonly revoke?: string
  /** Ids of the rules of what belongs to it, as the key id belongs to a secret key. */
  readonly companions?: readonly string[]
}

/** A credential that is a token of a known form. */
export interface TokenRule extends RuleText {
  readonly parts: Parts
  /** A check inside the token: where it holds the finding is sure, where it fails the finding is doubtful. */
  readonly checksum?: Checksum
  /** A token whose check fails is none: only where the vendor documents the check. */
  readonly strict?: boolean
  /** Words that must stand near. With a label, the token has no form of its own and its name must say secret. */
  readonly context?: Context
  /** What the token never is, though its form allows it. Linear. */
  readonly never?: RegExp
  /** Texts made from a sample that are no such credential: at least one, besides those that derive from the parts. */
  readonly nearMisses: readonly [NearMiss, ...NearMiss[]]
}

/** A credential that takes code to recognise. The pattern must be bounded; see `Rule` for the numbers. */
export interface CustomRule extends RuleText {
  readonly pattern: RegExp
  readonly keywords: readonly string[]
  readonly follows?: readonly Run[]
  readonly within?: (match: string) => readonly Span[]
  readonly files?: readonly [string, ...string[]]
  readonly longest: number
  readonly before: number
  readonly contextReach?: number
  readonly judge: (candidate: Candidate) => Judgement
  readonly sample: (random: Random) => string
  readonly nearMisses: readonly [NearMiss, ...NearMiss[]]
}

const ladder: readonly Confidence[] = ['low', 'medium', 'high', 'very-high']

/** So many steps down from a confidence, not below `low`. */
export function lowered(confidence: Confidence, steps: number): Confidence {
  return ladder[Math.max(0, ladder.indexOf(confidence) - steps)]!
}

/** No secret, for this reason. */
export const dismissed = (reason: string): Judgement => ({ confidence: 'none', reasons: [reason] })

// A random text of n characters out of an alphabet of a has close to log2(min(n, a)) bits a character. Less than
// this share of it, no random text of sixteen characters or more has in practice; words and patterns do.
const leastEntropyShare = 0.62

function isRegular(runs: readonly string[], alphabetSize: number): boolean {
  const long = runs.filter((run) => run.length > 3)
  if (long.length > 0 && long.every((run) => run === run[0]!.repeat(run.length))) return true
  const body = runs.join('')
  if (body.length < 12) return false
  const size = /^[\da-f]+$/i.test(body) ? 16 : alphabetSize
  return entropy(body) < leastEntropyShare * Math.log2(Math.min(body.length, size))
}

/** The judgement of a token of a known form; `runs` are what is random in it, of an alphabet of so many characters. */
function judgeToken(rule: TokenRule, runs: readonly string[], size: number, candidate: Candidate): Judgement {
  const { checksum, context } = rule
  const body = runs.join('')
  if (context && !isNear(context, candidate)) return dismissed('nothing near names the provider')
  // The cheapest first: of a hostile text, every unit may begin a token.
  if (isRegular(runs, size)) return dismissed('too regular to be random')
  if (rule.never?.test(body)) return dismissed('something else of the same form')
  const filler = placeholder(body)
  if (filler?.effect === 'drop') return dismissed(filler.reason)
  if (context?.label && randomness(body) < 0.2) return dismissed('reads like words')
  const label = context?.label ? labelOf(candidate, context) : ''
  if (context?.label && !label) return dismissed('no name near says secret')
  // A token that is known by its form is one in any company: a name or a host near it can only cast doubt.
  const where = { path: candidate.path, line: lineOf(candidate) }
  const place = placeholder('', context?.label ? { ...where, name: label } : where)
  if (context?.label && place?.effect === 'drop') return dismissed(place.reason)
  const doubt = filler ?? place
  const verdict = checksum?.verify(candidate.secret) ?? 'unknown'
  if (rule.strict && verdict === 'invalid') return dismissed('its checksum fails')
  // Its name, or else its line, says whose it is.
  const namer = `${label} ${where.line}`.toLowerCase()
  const named = context?.label === undefined || context.words.some((word) => namer.includes(word))
  const base = verdict === 'valid' ? 'very-high' : verdict === 'invalid' || !named ? 'medium' : 'high'
  const reasons = [
    ...(verdict === 'valid' ? ['its checksum holds'] : []),
    ...(verdict === 'invalid' ? ['its checksum fails'] : []),
    context?.label ? 'a name near says what it is' : 'has the form of its kind',
    ...(doubt ? [doubt.reason] : []),
  ]
  return { confidence: lowered(base, doubt ? 1 : 0), reasons }
}

function lineOf({ text, start, end }: Candidate): string {
  const until = text.indexOf('\n', end)
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, until < 0 ? undefined : until)
}

/** The runs of random characters of a token. */
function runsOf(part: Part): (token: string) => readonly string[] {
  const pattern = once(() => new RegExp(`^${part.capturing}$`))
  return (token) => (pattern().exec(token)?.slice(1) ?? [token]).filter(Boolean)
}

function sampleOf(part: Part, checksum: Checksum | undefined, random: Random): string {
  if (!checksum) return part.sample(random)
  const whole = new RegExp(`^${part.source}$`)
  let token = checksum.append(part.sample(random))
  // A check may come out with a character that is not used: then vendors draw anew.
  for (let tries = 0; tries < 100 && !whole.test(token); tries++) token = checksum.append(part.sample(random))
  return token
}

/**
 * The rule of a token that has a known form: pattern, keywords, samples and lengths derive from its parts.
 *
 * @throws TypeError when no literal of three characters can lead to the token and no context word is given.
 */
export function defineRule(rule: TokenRule): Rule {
  const { parts, context, checksum, strict, never, nearMisses, ...text } = rule
  const part = sequence(parts)
  const secretPart = part.secret ?? part
  const runs = runsOf(secretPart)
  const words = context?.words ?? part.anchor?.words
  if (!words)
    throw new TypeError(`The rule ${rule.id} has no literal of three characters: give it context words.`)
  const keywords = [...new Set(words.map((word) => word.toLowerCase()))]
  const reach = context
    ? (context.reach ?? defaultReach) + Math.max(...keywords.map((word) => word.length))
    : 0
  const lead = context ? (context.label ? `${context.label}=` : `${keywords[0]!.toUpperCase()}_KEY=`) : ''
  // Compiled when first asked for: most runs need few of the patterns, and none of the near misses.
  const pattern = once(() => {
    const source = tokenSource(part)
    if (!context) return new RegExp(source, 'dg')
    return new RegExp(leadIn(context, source) + (part.secret ? source : `(?<secret>${source})`), 'dg')
  })
  const allNearMisses = once(() => [...nearMisses, ...derivedNearMisses(part)])
  return {
    ...text,
    keywords,
    ...(context ? {} : { literals: words, follows: [part.anchor!.follows] }),
    get pattern() {
      return pattern()
    },
    get token() {
      return context && searchedSource(part)
    },
    longest: part.max + reach,
    before: context ? part.max + reach : part.anchor!.before,
    contextReach: Math.max(reach, labelReach + 40),
    judge: (candidate) => judgeToken(rule, runs(candidate.secret), secretPart.characters.length, candidate),
    sample: (random) => lead + sampleOf(part, checksum, random),
    get nearMisses() {
      return allNearMisses()
    },
  }
}

/** The rules of one provider, made when they are first asked for: few scans have a use for those of most. */
export function defineRules(
  provider: string,
  rules: () => readonly Omit<TokenRule, 'provider'>[],
): () => readonly Rule[] {
  return once(() => rules().map((rule) => defineRule({ ...rule, provider })))
}

/** A rule whose pattern, samples and judgement are written out, for what no token form describes. */
export function custom({ contextReach = labelReach + 40, pattern, ...rule }: CustomRule): Rule {
  return { ...rule, contextReach, pattern: new RegExp(pattern.source, 'dg') }
}
