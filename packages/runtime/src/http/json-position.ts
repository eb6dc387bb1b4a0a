const QUOTE = 34
const BACKSLASH = 92
const LOWER_U = 117
const LINE_FEED = 10

/** Digits of `\uXXXX`. */
const HEX_DIGITS = 4

/** Where in a JSON text one is, as far as a replacement there has to know. */
export interface JsonPosition {
  readonly inString: boolean
  /** What an escape that has begun still needs: nothing, its letter, or so many hex digits. */
  readonly pending: 'none' | 'letter' | number
  /** Outside strings: whether the last byte belongs to a number or to `true`, `false`, `null`. */
  readonly inWord: boolean
}

/** Follows a stream of JSON texts (one, or one a line) byte by byte. */
export class JsonCursor implements JsonPosition {
  inString = false
  pending: 'none' | 'letter' | number = 'none'
  inWord = false

  /** Where the cursor is now, to be compared with later. */
  position(): JsonPosition {
    return { inString: this.inString, pending: this.pending, inWord: this.inWord }
  }

  advance(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at]!
      if (!this.inString) {
        if (byte === QUOTE) this.inString = true
        this.inWord = isWord(byte)
      } else if (this.pending !== 'none') {
        this.pending = afterEscape(this.pending, byte)
      } else if (byte === BACKSLASH) {
        this.pending = 'letter'
      } else if (byte === QUOTE || byte === LINE_FEED) {
        this.inString = false
      }
    }
  }
}

/** Whether the byte can belong to a number or to `true`, `false`, `null`. */
export function isWord(byte: number): boolean {
  return (
    (byte >= 48 && byte <= 57) ||
    (byte >= 97 && byte <= 122) ||
    byte === 43 ||
    byte === 45 ||
    byte === 46 ||
    byte === 69
  )
}

function afterEscape(pending: 'letter' | number, byte: number): 'none' | number {
  if (pending === 'letter') return byte === LOWER_U ? HEX_DIGITS : 'none'
  return pending === 1 ? 'none' : pending - 1
}

/**
 * What has to stand before a placeholder that replaces the text from here on, for the whole to stay JSON: an pending
 * that the match cuts is completed, and outside a string the placeholder becomes one.
 */
export function jsonBefore({ inString, pending }: JsonPosition): string {
  if (!inString) return '"'
  if (pending === 'letter') return '\\'
  return pending === 'none' ? '' : '0'.repeat(pending)
}

/** What has to stand after it: the same for where the match ends. */
export function jsonAfter({ inString, pending }: JsonPosition): string {
  if (!inString) return '"'
  return pending === 'letter' ? '\\' : ''
}
