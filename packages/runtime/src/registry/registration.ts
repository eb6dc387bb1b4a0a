import type { LeftOut } from '@tacet/core'

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

/** What is known once the forms were worked out. */
export type LookedFor = Pick<Registration, 'forms' | 'leftOut'>

/** Of a value that is redacted. A service makes hundreds as it starts, so the getters are made once for all. */
export class Accepted implements Registration {
  readonly name: string
  readonly registered = true
  #looked: LookedFor | undefined
  readonly #settle: () => void

  /** @param settle has `settleWith` called if it was not yet */
  constructor(name: string, settle: () => void) {
    this.name = name
    this.#settle = settle
  }

  /** Says what came of it. */
  static settleWith(accepted: Accepted, looked: LookedFor): void {
    accepted.#looked = looked
  }

  get forms(): number {
    return this.#lookedFor().forms
  }

  get leftOut(): readonly LeftOut[] {
    return this.#lookedFor().leftOut
  }

  toJSON(): Registration {
    return { name: this.name, registered: true, ...this.#lookedFor() }
  }

  #lookedFor(): LookedFor {
    this.#settle()
    return this.#looked!
  }
}

/** What came of the values that were given, by value and name. */
export class Registrations {
  // Few values have several names. A name may get new values for ever, in rotation.
  readonly #texts = new Map<string, Registration[]>()
  readonly #bytes = new Map<string, Registration[]>()

  /** What came of it when it was given before. */
  get(name: string, value: string | Buffer): Registration | undefined {
    return this.#mapOf(value)
      .get(keyOf(value))
      ?.find((registration) => registration.name === name)
  }

  /** Takes the place of what came of it before. */
  set(value: string | Buffer, registration: Registration): void {
    const map = this.#mapOf(value)
    const key = keyOf(value)
    const others = map.get(key)
    if (!others) return void map.set(key, [registration])
    const before = others.findIndex(({ name }) => name === registration.name)
    others.splice(before < 0 ? others.length : before, 1, registration)
  }

  all(): Registration[] {
    return [...this.#texts.values(), ...this.#bytes.values()].flat()
  }

  #mapOf(value: string | Buffer): Map<string, Registration[]> {
    return typeof value === 'string' ? this.#texts : this.#bytes
  }
}

function keyOf(value: string | Buffer): string {
  return typeof value === 'string' ? value : value.toString('latin1')
}
