import { emitKeypressEvents } from 'node:readline'
import type { Readable } from 'node:stream'

/** A key that was pressed. */
export interface Key {
  /** What it stands for, as `return`; of a letter the letter. */
  readonly name?: string
  /** What it types. */
  readonly sequence?: string
  readonly ctrl?: boolean
  readonly meta?: boolean
}

/** The input of a terminal. */
export interface KeyInput extends Readable {
  readonly isTTY?: boolean
  setRawMode?(mode: boolean): unknown
}

/** Reads keys as they are pressed; what is typed ahead waits. */
export class Keys {
  readonly #input: KeyInput
  readonly #waiting: Key[] = []
  #taker: ((key: Key | undefined) => void) | undefined
  #hasEnded = false

  constructor(input: KeyInput) {
    this.#input = input
    emitKeypressEvents(input)
    input.on('keypress', this.#take).on('end', this.#end).on('error', this.#end)
    input.setRawMode?.(true)
    input.resume()
  }

  /** The next key; undefined when there will be none. */
  next(): Promise<Key | undefined> {
    const key = this.#waiting.shift()
    if (key || this.#hasEnded) return Promise.resolve(key)
    return new Promise((resolve) => {
      this.#taker = resolve
    })
  }

  close(): void {
    this.#input.setRawMode?.(false)
    this.#input.off('keypress', this.#take).off('end', this.#end).off('error', this.#end)
    this.#input.pause()
  }

  readonly #take = (text: string | undefined, key: Key): void => {
    const pressed = { ...key, sequence: key.sequence ?? text ?? '' }
    const taker = this.#taker
    this.#taker = undefined
    if (taker) taker(pressed)
    else this.#waiting.push(pressed)
  }

  readonly #end = (): void => {
    this.#hasEnded = true
    this.#taker?.(undefined)
  }
}

export const isInterrupt = ({ name, ctrl }: Key): boolean => ctrl === true && (name === 'c' || name === 'd')

/**
 * Reads a line, and shows it as it is typed.
 *
 * @returns undefined when it was given up, by Escape; `interrupted` when the whole was
 */
export const readLine = async (
  keys: Keys,
  write: (text: string) => void,
): Promise<{ readonly line?: string; readonly interrupted?: true }> => {
  let line: string[] = []
  for (;;) {
    const key = await keys.next()
    if (key === undefined || isInterrupt(key)) return { interrupted: true }
    if (key.name === 'return' || key.name === 'enter') {
      write('\n')
      return { line: line.join('').trim() }
    }
    if (key.name === 'escape') {
      write('\n')
      return {}
    }
    if (key.name === 'backspace') {
      if (line.length > 0) write('\b \b')
      line = line.slice(0, -1)
    } else if (!key.ctrl && !key.meta && /^\P{C}$/u.test(key.sequence ?? '')) {
      line.push(key.sequence!)
      write(key.sequence!)
    }
  }
}
