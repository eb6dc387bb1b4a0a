/** Letters and digits in turn, each once: as people make up a token. `keyboardWalk('qwe')` is q, 1, w, 2, e, 3. */
export const keyboardWalk = (letters: string): string =>
  [...letters].map((letter, at) => `${letter}${at + 1}`).join('')
