/** UTF-16 without a byte order mark, as Windows and Java write it, big-endian for the second. */
export function utf16(text: string): { le: Uint8Array; be: Uint8Array } {
  const le = Buffer.from(text, 'utf16le')
  return { le, be: Buffer.from(le).swap16() }
}

/** The text in Latin-1, when that differs from UTF-8 and can hold it. */
export function latin1(text: string): Uint8Array | undefined {
  return /[\x80-\xff]/.test(text) && /^[\0-\xff]*$/.test(text) ? Buffer.from(text, 'latin1') : undefined
}

/** Bytes read as Latin-1: what `http` makes of a header that is UTF-8. */
export function readAsLatin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}

/** The text, when the bytes are UTF-8. */
export function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * What is left of bytes that are not UTF-8 once `toString()` has run over them, without the ends, where what stands
 * around takes part.
 */
export function lossyUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replace(/^\ufffd+|\ufffd+$/g, '')
}
