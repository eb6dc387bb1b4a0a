import { types } from 'node:util'
import { Secret } from '../../secrets/secret.ts'
import type { Inquiry } from './inquiry.ts'

/** Redacts a value that is not an object. What has to be printed to show a secret becomes a string. */
export function redactPrimitive(value: unknown, inquiry: Inquiry): unknown {
  switch (typeof value) {
    case 'string':
      return inquiry.text(value)
    case 'number':
    case 'bigint': {
      const digits = String(value)
      const redacted = inquiry.text(digits)
      return redacted === digits ? value : redacted
    }
    case 'symbol': {
      const { description = '' } = value
      const redacted = inquiry.text(description)
      return redacted === description ? value : Symbol(redacted)
    }
    default:
      return value
  }
}

/**
 * Redacts an object that has nothing to walk into. Undefined when it is none of those.
 *
 * @returns the same object when it holds no secret
 */
export function redactLeaf(value: object, inquiry: Inquiry): object | string | undefined {
  if (types.isProxy(value)) return undefined
  if (ArrayBuffer.isView(value) || types.isAnyArrayBuffer(value)) return redactBinary(value, inquiry)
  if (types.isStringObject(value)) {
    const text = String.prototype.valueOf.call(value)
    const redacted = inquiry.text(text)
    return redacted === text ? undefined : redacted
  }
  if (value instanceof Secret) return inquiry.text(String(value))
  if (value instanceof URL) return redactUrl(value, inquiry)
  if (value instanceof URLSearchParams) return redactPairs(value, inquiry, () => new URLSearchParams())
  if (value instanceof Headers) return redactPairs(value, inquiry, () => new Headers())
  return undefined
}

function redactBinary(value: ArrayBufferView | ArrayBufferLike, inquiry: Inquiry): object | string {
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    const redacted = inquiry.bytes(bytes)
    if (redacted !== bytes) return Buffer.isBuffer(value) ? redacted : Uint8Array.from(redacted)
    return types.isTypedArray(value) && value.BYTES_PER_ELEMENT > 1 ? redactNumbers(value, inquiry) : value
  }
  const bytes = new Uint8Array(value)
  const redacted = inquiry.bytes(bytes)
  return redacted === bytes ? value : Uint8Array.from(redacted).buffer
}

/** A numeric secret is not in the bytes of an array of numbers, but in what it prints. */
function redactNumbers(numbers: NodeJS.TypedArray, inquiry: Inquiry): object | string {
  const text = Array.prototype.join.call(numbers, ', ')
  const redacted = inquiry.text(text)
  return redacted === text ? numbers : redacted
}

function redactUrl(url: URL, inquiry: Inquiry): object | string {
  const redacted = inquiry.text(url.href)
  if (redacted === url.href) return url
  return URL.canParse(redacted) ? new URL(redacted) : redacted
}

function redactPairs<T extends URLSearchParams | Headers>(
  list: T,
  inquiry: Inquiry,
  empty: () => T,
): object | string {
  const pairs = [...list].map(([key, value]) => ({
    key,
    value,
    newKey: inquiry.text(key),
    newValue: inquiry.text(value),
  }))
  if (pairs.every(({ key, value, newKey, newValue }) => key === newKey && value === newValue)) return list
  const copy = empty()
  for (const { key, newKey, newValue } of pairs) {
    // No header can be called like a placeholder.
    const name = copy instanceof Headers && key !== newKey ? 'redacted' : newKey
    copy.append(name, newValue)
  }
  return copy
}
