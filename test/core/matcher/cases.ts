import type { Match, Pattern } from '@tacet/core'

/** What a matcher must find, whichever it is: one row a case. */
export interface Case {
  readonly name: string
  readonly patterns: readonly (string | Pattern)[]
  readonly text: string
  /** `[start, end, pattern]` */
  readonly matches: readonly (readonly [number, number, number])[]
}

const long = Array.from({ length: 40 }, (_, index) => String.fromCharCode(97 + ((index * 7) % 26))).join('')
const wrap = (text: string, at: number, eol = '\n') => text.slice(0, at) + eol + text.slice(at)
const wrapped: Pattern = { text: long, wrapped: true }

export const cases: readonly Case[] = [
  { name: 'no patterns', patterns: [], text: 'anything', matches: [] },
  { name: 'an empty pattern matches nothing', patterns: [''], text: 'anything', matches: [] },
  { name: 'empty text', patterns: ['a'], text: '', matches: [] },
  { name: 'one unit', patterns: ['a'], text: 'bab', matches: [[1, 2, 0]] },
  { name: 'the whole text', patterns: ['needle'], text: 'needle', matches: [[0, 6, 0]] },
  { name: 'at the end', patterns: ['needle'], text: 'a needle', matches: [[2, 8, 0]] },
  { name: 'cut short', patterns: ['needle'], text: 'a needl', matches: [] },
  {
    name: 'the longest of those that start together',
    patterns: ['ab', 'abc'],
    text: 'abcd',
    matches: [[0, 3, 1]],
  },
  { name: 'overlapping', patterns: ['abc', 'cde'], text: 'xabcdex', matches: [[1, 6, 0]] },
  { name: 'touching', patterns: ['abc', 'def'], text: 'xabcdefx', matches: [[1, 7, 0]] },
  {
    name: 'nested',
    patterns: ['abcdef', 'cd'],
    text: 'abcdef cd',
    matches: [
      [0, 6, 0],
      [7, 9, 1],
    ],
  },
  { name: 'bordered', patterns: ['aba'], text: 'ababa', matches: [[0, 5, 0]] },
  { name: 'a false start that shares a border', patterns: ['aab1'], text: 'aaab1', matches: [[1, 5, 0]] },
  {
    name: 'the tail of one begins another',
    patterns: ['sk-live-x', 'live-y9k2'],
    text: 'sk-live-y9k2',
    matches: [[3, 12, 1]],
  },
  {
    name: 'a common prefix',
    patterns: ['key-1', 'key-2', 'key-33'],
    text: 'key-3 key-33',
    matches: [[6, 12, 2]],
  },
  { name: 'equal patterns: the first', patterns: ['same', 'same'], text: 'same', matches: [[0, 4, 0]] },
  { name: 'wrapped, in one piece', patterns: [wrapped], text: `x${long}x`, matches: [[1, 41, 0]] },
  { name: 'wrapped in the middle', patterns: [wrapped], text: `x${wrap(long, 20)}x`, matches: [[1, 42, 0]] },
  {
    name: 'wrapped by an indented CRLF',
    patterns: [wrapped],
    text: wrap(long, 9, '\r\n   \t'),
    matches: [[0, 46, 0]],
  },
  { name: 'wrapped by an escape', patterns: [wrapped], text: wrap(long, 9, '\\n'), matches: [[0, 42, 0]] },
  { name: 'wrapped by escapes', patterns: [wrapped], text: wrap(long, 9, '\\r\\n'), matches: [[0, 44, 0]] },
  { name: 'wrapped after the head', patterns: [wrapped], text: wrap(long, 4), matches: [[0, 41, 0]] },
  { name: 'wrapped within the head', patterns: [wrapped], text: wrap(long, 2), matches: [[5, 41, 0]] },
  { name: 'wrapped before the last unit', patterns: [wrapped], text: wrap(long, 39), matches: [[0, 41, 0]] },
  {
    name: 'wrapped twice, far apart',
    patterns: [wrapped],
    text: wrap(wrap(long, 37), 5),
    matches: [[0, 42, 0]],
  },
  { name: 'wrapped twice, too close', patterns: [wrapped], text: wrap(wrap(long, 36), 5), matches: [] },
  { name: 'an empty line is no wrapping', patterns: [wrapped], text: wrap(long, 9, '\n\n'), matches: [] },
  { name: 'not said to be wrapped', patterns: [long], text: wrap(long, 9), matches: [] },
]

export function patternsOf({ patterns }: Case): Pattern[] {
  return patterns.map((pattern) => (typeof pattern === 'string' ? { text: pattern } : pattern))
}

export function rows(matches: readonly Match[]): number[][] {
  return matches.map(({ start, end, pattern }) => [start, end, pattern])
}
