import type { Registry } from '../registry.ts'
import type { BodyType } from './body-plan.ts'
import { isWord, JsonCursor, type JsonPosition, jsonAfter, jsonBefore } from './json-position.ts'
import { type SegmentSink, Segments } from './segments.ts'

const EMPTY = Buffer.alloc(0)
const FILL = '*'
/** Replaces the digits of a secret that is part of a longer number, so that JSON stays JSON. */
const DIGIT = '9'

export interface BodyRedactorOptions extends BodyType {
  readonly registry: Registry
  /** Called for each match. */
  readonly report: (pattern: number) => void
  /** Whether a match is covered in place, byte for byte, since the length of the body is promised. */
  readonly keepLength: boolean
}

/** Redacts a body piece by piece: a placeholder for each match, or a cover of its length. */
export class BodyRedactor implements SegmentSink {
  readonly #options: BodyRedactorOptions
  readonly #segments: Segments
  readonly #cursor: JsonCursor | undefined
  #out: Uint8Array[] = []
  /** The match that is being read. */
  #secret: { pattern: number; length: number; from: JsonPosition | undefined; last: number } | undefined
  /** How many bytes were read, as far as it tells where a unit of UTF-16 begins. */
  #offset = 0
  /** Whether the rest of a number, whose beginning was replaced, is to be dropped. */
  #dropsWord = false

  constructor(options: BodyRedactorOptions) {
    this.#options = options
    this.#segments = new Segments(options.registry.matcher, this)
    this.#cursor = options.json ? new JsonCursor() : undefined
  }

  /** Takes the next bytes, which must not be changed afterwards, and returns what can leave now. */
  push(bytes: Uint8Array): Uint8Array {
    this.#segments.push(bytes)
    return this.#take()
  }

  end(): Uint8Array {
    this.#segments.end()
    this.#close()
    return this.#take()
  }

  plain(bytes: Uint8Array): void {
    this.#close()
    this.#offset += bytes.length
    this.#cursor?.advance(bytes)
    const kept = this.#dropsWord ? this.#withoutWord(bytes) : bytes
    if (kept.length > 0) this.#out.push(kept)
  }

  secret(bytes: Uint8Array, pattern: number, begins: boolean): void {
    if (begins || !this.#secret) {
      this.#close()
      const inUnit = this.#options.utf16 !== undefined && this.#offset % 2 === 1
      if (inUnit) this.#out.push(bytes.subarray(0, 1))
      this.#secret = { pattern, length: inUnit ? -1 : 0, from: this.#cursor?.position(), last: 0 }
      this.#options.report(pattern)
      if (!this.#options.keepLength && !isPartOfWord(this.#secret.from)) this.#open(this.#secret)
    }
    this.#secret.length += bytes.length
    this.#secret.last = bytes.at(-1)!
    this.#offset += bytes.length
    this.#cursor?.advance(bytes)
  }

  /** Puts the placeholder: what stands after it, if anything has to, depends on where the match ends. */
  #open({ pattern, from }: { pattern: number; from: JsonPosition | undefined }): void {
    this.#write((from ? jsonBefore(from) : '') + this.#options.registry.placeholder(pattern))
  }

  #close(): void {
    if (!this.#secret) return
    const { pattern, from, last } = this.#secret
    // The other byte order of a form begins or ends within a unit, which is the neighbour's and stays one.
    const inUnit = this.#options.utf16 !== undefined && this.#offset % 2 === 1
    const length = this.#secret.length - (inUnit ? 1 : 0)
    this.#secret = undefined
    const to = this.#cursor?.position()
    if (isPartOfWord(from) || (this.#options.keepLength && isPartOfWord(to) && !from?.inString)) {
      this.#write(DIGIT.repeat(length))
    } else if (this.#options.keepLength) {
      this.#cover(pattern, length, from && jsonBefore(from), to && jsonAfter(to))
    } else if (to) {
      this.#write(jsonAfter(to))
      this.#dropsWord = isPartOfWord(to)
    }
    if (inUnit) this.#out.push(Buffer.of(last))
  }

  /** Covers so many bytes: with the placeholder if it fits, and asterisks. */
  #cover(pattern: number, length: number, before = '', after = ''): void {
    const units = this.#options.utf16 ? length / 2 : length
    const room = Math.max(0, units - before.length - after.length)
    const placeholder = this.#options.registry.placeholder(pattern)
    const inner = placeholder.length <= room ? placeholder.padEnd(room, FILL) : FILL.repeat(room)
    this.#write((before + inner + after).slice(0, units))
  }

  #write(text: string): void {
    if (text !== '') this.#out.push(encode(text, this.#options.utf16))
  }

  #withoutWord(bytes: Uint8Array): Uint8Array {
    let at = 0
    while (at < bytes.length && isWord(bytes[at]!)) at++
    this.#dropsWord = at === bytes.length
    return bytes.subarray(at)
  }

  #take(): Uint8Array {
    const out = this.#out
    if (out.length === 0) return EMPTY
    this.#out = []
    return out.length === 1 ? out[0]! : Buffer.concat(out)
  }
}

/** ASCII text in the charset of a body. */
function encode(text: string, utf16: 'le' | 'be' | undefined): Buffer {
  const bytes = Buffer.from(text, utf16 ? 'utf16le' : 'latin1')
  return utf16 === 'be' ? bytes.swap16() : bytes
}

/** Whether what follows is glued to a number before it. */
function isPartOfWord(position: JsonPosition | undefined): boolean {
  return position !== undefined && !position.inString && position.inWord
}
