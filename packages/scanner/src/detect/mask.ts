const SHOWN = 4
/** Stands where something was left out. */
export const CUT = '…'

/** What a terminal would obey or hide instead of showing: control, format and separator characters. */
const UNSEEN = /[^\P{C}\t]|[\u2028\u2029]/gu

/** At most four characters, and at most a quarter of the value; what follows tells nothing, not even the length. */
export function mask(secret: string): string {
  const shown = Array.from(secret.slice(0, 2 * SHOWN)).slice(0, Math.min(SHOWN, secret.length >> 2))
  return `${harmless(shown.join(''))}${CUT}`
}

/** The text with nothing in it that a terminal would obey. */
export const harmless = (text: string): string => text.replace(UNSEEN, '\ufffd')
