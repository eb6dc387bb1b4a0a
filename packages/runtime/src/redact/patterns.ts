import { providerRules, type Rule } from '@tacet/rules'
import { defaultRegistry, type Registry } from '../registry.ts'
import { recogniser, SHORTEST_LITERAL } from './recogniser.ts'

export interface RedactPatternsOptions {
  /** The registry that redacts them from now on. The default one unless given. */
  readonly registry?: Registry
  /** Ids of rules whose tokens stay, such as `google-api-key` for keys that are made to be shown to browsers. */
  readonly except?: readonly string[]
}

/**
 * Makes a registry also redact the tokens of known providers that nobody registered: those that a literal of at
 * least four characters and their form tell from anything else. The placeholder, and the event, name the rule:
 * `[REDACTED:github-personal-access-token]`; the event's form is `pattern`.
 *
 * It counts wherever a text, a value, a log line, a header or a body in one piece is redacted, and not in streams:
 * there is no saying where such a token ends until the next chunk comes. Calling it again replaces what was asked
 * before.
 *
 * @throws TypeError for an id in `except` that no such rule has
 */
export function redactPatterns({
  registry = defaultRegistry,
  except = [],
}: RedactPatternsOptions = {}): void {
  const known = providerRules.filter(isDistinctive)
  const unknown = except.filter((id) => !known.some((rule) => rule.id === id))
  if (unknown.length > 0) throw new TypeError(`No pattern is called ${unknown.join(', ')}.`)
  registry.recognise(recogniser(known.filter(({ id }) => !except.includes(id))))
}

function isDistinctive({ literals = [] }: Rule): boolean {
  return literals.length > 0 && literals.every((literal) => literal.length >= SHORTEST_LITERAL)
}
