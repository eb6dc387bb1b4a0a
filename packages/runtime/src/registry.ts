import { type LeftOut, type Matcher, matcher, type SecretForm, secretForms } from '@tacet/core'
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
import { heldValue, Secret, type SecretValue } from './secrets/secret.ts'

export type { RedactionCount, RedactionEvent, WithheldEvent } from './registry/events.ts'

/** What came of adding a secret. */
export interface Registration {
  readonly name: string
  /** Whether the value is redacted from now on. */
  readonly registered: boolean
  /** In how many forms. These are worked out when redaction, or a reader of this, first needs them. */
  readonly forms: number
  /** Why not, when it is not: in words, without the value. */
  readonly reason?: string
  /** Parts and forms of the value that are not looked for, and why. */
  readonly leftOut: readonly LeftOut[]
}

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
  const known = new Set<string>()
  const names = new Set<string>()
  const registrations = new Map<string, Registration>()
  const sources = {
    redaction: eventSource<RedactionEvent>('tacet:redaction'),
    withheld: eventSource<WithheldEvent>('tacet:withheld'),
  }
  const counter = redactionCounter()
  const live = matcher([])
  const placeholders = new Placeholders()
  let recognised: Recogniser | undefined
  let whole: WholeMatcher = live
  /** What was accepted and not turned into forms yet: a service starts faster than it first redacts. */
  let pending: (() => void)[] = []
  const settle = (): void => {
    const due = pending
    pending = []
    for (const work of due) work()
  }
  const ownerOf = (pattern: number): string =>
    pattern < 0 ? recognised!.names[recognisedIndex(pattern)]! : owners[pattern]!

  const append = (name: string, form: SecretForm): void => {
    const kind = 'bytes' in form ? 'bytes' : form.wrapped ? 'wrapped' : 'text'
    const key = `${kind} ${literal(form)}`
    if (known.has(key)) return
    known.add(key)
    patterns.push(form)
    owners.push(name)
    placeholders.mind(form)
  }

  const register = (name: string, value: SecretValue, minLength: number): Registration => {
    const refused = refusal(value, minLength)
    if (refused) return { name, registered: false, forms: 0, reason: refused, leftOut: [] }
    names.add(name)
    let looked: Pick<Registration, 'forms' | 'leftOut'>
    pending.push(() => {
      looked = lookFor(name, value, minLength)
    })
    return {
      name,
      registered: true,
      get forms() {
        settle()
        return looked.forms
      },
      get leftOut() {
        settle()
        return looked.leftOut
      },
    }
  }

  const lookFor = (
    name: string,
    value: SecretValue,
    minLength: number,
  ): Pick<Registration, 'forms' | 'leftOut'> => {
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

  return {
    get size() {
      return names.size
    },
    names: () => [...names],
    add(name, secret, { minLength = shortest } = {}) {
      const value = secret instanceof Secret ? heldValue(secret) : secret
      // Whatever would fail further on might quote the value.
      if (typeof value !== 'string' && !(value instanceof Uint8Array)) {
        throw new TypeError(`The value of ${name} has to be a string, a Uint8Array or a Secret.`)
      }
      // Bytes are copied: the caller may overwrite them, as disposing of a secret does.
      const kept = typeof value === 'string' ? value : Buffer.from(value)
      const text = typeof kept === 'string' ? kept : kept.toString('latin1')
      const key = `${typeof kept} ${name.length} ${name}${text}`
      const before = registrations.get(key)
      if (before?.registered) return before
      const registration = register(name, kept, minLength)
      registrations.set(key, registration)
      return registration
    },
    registrations: () => [...registrations.values()],
    matcher() {
      if (pending.length > 0) settle()
      return live
    },
    recognise(recogniser) {
      recognised = recogniser
      whole = withRecognised(live, recogniser)
    },
    wholeMatcher() {
      if (pending.length > 0) settle()
      return whole
    },
    placeholder(pattern) {
      settle()
      return placeholders.choose(placeholderFor(ownerOf(pattern)))
    },
    report(pattern, sink, place) {
      const form = pattern < 0 ? 'pattern' : patterns[pattern]!.encoding
      const event = { name: ownerOf(pattern), form, sink, ...(place !== undefined && { place }) } as const
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
}

/** The registry that everything uses unless it is given another. */
export const defaultRegistry: Registry = createRegistry()
