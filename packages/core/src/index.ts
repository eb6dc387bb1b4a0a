export { type Alphabet, alphabets } from './alphabets.ts'
export {
  awsAccount,
  type Checksum,
  checksums,
  type EndCheck,
  endChecks,
  endChecksum,
  mnemonicHolds,
  type Verdict,
} from './checksums/index.ts'
export { entropy } from './entropy.ts'
export { type Encoding, type Form, forms, type LeftOut } from './forms.ts'
export {
  isCommonWord,
  nextLetter,
  randomness,
  type TextShape,
  textShape,
  wordCover,
  wordsOf,
} from './likelihood/index.ts'
export { type GrowingMatcher, type Match, type Matcher, matcher, type Pattern } from './matcher/index.ts'
export { type Effect, type Placeholder, placeholder, type Surroundings } from './placeholders/index.ts'
export { byteRedactor, type Redaction, type StreamRedactor, textRedactor } from './stream.ts'
export { type Part, type PartKind, parts, type SecretForm, secretForms } from './structure/index.ts'
