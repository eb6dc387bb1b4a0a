/**
 * Shannon entropy of the characters of a text, in bits a character: 0 for one repeated character, at most
 * log2 of the length. Counts UTF-16 units.
 */
export function entropy(text: string): number {
  const counts = new Map<number, number>()
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    counts.set(unit, (counts.get(unit) ?? 0) + 1)
  }
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}
