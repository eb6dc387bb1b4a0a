import { type Matcher, matcher, type SecretForm, secretForms } from '@tacet/core'
import { refusal, SHORTEST } from './registry/acceptance.ts'
import { eventSource } from './registry/event-source.ts'
import {
  type RedactionCount,
  type RedactionEvent,
  type RegistryEvents,
  redactionCounter,
  type WithheldEvent,
} from './registry/events.ts'
import { literal, Placeholders, placeholderFor, withoutOuterStars } from './registry/placeholder.ts'
import { type Recogniser, recognisedIndex, type WholeMatcher, withRecognised } from './registry/recognised.ts'
import { Accepted, type LookedFor, type Registration, Registrations } from './registry/registration.ts'
import { viewWithout } from './registry/without.ts'
import { heldValue, Secret, type SecretValue } from './secrets/secret.ts'

export type { RedactionCount, RedactionEvent, WithheldEvent } from './registry/events.ts'
export type { Registration } from './registry/registration.ts'

export interface RegistryOptions {
  /** Values shorter than this are refused, in UTF-16 units (bytes for bytes). 6 unless told. */
  readonly minLength?: number
}

/** The live set of secrets. Redaction asks it each time, so that a secret counts from the moment it is added. */
export interface Registry {
  /** How many names have a value that is redacted. */
  readonly size: number
  /** Those names, in the order of their first value. */
  names(): string[]
  /**
   * Makes a value secret from now on. The values that a name had before stay secret; the same value again changes
   * nothing. A value that would black out innocent text (short, a common word) is refused: see `reason`.
   *
   * @throws TypeError for what is neither text nor bytes
   */
  add(name: string, value: SecretValue | Secret<SecretValue>, options?: RegistryOptions): Registration
  /** Calls the function before anything is first looked for, to add what takes time to find. */
  defer(fill: () => void): void
  /** What came of each `add`, the refused ones too. */
  registrations(): Registration[]
  /**
   * The matcher for all forms of all secrets, which grows with each that is added. Patterns are only ever appended, so
   * the index of one means the same for ever.
   */
  matcher(): Matcher
  /**
   * Redacts what this finds as well, in inputs that are at hand as a whole; one given later takes its place. See
   * `redactPatterns`.
   */
  recognise(recogniser: Recogniser): void
  /** The matcher for inputs that are at hand as a whole: finds what `matcher()` does, and what is recognised. */
  wholeMatcher(): WholeMatcher
  /**
   * A view of this registry in which these names, of secrets or of rules, are no secrets: for an output that may have
   * them. What is added here counts there, and what is found there is told here. A value that several names
   * have counts as that of the first.
   */
  without(names: readonly string[]): Registry
  /** Which secret a match of this pattern is, and in which form. */
  describe(pattern: number): Pick<RedactionEvent, 'name' | 'form'>
  /** What stands in the output for a match of this pattern: ASCII, and plain in JSON, HTML and headers. */
  placeholder(pattern: number): string
  /** Counts a match of this pattern, and tells the listeners of it. */
  report(pattern: number, sink: string, place?: string): void
  /**
   * Tells that something could not be inspected and is not let out.
   *
   * @param reason a word or two, such as `too deep`; it is printed
   * @returns what stands in its place: `[WITHHELD: too deep]`
   */
  withhold(reason: string, sink: string, place?: string): string
  /**
   * Calls the listener for each report, at once. One that throws does no harm; reports that it causes itself are
   * counted and told to nobody. Returns the function that takes it away again.
   */
  on<K extends keyof RegistryEvents>(event: K, listener: (event: RegistryEvents[K]) => void): () => void
  /** How often each form of each secret was redacted in each sink. */
  counts(): RedactionCount[]
}

