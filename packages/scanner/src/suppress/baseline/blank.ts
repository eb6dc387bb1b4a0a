const ENTRY = /^([\da-f]{32} )(\S+) \S/gm
const BLANK = 0x20

/**
 * Blanks the fingerprints of entries, and the rules that they name, in the text of a baseline: they are known for what
 * they are, and of hundreds of thousands of them each would be looked at as what might be a secret. All else stays as it
 * is, at its place: paths, owners, reasons, and every line that is no entry of a rule that there is. An entry that the
 * end of the text cuts stays too.
 *
 * @param isRule - whether there is such a rule: another word in its place might be anything
 */
export function blankEntries(text: Buffer, isRule: (id: string) => boolean): void {
  // A unit a byte, so that offsets are the same.
  for (const { index, 1: fingerprint, 2: id } of text.toString('latin1').matchAll(ENTRY)) {
    if (isRule(id!)) text.fill(BLANK, index, index + fingerprint!.length + id!.length)
  }
}
