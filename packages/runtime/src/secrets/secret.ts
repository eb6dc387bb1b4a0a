import { inspect } from 'node:util'
import { placeholderFor } from '../registry/placeholder.ts'
import { reveals, tellReveal } from './audit.ts'

/** What a secret is as it was read. */
export type SecretValue = string | Uint8Array

/** What a holder of a secret gives, for this module; undefined for one that was disposed. */
let holding: <T>(secret: Secret<T>) => Held<T>
let hold: <T>(secret: Secret<T>, value: Held<T>) => void
let isSecret: (object: object) => boolean

type Held<T> = (() => T) | undefined

/** Loaded when it is needed: that takes as long as half of the rest, and few services compare secrets as they start. */
const crypto = () => process.getBuiltinModule('node:crypto')

/** Of this process only: what is compared under it says nothing to anyone else. */
let comparisonKey: Buffer | undefined

/** A value was asked of a secret that has none any more. */
export class SecretDisposedError extends Error {
  readonly code = 'TACET_SECRET_DISPOSED'

  constructor(name: string) {
    super(`${name} was disposed: reveal it before it is disposed, or load it again.`)
    this.name = 'SecretDisposedError'
  }
}

/**
 * A value that cannot print itself. Whatever turns it into text (template literals, JSON, `util.inspect`, console,
 * spreading, cloning, assertion diffs, a debugger) yields its placeholder or nothing; only `reveal` and `use` give
 * the value.
 */
export class Secret<T = string> {
  /** The name it was loaded or registered under. */
  readonly name: string
  /** Not there at run time: it keeps what merely looks like a `Secret` from being taken for one. */
  declare protected readonly holds: T
  // Not the value itself: a debugger, and what listens as one does (error trackers that record local variables), shows
  // the private fields of an object. A WeakMap hides it as well, and takes most of the time that loading takes.
  #give: Held<T>

  static {
    holding = (secret) => secret.#give
    hold = (secret, give) => {
      secret.#give = give
    }
    isSecret = (object) => #give in object
  }

  /**
   * @param name stands in the placeholder and in events, so it must not be secret itself
   * @param value kept as it is; bytes are not copied, so do not write into them afterwards
   */
  constructor(name: string, value: T) {
    this.name = name
    this.#give = () => value
  }

  /**
   * The value itself.
   *
   * @throws {SecretDisposedError} once the secret was disposed
   */
  reveal(): T {
    const value = heldValue(this)
    if (reveals.hasSubscribers) tellReveal(this.name, this.reveal)
    return value
  }

  /**
   * Calls `fn` with the value and returns what it returns, a promise too: keeps the value out of a variable of the
   * caller.
   *
   * @throws {SecretDisposedError} once the secret was disposed
   */
  use<R>(fn: (value: T) => R): R {
    const value = heldValue(this)
    if (reveals.hasSubscribers) tellReveal(this.name, this.use)
    return fn(value)
  }

  /**
   * Whether text or bytes are the same, text as UTF-8. Compares keyed digests of equal length (HMAC-SHA-256) with
   * `timingSafeEqual`, so that the time tells the lengths at most. False for a disposed secret.
   *
   * @throws TypeError for a secret that is neither text nor bytes
   */
  equals(this: Secret<SecretValue>, other: SecretValue | Secret<SecretValue>): boolean {
    const secrets = other instanceof Secret ? [this, other] : [this]
    if (secrets.some((secret) => isSecret(secret) && !holding(secret))) return false
    const mine = digest(this.name, heldValue(this))
    const theirs = digest('What is compared', other instanceof Secret ? heldValue(other) : other)
    return crypto().timingSafeEqual(mine, theirs)
  }

  /** Drops the value; bytes are overwritten with zeros first. A registry that was given it keeps redacting it. */
  [Symbol.dispose](): void {
    const value = this.#give?.()
    if (value instanceof Uint8Array) value.fill(0)
    this.#give = undefined
  }

  toString(): string {
    return placeholderFor(this.name)
  }

  toJSON(): string {
    return placeholderFor(this.name)
  }

  [Symbol.toPrimitive](): string {
    return placeholderFor(this.name)
  }

  [inspect.custom](): string {
    return placeholderFor(this.name)
  }

  get [Symbol.toStringTag](): string {
    return 'Secret'
  }
}

/**
 * The value, unseen by an audit: for a registry, which has to know it, rather than for those who use it.
 *
 * @throws {SecretDisposedError} once the secret was disposed
 * @throws TypeError for what is no secret, such as a proxy of one
 */
export function heldValue<T>(secret: Secret<T>): T {
  if (!isSecret(secret)) {
    throw new TypeError(
      `${secret.name} is not a Secret, but a proxy of one or made like one: it holds no value.`,
    )
  }
  const give = holding(secret)
  if (!give) throw new SecretDisposedError(secret.name)
  return give()
}

/** Gives a secret another value, for whoever holds it. One that was disposed stays so. */
export function replaceValue<T>(secret: Secret<T>, value: T): void {
  if (holding(secret)) hold(secret, () => value)
}

function digest(name: string, value: unknown): Buffer {
  // Whatever would fail further on might quote the value.
  if (typeof value !== 'string' && !(value instanceof Uint8Array))
    throw new TypeError(`${name} is neither text nor bytes: compare what use() gives.`)
  comparisonKey ??= crypto().randomBytes(32)
  return crypto().createHmac('sha256', comparisonKey).update(value).digest()
}
