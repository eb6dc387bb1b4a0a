import { type Alphabet, alphabets } from '@tacet/core'
import type { Random } from '@tacet/rules'

/** A text of examples that cannot be made; the message says why. */
export class ExampleError extends Error {
  override readonly name = 'ExampleError'
}

const placeholder = /\{\{([^{}]*)\}\}/g
const form = /^random:([A-Za-z0-9]+):(\d{1,4})$/

/**
 * The text with generated characters for each `{{random:ALPHABET:LENGTH}}` in it: so an example of a credential can
 * be written down without holding what looks like one.
 *
 * @throws ExampleError
 */
export function withRandom(text: string, random: Random): string {
  return text.replace(placeholder, (whole, inside: string) => {
    const [, name, length] = form.exec(inside) ?? []
    if (name === undefined || !Object.hasOwn(alphabets, name)) {
      throw new ExampleError(
        `${whole} means nothing: write {{random:ALPHABET:LENGTH}}, the alphabet one of ${Object.keys(alphabets).join(', ')}`,
      )
    }
    const alphabet = alphabets[name as Alphabet]
    return Array.from({ length: Number(length) }, () =>
      alphabet.charAt(Math.floor(random() * alphabet.length)),
    ).join('')
  })
}
