/**
 * Of encoders that write each character in a way of their own, those that write this text differently from the ones
 * before. It is enough to compare how they write the characters that occur: there are few, and most styles agree.
 *
 * @param occurring the characters that occur, each once
 */
export function* differing<Style, Text>(
  styles: readonly Style[],
  occurring: Text,
  write: (text: Text, style: Style) => string,
): Iterable<Style> {
  const seen = new Set<string>()
  for (const style of styles) {
    const written = write(occurring, style)
    if (!seen.has(written)) yield style
    seen.add(written)
  }
}

/** The characters of a text that some encoder may write in another way, each once. */
export function signsOf(text: string): string {
  return [...new Set(text.replace(/[A-Za-z0-9]+/g, ''))].join('')
}
