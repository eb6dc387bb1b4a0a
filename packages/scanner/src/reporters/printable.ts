/**
 * What a terminal or a CI runner would obey instead of showing: control characters, invisible and
 * direction-changing ones, lone surrogates, and the start of a runner command that counts anywhere in a line
 * (`##[…]`, `##vso[…]`, `##teamcity[…]`).
 */
const obeyed = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|#(?=#\w*\[)/gu

const escapeCharacter = (character: string): string => {
  const code = character.codePointAt(0)!
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`
  return `\\u${code <= 0xffff ? code.toString(16).padStart(4, '0') : `{${code.toString(16)}}`}`
}

/** One line of text that can be shown anywhere: all that would be obeyed is written as an escape. */
export const printable = (text: string): string => text.replace(obeyed, escapeCharacter)

/** A line of a file, its indentation kept. */
export const printableLine = (text: string): string => printable(text.replaceAll('\t', '  '))

/** A path to start a line with. GitHub's runner takes a line that starts with `::` as a command. */
export const printablePath = (path: string): string => {
  const shown = printable(path)
  return shown.trimStart().startsWith('::') ? `./${shown}` : shown
}

const wide =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303e\uff01-\uff60]/u

/** How many columns a printable text takes in a terminal. */
export const columns = (text: string): number => {
  let count = 0
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue
    count += wide.test(character) ? 2 : 1
  }
  return count
}
