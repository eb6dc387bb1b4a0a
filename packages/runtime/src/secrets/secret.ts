import { timingSafeEqual } from 'node:crypto'
import { inspect } from 'node:util'
import { placeholderFor } from '../registry/placeholder.ts'

/** What a secret may be made of. */
export type SecretValue = string | Uint8Array

/**
 * A value that cannot print itself. Whatever turns it into text (template literals, JSON, `util.inspect`, console,
 * spreading, cloning, assertion diffs) yields its placeholder or nothing; only `reveal` and `use` give the value.
 */
export class Secret<T extends SecretValue = string> {
  /** The name it was loaded or registered under. */
  readonly name: string
  // A private field, for no reflection, inspection, serializer or structured clone can see one.
  #value: T | undefined

  /**
   * @param name stands in the placeholder and in events, so it must not be secret itself
   * @param value kept as it is; bytes are not copied, so do not write into them afterwards
   */
  constructor(name: string, value: T) {
    this.name = name
    this.#value = value
  }

  /** The value itself. Throws a `TypeError` once the secret was disposed. */
  reveal(): T {
    if (this.#value === undefined) throw new TypeError(`${this.name} was disposed: load it again before use.`)
    return this.#value
  }

  /** Calls `fn` with the value and returns what it returns: keeps the value out of a variable of the caller. */
  use<R>(fn: (value: T) => R): R {
    return fn(this.reveal())
  }

  /** Compares in a time that depends on the lengths only. False for a disposed secret. */
  equals(other: SecretValue | Secret<SecretValue>): boolean {
    const mine = this.#value
    const theirs = other instanceof Secret ? other.#value : other
    if (mine === undefined || theirs === undefined) return false
    const [a, b] = [Buffer.from(mine as string), Buffer.from(theirs as string)]
    // The comparison is made in any case, so that a wrong length takes as long as a wrong value.
    const same = timingSafeEqual(a, a.length === b.length ? b : a)
    return same && a.length === b.length
  }

  /** Drops the value; bytes are overwritten with zeros first. A registry that was given it keeps redacting it. */
  [Symbol.dispose](): void {
    if (typeof this.#value === 'object') this.#value.fill(0)
    this.#value = undefined
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
