import type { Secret } from '@tacet/runtime'
import { fakeSecret } from './fake-secret.ts'

/** What must not be printed. */
export const value = fakeSecret('hold')

/** What a service has without `Secret`: every path has to print this one, or the path proves nothing. */
export class Plain {
  readonly name = 'API_KEY'
  readonly value = value

  toString(): string {
    return this.value
  }
}

export type Holder = Plain | Secret

/** Options for `util.inspect` to show all there is. */
export const whole = {
  depth: null,
  showHidden: true,
  showProxy: true,
  getters: true,
  maxStringLength: null,
} as const
/** The holder in objects, a list, a map and a set. */
export const deep = (holder: Holder) => ({
  a: { b: { c: { d: [holder, new Map([[holder, new Set([holder])]])] } } },
})

/** Every method of a console that prints what it is given, `assert` and timers apart. */
export const consoleMethods = [
  'debug',
  'dir',
  'dirxml',
  'error',
  'group',
  'groupCollapsed',
  'info',
  'log',
  'table',
  'trace',
  'warn',
] as const

/** Whether the value is in the text, in one of the forms that printing gives bytes. */
export const shows = (text: string): boolean =>
  [value, Buffer.from(value).toString('base64'), Buffer.from(value).toString('hex')].some((form) =>
    // Tables and diffs break lines and wrap cells.
    text.replaceAll(/\s/g, '').includes(form),
  )
