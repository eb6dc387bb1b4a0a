import { type Encoding, type Form, FormSet, type LeftOut, utf8 } from '../encodings/index.ts'
import { base64TextForms, formSet, keyForms } from '../forms.ts'
import { parts } from './parts.ts'
import type { Part, PartKind } from './types.ts'

/** A form of a secret: of the whole (`base64`), or of a part of it (`password percent`). */
export type SecretForm = Form<Encoding | `${PartKind} ${Encoding}`>

/** Parts that are base64 already, and only ever appear as such. */
const base64Kinds: ReadonlySet<PartKind> = new Set(['pem body', 'pem line', 'basic', 'jwt signature'])

/**
 * Everything to look for when a value is secret: the forms of the value, without the white space around it that
 * `echo` and editors leave, and of its parts.
 *
 * @param value text, or bytes: bytes that are UTF-8 count as text
 * @returns also the parts and encodings that were left out, and why, in words that never tell the value
 */
export function secretForms(value: string | Uint8Array): { forms: SecretForm[]; leftOut: LeftOut[] } {
  const set = new FormSet<SecretForm['encoding']>()
  const whole = formSet(typeof value === 'string' ? value.trim() : withoutSpace(value))
  const found = parts(value)
  for (const form of whole.forms) set.addForm(form)
  for (const { part, reason } of [...whole.leftOut, ...found.leftOut]) set.leaveOut(part, reason)
  for (const part of found.parts) {
    for (const form of partForms(part)) set.addForm({ ...form, encoding: `${part.kind} ${form.encoding}` })
  }
  return { forms: set.forms, leftOut: set.leftOut }
}

function partForms({ kind, value }: Part): Form[] {
  if (kind === 'decoded' && typeof value !== 'string') return keyForms(value)
  return typeof value === 'string' && base64Kinds.has(kind) ? base64TextForms(value) : formSet(value).forms
}

/** UTF-8 without the white space and byte order mark around it; other bytes as they are. */
function withoutSpace(bytes: Uint8Array): Uint8Array {
  const text = utf8(bytes)
  return text === undefined ? bytes : new TextEncoder().encode(text.trim())
}
