export { randomness } from './randomness.ts'
export { type TextShape, textShape } from './shapes.ts'
export { isCommonWord, wordCover, wordsOf } from './words.ts'
