import { WRAP_SHORTEST } from '../matcher/wrap.ts'
import type { Form } from './types.ts'

/** Something that was not made into a form, and why: in words that do not tell the value. */
export interface LeftOut {
  readonly part: string
  readonly reason: string
}

/** Collects forms without repeats: the name that came first stays, and a form that may be wrapped wins. */
export class FormSet<Name extends string> {
  readonly #forms: Form<Name>[] = []
  readonly #texts = new Map<string, number>()
  readonly #bytes = new Map<string, number>()
  readonly #leftOut = new Map<string, LeftOut>()

  add(encoding: Name, texts: Iterable<string>): void {
    for (const text of texts) this.addForm({ encoding, text })
  }

  /** Text of base64 or hex, which is found with line breaks in it when it is long enough. */
  addWrapping(encoding: Name, texts: Iterable<string>): void {
    for (const text of texts) {
      this.addForm(text.length >= WRAP_SHORTEST ? { encoding, text, wrapped: true } : { encoding, text })
    }
  }

  addBytes(encoding: Name, bytes: Uint8Array): void {
    this.addForm({ encoding, bytes })
  }

  addForm(form: Form<Name>): void {
    const index =
      'text' in form
        ? this.#position(this.#texts, form.text)
        : this.#position(this.#bytes, Buffer.from(form.bytes).toString('latin1'))
    const known = this.#forms[index]
    if (!known) this.#forms.push(form)
    else if ('wrapped' in form) this.#forms[index] = { ...form, encoding: known.encoding }
  }

  /** Of a form that was added before, or the next one. */
  #position(positions: Map<string, number>, key: string): number {
    const position = positions.get(key) ?? this.#forms.length
    if (position === this.#forms.length) positions.set(key, position)
    return position
  }

  addAll(other: FormSet<Name>): void {
    for (const form of other.forms) this.addForm(form)
    for (const { part, reason } of other.#leftOut.values()) this.leaveOut(part, reason)
  }

  leaveOut(part: string, reason: string): void {
    this.#leftOut.set(`${part}: ${reason}`, { part, reason })
  }

  get forms(): Form<Name>[] {
    return [...this.#forms]
  }

  get leftOut(): LeftOut[] {
    return [...this.#leftOut.values()]
  }
}
