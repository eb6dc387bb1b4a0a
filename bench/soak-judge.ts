/** So many characters of a secret in a row are a leak. */
const GRAM = 12
/** How many encodings may lie over each other. */
const DEPTH = 2

/**
 * Finds secrets in what was emitted by decoding it, and not, as Tacet does, by looking for their encoded forms: the one
 * checks the other.
 */
export class Judge {
  readonly #grams = new Set<string>()

  constructor(secrets: readonly string[]) {
    for (const secret of secrets) for (const gram of gramsOf(secret)) this.#grams.add(gram)
  }

  /** Whether twelve characters of a secret are there, as they are or under encodings. */
  finds(emitted: Uint8Array | string, depth = DEPTH): boolean {
    const text = typeof emitted === 'string' ? emitted : Buffer.from(emitted).toString('latin1')
    for (const gram of gramsOf(text)) if (this.#grams.has(gram)) return true
    return depth > 0 && readings(text).some((reading) => this.finds(reading, depth - 1))
  }
}

function gramsOf(text: string): string[] {
  const grams: string[] = []
  for (const run of text.match(/[A-Za-z0-9]{12,}/g) ?? [])
    for (let at = 0; at + GRAM <= run.length; at++) grams.push(run.slice(at, at + GRAM))
  return grams
}

/** What the text says if it, or a stretch of it, is encoded. */
function readings(text: string): string[] {
  const read: string[] = []
  if (text.includes('\0')) read.push(text.replaceAll('\0', ''))
  if (text.includes('%')) read.push(text.replace(/%([0-9A-Fa-f]{2})/g, (_, code: string) => character(code)))
  if (text.includes('\\'))
    read.push(
      text
        .replace(/\\(?:u00|x)([0-9A-Fa-f]{2})/g, (_, code: string) => character(code))
        .replace(/\\(.)/g, '$1'),
    )
  if (text.includes('&#'))
    read.push(text.replace(/&#x([0-9A-Fa-f]{2});/g, (_, code: string) => character(code)))
  for (const run of text.match(/[A-Za-z0-9+/_-]{16,}/g) ?? [])
    for (let at = 0; at < 4; at++) read.push(Buffer.from(run.slice(at), 'base64').toString('latin1'))
  for (const run of text.match(/[0-9A-Fa-f]{24,}/g) ?? [])
    for (let at = 0; at < 2; at++) read.push(Buffer.from(run.slice(at), 'hex').toString('latin1'))
  return read
}

function character(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16))
}
