import { digitRuns } from './digit-runs.ts'
import type { Follows } from './follows.ts'
import { type KeywordIndex, keywordIndex } from './keywords.ts'
import { signsIn } from './signs.ts'

/** The passes that look at every byte. What they return may be written over by the next call. */
export interface ByteSearch {
  /**
   * @param keywords - lower case, at least three bytes of UTF-8 each
   * @param follows - what has to follow each of them
   */
  index(keywords: readonly string[], follows?: readonly Follows[]): KeywordIndex
  /** Where quotes, escapes and braces stand; all of them, or only those that their neighbours tell to be of interest. */
  signs(bytes: Buffer, all: boolean): Uint32Array | number[]
  /** Start and end, in turn, of every run of at least so many digits of base64, 24 or more, that may say something. */
  runs(bytes: Buffer, shortest: number): Uint32Array | number[]
  /** Memory that is searched where it is. Ask for it last: it may move when an index is made. */
  room(size: number): Buffer
}

/** In plain JavaScript, where WebAssembly cannot be had. */
export const scriptSearch: ByteSearch = {
  index: keywordIndex,
  signs: signsIn,
  runs: digitRuns,
  room: (size) => Buffer.allocUnsafeSlow(size),
}
