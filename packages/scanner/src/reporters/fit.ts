import { columns } from './printable.ts'

/** The last characters of a text that fit into so many columns. */
const end = (text: string, width: number): string => {
  let kept = ''
  for (const character of Array.from(text).reverse()) {
    if (columns(character + kept) > width) break
    kept = character + kept
  }
  return kept
}

/** The first characters of a text that fit into so many columns. */
const start = (text: string, width: number): string => {
  let kept = ''
  for (const character of text) {
    if (columns(kept + character) > width) break
    kept += character
  }
  return kept
}

/** A line in three parts, cut at its ends so that it fits and the middle stays. */
export const fitLine = (
  [before, middle, after]: readonly [string, string, string],
  width: number,
): readonly [string, string, string] => {
  const room = Math.max(width - columns(middle), 2)
  const [left, right] = [columns(before), columns(after)]
  if (left + right <= room) return [before, middle, after]
  const forAfter = Math.min(right, Math.max(Math.floor(room / 3), room - left))
  const forBefore = room - forAfter
  return [
    left <= forBefore ? before : `…${end(before, forBefore - 1)}`,
    middle,
    right <= forAfter ? after : `${start(after, forAfter - 1)}…`,
  ]
}

/**
 * A text in lines that fit. A word that is longer, as an address, stays whole, so that it can be copied.
 *
 * @param hang what the lines after the first are indented by besides
 */
export const wrapWords = (text: string, width: number, hang = ''): string[] => {
  const [, indent, words] = /^(\s*)(.*)$/su.exec(text)!
  const lines: string[] = []
  let line = indent!
  let isFirst = true
  for (const word of words!.split(' ')) {
    const longer = isFirst ? line + word : `${line} ${word}`
    if (!isFirst && columns(longer) > width) {
      lines.push(line)
      line = indent + hang + word
    } else line = longer
    isFirst = false
  }
  return [...lines, line]
}
