/** The text of a file as UTF-8, without a byte order mark and without one line break at the end; undefined for other bytes. */
export function fileText(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes).replace(/\r?\n$/, '')
  } catch {
    return undefined
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
