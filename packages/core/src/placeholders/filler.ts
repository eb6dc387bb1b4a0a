import { entropy } from '../entropy.ts'
import type { Shape } from './shape.ts'

/** Whether `text` is one unit of at most `longest` characters, at least twice. */
function repeats(text: string, longest: number): boolean {
  for (let unit = 1; unit <= Math.min(longest, text.length / 2); unit++) {
    if (text.slice(unit) === text.slice(0, -unit)) return true
  }
  return false
}

/** How many neighbours in a row count up, or count down, by one: 7 in `abcdefgh`. The case does not matter. */
function counting(text: string): number {
  const lower = text.toLowerCase()
  let longest = 0
  let run = 0
  let direction = 0
  for (let i = 1; i < lower.length; i++) {
    const step = lower.charCodeAt(i) - lower.charCodeAt(i - 1)
    // 9 carries on with a or 0: 789abc, 7890123.
    const now = lower[i - 1] === '9' && /[a0]/.test(lower.charAt(i)) ? 1 : step
    run = Math.abs(now) !== 1 ? 0 : now === direction ? run + 1 : 1
    direction = now
    if (run > longest) longest = run
  }
  return longest
}

/** The share of the neighbours of which the second follows on the first by at most so many steps, either way. */
function following(text: string, steps: number): number {
  const lower = text.toLowerCase()
  let count = 0
  for (let i = 1; i < lower.length; i++) {
    if (Math.abs(lower.charCodeAt(i) - lower.charCodeAt(i - 1)) <= steps) count++
  }
  return count / (text.length - 1)
}

/** Whether one unit of a few characters after the other stands in it at least twice: `abcdabcd121212`. */
function repeatsThroughout(text: string): boolean {
  for (let at = 0; at < text.length; ) {
    let longest = 0
    for (let unit = 1; unit <= 4; unit++) {
      let length = unit
      while (length < text.length - at && text[at + length] === text[at + length - unit]) length++
      if (length >= 2 * unit) longest = Math.max(longest, length)
    }
    if (longest === 0) return false
    at += longest
  }
  return true
}

const KEYBOARD = /qwerty|qwertz|azerty|asdf|zxcv|qazwsx|1q2w3e|1qaz2wsx/i

/** What people type to fill a field. Shapes of the whole value: `value` has its quotes and prefix removed. */
export const filler: readonly Shape[] = [
  { reason: 'repeated character', effect: 'drop', matches: (value) => /^(.)\1{2,}$/.test(value) },
  { reason: 'repeated unit', effect: 'drop', matches: (value) => value.length > 5 && repeats(value, 12) },
  {
    reason: 'counts up or down',
    effect: 'drop',
    weak: true,
    matches: (value) => value.length > 5 && counting(value) >= Math.min(10, 0.7 * value.length),
  },
  {
    reason: 'one repeated unit after the other',
    effect: 'drop',
    matches: (value) => value.length >= 12 && repeatsThroughout(value),
  },
  // Of digits drawn at random, it is a tenth.
  {
    reason: 'runs of one character',
    effect: 'drop',
    matches: (value) => value.length >= 12 && following(value, 0) > 0.5,
  },
  { reason: 'ellipsis', effect: 'drop', matches: (value) => /\.\.\.|…/.test(value) },
  {
    reason: 'masked',
    effect: 'drop',
    matches: (value) => /\*{3,}|[•●█▒░]{2,}|^.{0,6}[xX]{6,}.{0,6}$/.test(value),
  },
  {
    reason: 'few different characters',
    effect: 'drop',
    matches: (value) => value.length >= 20 && new Set(value).size < 5,
  },
  { reason: 'low entropy', effect: 'drop', matches: (value) => value.length >= 20 && entropy(value) < 2.5 },
  { reason: 'long run of one character', effect: 'lower', matches: (value) => /(.)\1{7}/.test(value) },
  {
    reason: 'counts up or down in part',
    effect: 'lower',
    weak: true,
    matches: (value) => counting(value) >= 6,
  },
  {
    reason: 'made of rows',
    effect: 'lower',
    matches: (value) => value.length >= 12 && following(value, 1) > 0.62,
  },
  { reason: 'keyboard row', effect: 'lower', weak: true, matches: (value) => KEYBOARD.test(value) },
]
