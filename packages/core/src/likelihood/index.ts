export { randomness } from './randomness.ts'
export { type TextShape, textShape } from './shapes.ts'
export { nextLetter } from './tables.ts'
export { isCommonWord, wordCover, wordsOf } from './words.ts'
