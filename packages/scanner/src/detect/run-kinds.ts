/** 0: no digit. 1: of base64 in either alphabet. 3: of hex as well. */
export const digits = new Uint8Array(256)
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code)
  if (/[A-Za-z0-9+/_-]/.test(char)) digits[code] = /[0-9A-Fa-f]/.test(char) ? 3 : 1
}

/** The value of a digit of base64. */
export const values = digits.map((digit, code) =>
  digit === 0 ? 0 : Buffer.from(`A${String.fromCharCode(code)}AA`, 'base64').readUInt16BE() >> 4,
)

const BACKSLASH = 0x5c

/** Where a run begins: of an escape such as `\n` the letter is no digit. */
export const runStart = (bytes: Uint8Array, from: number): number =>
  bytes[from - 1] === BACKSLASH ? from + 1 : from

export const isControl = (byte: number): boolean =>
  byte === 127 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)

/** Three bytes, of four digits. */
const group = (bytes: Buffer, at: number): number =>
  (values[bytes[at]!]! << 18) |
  (values[bytes[at + 1]!]! << 12) |
  (values[bytes[at + 2]!]! << 6) |
  values[bytes[at + 3]!]!

const hasControl = (three: number): boolean =>
  isControl(three >> 16) || isControl((three >> 8) & 0xff) || isControl(three & 0xff)

/** Whether a UTF-8 text may begin with these, three bytes each, up to three of them being the end of a character. */
function beginsAsUtf8(...threes: readonly [number, number, number]): boolean {
  let cut = 3
  let open = 0
  for (const three of threes) {
    for (let shift = 16; shift >= 0; shift -= 8) {
      const byte = (three >> shift) & 0xff
      const goesOn = (byte & 0xc0) === 0x80
      if (goesOn ? open === 0 && cut === 0 : open > 0) return false
      if (goesOn && open > 0) open--
      else if (goesOn) cut--
      else {
        cut = 0
        open = byte < 0x80 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3
      }
    }
  }
  return true
}

/** The second byte of the header of zlib, after 0x78, at each level. Source: RFC 1950. */
const levels = new Set([0x01, 0x5e, 0x9c, 0xda])

/** Tells from the first digits, without making anything, what base64 can hold: most runs hold no text. */
export function kindOf(bytes: Buffer, start: number): 'text' | 'utf-16' | 'gzip' | 'zlib' | 'other' {
  const first = group(bytes, start)
  const [one, two] = [first >> 16, (first >> 8) & 0xff]
  if (one === 0x1f && two === 0x8b) return 'gzip'
  if (one === 0x78 && levels.has(two)) return 'zlib'
  if (two === 0) {
    return !isControl(one) && !isControl(first & 0xff) && group(bytes, start + 4) >> 16 === 0
      ? 'utf-16'
      : 'other'
  }
  if (hasControl(first)) return 'other'
  for (let at = start + 4; at < start + 20; at += 4) if (hasControl(group(bytes, at))) return 'other'
  if (!beginsAsUtf8(first, group(bytes, start + 4), group(bytes, start + 8))) return 'other'
  return 'text'
}

export function isHexText(bytes: Buffer, start: number, end: number): boolean {
  if ((end - start) % 2 !== 0) return false
  for (let at = start; at < end; at++) if (digits[bytes[at]!] !== 3) return false
  return true
}

/** Whether a run may say something when it is decoded; what begins before these bytes may begin anywhere in a group. */
export const mayDecode = (bytes: Buffer, from: number, to: number): boolean => {
  const start = runStart(bytes, from)
  return from === 0 || isHexText(bytes, start, to) || kindOf(bytes, start) !== 'other'
}
