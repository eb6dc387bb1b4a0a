import { type Coding, codingsOf } from './content-coding.ts'
import { type ContentRange, parseContentRange } from './range.ts'
import type { NodeResponse } from './types.ts'

/** What the headers say of the body, before a middleware below adds its own. */
export interface BodyPlan {
  /** The encodings to undo; undefined when one is unknown. */
  readonly codings: readonly Coding[] | undefined
  /** Of which part of the whole it is, when it is a part. */
  readonly range: ContentRange | undefined
  /** The headers that were passed to `writeHead`. */
  readonly headers: object | undefined
}

export interface BodyType {
  /** Whether it is JSON, or a line of JSON after the other. */
  readonly json: boolean
  readonly utf16: 'le' | 'be' | undefined
}

const PLAIN: readonly Coding[] = []
const JSON_TYPE = /^\s*(?:application|text)\/(?:[\w.+-]+\+)?(?:x-)?(?:nd)?json(?:l|lines|-seq)?\s*(?:;|$)/i
const UTF16_TYPE = /charset\s*=\s*"?utf-?16(be)?/i

/**
 * Reads the plan from the headers set so far, and from those that are passed to `writeHead`.
 *
 * @param status the status that is going to be sent.
 * @param headers the last argument of `writeHead`: an object, a list of pairs, or a flat list.
 */
export function readPlan(response: NodeResponse, status = response.statusCode, headers?: object): BodyPlan {
  const encoding = field(response, headers, 'content-encoding')
  return {
    codings: encoding === undefined ? PLAIN : codingsOf(encoding),
    range: status === 206 ? parseContentRange(field(response, headers, 'content-range')) : undefined,
    headers,
  }
}

/** Whether the length of the body is promised. */
export function isSized(response: NodeResponse, { headers }: BodyPlan): boolean {
  return field(response, headers, 'content-length') !== undefined
}

/** Whether there is an ETag, which may be a hash of the body. */
export function hasEtag(response: NodeResponse, { headers }: BodyPlan): boolean {
  return field(response, headers, 'etag') !== undefined
}

/** What the body is, as far as a replacement has to fit in. */
export function bodyType(response: NodeResponse, { headers }: BodyPlan): BodyType {
  return bodyTypeOf(field(response, headers, 'content-type'))
}

/** The same, from the Content-Type itself. */
export function bodyTypeOf(type = ''): BodyType {
  const utf16 = UTF16_TYPE.exec(type)
  if (utf16) return { json: false, utf16: utf16[1] ? 'be' : 'le' }
  return { json: JSON_TYPE.test(type), utf16: undefined }
}

function field(response: NodeResponse, headers: object | undefined, name: string): string | undefined {
  const value = (headers && fieldIn(headers, name)) ?? response.getHeader(name)
  return value === undefined ? undefined : String(value)
}

/** The value of a header among such as are passed to `writeHead`. */
export function headerOf(headers: object, name: string): string | undefined {
  const value = fieldIn(headers, name)
  return value === undefined ? undefined : String(value)
}

function fieldIn(headers: object, name: string): unknown {
  const pairs: readonly (readonly [unknown, unknown])[] = Array.isArray(headers)
    ? pairsOf(headers)
    : Object.entries(headers)
  return pairs.find(([key]) => String(key).toLowerCase() === name)?.[1]
}

/** A list of headers as a list of pairs. */
export function pairsOf(list: readonly unknown[]): (readonly [unknown, unknown])[] {
  if (Array.isArray(list[0])) return list as (readonly [unknown, unknown])[]
  return list.flatMap((key, index) => (index % 2 === 0 ? [[key, list[index + 1]] as const] : []))
}