/** A registry of its own, apart from the default one. */
export function createRegistry({ minLength: shortest = SHORTEST }: RegistryOptions = {}): Registry {
  const patterns: SecretForm[] = []
  const owners: string[] = []
  const known = { text: new Set<string>(), wrapped: new Set<string>(), bytes: new Set<string>() }
  const names = new Set<string>()
  const registrations = new Registrations()
  const sources = {
    redaction: eventSource<RedactionEvent>('tacet:redaction'),
    withheld: eventSource<WithheldEvent>('tacet:withheld'),
  }
  const counter = redactionCounter()
  const live = matcher([], { quickStart: true })
  const placeholders = new Placeholders()
  let recognised: Recogniser | undefined
  let whole: WholeMatcher = live
  /** What was accepted and not turned into forms yet: a service starts faster than it first redacts. */
  let pending: { readonly accepted: Accepted; readonly value: SecretValue; readonly minLength: number }[] = []
  let deferred: (() => void)[] = []
  const fillUp = (): void => {
    const fills = deferred
    if (fills.length === 0) return
    deferred = []
    for (const fill of fills) fill()
  }
  const settle = (): void => {
    fillUp()
    if (pending.length === 0) return
    const due = pending
    pending = []
    for (const { accepted, value, minLength } of due)
      Accepted.settleWith(accepted, lookFor(accepted.name, value, minLength))
  }
  const ownerOf = (pattern: number): string =>
    pattern < 0 ? recognised!.names[recognisedIndex(pattern)]! : owners[pattern]!

  const described = (pattern: number): Pick<RedactionEvent, 'name' | 'form'> => ({
    name: ownerOf(pattern),
    form: pattern < 0 ? 'pattern' : patterns[pattern]!.encoding,
  })

  const append = (name: string, form: SecretForm): void => {
    const same = known['bytes' in form ? 'bytes' : form.wrapped ? 'wrapped' : 'text']
    const text = literal(form)
    if (same.has(text)) return
    same.add(text)
    patterns.push(form)
    owners.push(name)
    placeholders.mind(form)
  }

  const register = (name: string, value: SecretValue, minLength: number): Registration => {
    const refused = refusal(value, minLength)
    if (refused) return { name, registered: false, forms: 0, reason: refused, leftOut: [] }
    names.add(name)
    const accepted = new Accepted(name, settle)
    pending.push({ accepted, value, minLength })
    return accepted
  }

  const lookFor = (name: string, value: SecretValue, minLength: number): LookedFor => {
    const { forms, leftOut } = secretForms(value)
    const first = patterns.length
    for (const form of forms) {
      const inner = withoutOuterStars(form)
      // No placeholder could be safe from a form that is little else but asterisks.
      if (inner !== form && literal(inner).length < Math.min(minLength, SHORTEST)) {
        leftOut.push({ part: form.encoding, reason: 'it is mostly asterisks' })
        continue
      }
      append(name, form)
      append(name, inner)
    }
    live.add(patterns.slice(first))
    return { forms: forms.length, leftOut }
  }

  const registry: Registry = {
    get size() {
      fillUp()
      return names.size
    },
    names() {
      fillUp()
      return [...names]
    },
    add(name, secret, { minLength = shortest } = {}) {
      const value = secret instanceof Secret ? heldValue(secret) : secret
      // Whatever would fail further on might quote the value.
      if (typeof value !== 'string' && !(value instanceof Uint8Array)) {
        throw new TypeError(`The value of ${name} has to be a string, a Uint8Array or a Secret.`)
      }
      // Bytes are copied: the caller may overwrite them, as disposing of a secret does.
      const kept = typeof value === 'string' ? value : Buffer.from(value)
      const before = registrations.get(name, kept)
      if (before?.registered) return before
      const registration = register(name, kept, minLength)
      registrations.set(kept, registration)
      return registration
    },
    defer: (fill) => void deferred.push(fill),
    registrations() {
      fillUp()
      return registrations.all()
    },
    matcher() {
      settle()
      return live
    },
    recognise(recogniser) {
      recognised = recogniser
      whole = withRecognised(live, recogniser)
    },
    wholeMatcher() {
      settle()
      return whole
    },
    without: (names) =>
      viewWithout({ registry, patterns, owners, recogniser: () => recognised }, new Set(names)),
    describe: described,
    placeholder(pattern) {
      settle()
      return placeholders.choose(placeholderFor(ownerOf(pattern)))
    },
    report(pattern, sink, place) {
      const event = { ...described(pattern), sink, ...(place !== undefined && { place }) } as const
      counter.count(event)
      sources.redaction.emit(event)
    },
    withhold(reason, sink, place) {
      sources.withheld.emit({ reason, sink, ...(place !== undefined && { place }) })
      return placeholders.choose(`[WITHHELD: ${reason}]`)
    },
    on: (event, listener) => sources[event].on(listener as (event: RedactionEvent | WithheldEvent) => void),
    counts: counter.counts,
  }
  return registry
}

/** The registry that everything uses unless it is given another. */
export const defaultRegistry: Registry = createRegistry()
