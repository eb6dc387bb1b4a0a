// JSON.stringify leaves these as they are; a terminal obeys them, and a CI runner obeys `##[…]`.
const obeyed = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|#(?=#\w*\[)/g

const escapeObeyed = (json: string): string =>
  json.replace(obeyed, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

/**
 * A value as JSON that parses to the same value and that is safe to print: characters that a terminal or a CI
 * runner would obey are written as escapes. They can only stand inside strings.
 *
 * @param depth How many levels the lines after the first are indented by.
 * @param level How many spaces a level is.
 */
export const jsonText = (value: unknown, depth = 0, level = 2): string =>
  escapeObeyed(JSON.stringify(value, null, level)).replaceAll('\n', `\n${' '.repeat(depth * level)}`)

/** The same in one line, without its end. */
export const jsonLine = (value: unknown): string => escapeObeyed(JSON.stringify(value))
