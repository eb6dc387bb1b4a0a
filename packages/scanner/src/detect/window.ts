import { isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'
import type { Finding } from '../finding.ts'
import { type Content, SNIFFED, sniff } from './content.ts'
import { PositionCounter, type Units } from './position.ts'
import { charStart } from './region.ts'

/** A window that rules are tried on, and the part of it whose findings are due. */
export interface Stretch {
  readonly bytes: Buffer
  /** Findings that start in `bytes[from, to)` are due: those before it were reported, those after it will be. */
  readonly from: number
  readonly to: number
  /** Whether the blob ends with this window. */
  readonly last: boolean
  /** Whether the blob is a text: in a program nothing is quoted or escaped, and all seems to be. */
  readonly isText: boolean
  /** Stands at `from`; must be left at `to` unless this is the last window. */
  readonly position: () => PositionCounter
}

/**
 * One blob, looked at through windows that overlap: it is read into `room()`, or pushed, in pieces of any size, and
 * what is found does not depend on where pieces and windows end. UTF-16 is searched as UTF-8.
 */
export class BlobWindow {
  /** What was found so far; take from it as you like. */
  readonly findings: Finding[] = []
  readonly #buffer: Buffer
  readonly #overlap: number
  readonly #search: (stretch: Stretch) => Finding[]
  #content: Content | undefined
  #decoder: TextDecoder | undefined
  #position: PositionCounter | undefined
  #filled = 0
  #from = 0

  /** @param buffer - to work in: at least 8 KB, and four times the overlap */
  constructor(buffer: Buffer, overlap: number, search: (stretch: Stretch) => Finding[]) {
    this.#buffer = buffer
    this.#overlap = overlap
    this.#search = search
  }

  /** What it was taken for; undefined before that can be told. */
  get content(): Content | undefined {
    return this.#content
  }

  /** Whether no text can be in it: nothing is searched, and reading on is of no use. */
  get compressed(): boolean {
    return this.#content === 'compressed'
  }

  /** Where the next bytes can be read to. Never empty. */
  room(): Buffer {
    return this.#buffer.subarray(this.#filled)
  }

  /** Takes `count` bytes that were read into `room()`. */
  advance(count: number): void {
    if (this.#decoder) {
      const raw = Buffer.from(this.room().subarray(0, count))
      this.#append(this.#decoder.decode(raw, { stream: true }))
      return
    }
    this.#filled += count
    if (this.#content === undefined && this.#filled >= SNIFFED) this.#begin()
    if (this.#filled === this.#buffer.length) this.#slide()
  }

  /** Takes bytes from elsewhere. */
  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      const room = this.#buffer.length - this.#filled
      const piece = at === 0 && bytes.length <= room ? bytes : bytes.subarray(at, at + room)
      this.#buffer.set(piece, this.#filled)
      this.advance(piece.length)
      at += piece.length
    }
  }

  /** The blob is over: what is left is searched. */
  end(): void {
    if (this.#content === undefined) this.#begin()
    if (this.#decoder) this.#append(this.#decoder.decode())
    this.#run(this.#filled, true)
  }

  #begin(): void {
    const head = this.#buffer.subarray(0, this.#filled)
    this.#content = sniff(head)
    if (this.#content === 'utf-16le' || this.#content === 'utf-16be') {
      this.#decoder = new TextDecoder(this.#content)
      this.#filled = 0
      this.#append(this.#decoder.decode(Buffer.from(head), { stream: true }))
    } else if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) {
      this.#buffer.copyWithin(0, 3, this.#filled)
      this.#filled -= 3
    }
  }

  #append(text: string): void {
    const bytes = Buffer.from(text)
    for (let at = 0; at < bytes.length; ) {
      const copied = bytes.copy(this.#buffer, this.#filled, at)
      at += copied
      this.#filled += copied
      if (this.#filled === this.#buffer.length) this.#slide()
    }
  }

  /** Searches a full window and keeps what the next one shares with it. */
  #slide(): void {
    const to = this.#filled - this.#overlap
    this.#run(to, false)
    this.#buffer.copyWithin(0, to - this.#overlap, this.#filled)
    this.#filled -= to - this.#overlap
    this.#from = this.#overlap
  }

  #run(to: number, last: boolean): void {
    if (this.compressed) return
    const bytes = this.#buffer.subarray(0, this.#filled)
    const position = (): PositionCounter => {
      this.#position ??= new PositionCounter(
        this.#units(last ? bytes : bytes.subarray(0, charStart(bytes, to))),
      )
      return this.#position
    }
    const isText = this.#content !== 'binary'
    const found = this.#search({ bytes, from: this.#from, to, last, isText, position })
    for (const finding of found) this.findings.push(finding)
  }

  #units(beginning: Buffer): Units {
    if (this.#content === 'binary') return 'binary'
    return isUtf8(beginning) ? 'utf-8' : 'one-byte'
  }
}
