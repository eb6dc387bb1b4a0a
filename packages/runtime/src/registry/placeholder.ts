import type { SecretForm } from '@tacet/core'

const LONGEST_NAME = 64
const OUTER_STARS = /^\*+|\*+$/g

/**
 * The text that stands where a secret was. Only characters that are plain in JSON, HTML, URLs' fragments and header
 * values alike: what else a name has becomes `_`.
 */
export function placeholderFor(name: string): string {
  return `[REDACTED:${name.slice(0, LONGEST_NAME).replace(/[^A-Za-z0-9_.-]/g, '_') || 'SECRET'}]`
}

/** No placeholder is longer; no form that is longer stands within one. */
const LONGEST = '[REDACTED:]'.length + LONGEST_NAME

/** Chooses placeholders that make no new match with any form, whatever text stands around them. */
export class Placeholders {
  readonly #short = new Set<string>()
  readonly #bracketed: string[] = []
  readonly #chosen = new Map<string, string>()
  #row = '***'

  /** Minds a form from now on. For one that begins or ends with asterisks, `withoutOuterStars` is to be minded too. */
  mind(form: SecretForm): void {
    const text = literal(form)
    if (text.length <= LONGEST) this.#short.add(text)
    // One that may be wrapped also occurs without its first few characters.
    if ('wrapped' in form) this.#short.add(text.slice(text.length / 2))
    if (/[[\]]/.test(text)) this.#bracketed.push(text)
    while (text.includes(this.#row)) this.#row += '*'
    this.#chosen.clear()
  }

  /**
   * The first safe one of a short ladder: what is wanted, `[REDACTED]`, a row of asterisks. The row is longer than
   * any in a form, and no form begins or ends with asterisks without being a form without them too, so that nothing
   * is left that could meet it.
   *
   * @param wanted begins with `[` and ends with `]`
   */
  choose(wanted: string): string {
    let chosen = this.#chosen.get(wanted)
    if (chosen === undefined) {
      chosen = [wanted, '[REDACTED]'].find((candidate) => this.#isSafe(candidate)) ?? this.#row
      this.#chosen.set(wanted, chosen)
    }
    return chosen
  }

  #isSafe(candidate: string): boolean {
    for (let start = 0; start < candidate.length; start++) {
      for (let end = start + 1; end <= candidate.length; end++) {
        if (this.#short.has(candidate.slice(start, end))) return false
      }
    }
    return !this.#bracketed.some((text) => meets(text, candidate))
  }
}

/** The form without the asterisks it begins and ends with: the same form when it has none there. */
export function withoutOuterStars(form: SecretForm): SecretForm {
  const text = literal(form)
  if (!text.startsWith('*') && !text.endsWith('*')) return form
  const inner = text.replace(OUTER_STARS, '')
  return 'text' in form ? { ...form, text: inner } : { ...form, bytes: Buffer.from(inner, 'latin1') }
}

/** A form as text; bytes one unit each, for a placeholder is ASCII. */
export function literal(form: SecretForm): string {
  return 'text' in form ? form.text : Buffer.from(form.bytes).toString('latin1')
}

/** Whether the text contains the candidate, or ends with its beginning, or begins with its end. */
function meets(text: string, candidate: string): boolean {
  const first = candidate[0]!
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    const rest = text.slice(at, at + candidate.length)
    if (candidate.startsWith(rest)) return true
  }
  const last = candidate.at(-1)!
  for (let at = text.indexOf(last); at >= 0 && at < candidate.length; at = text.indexOf(last, at + 1)) {
    if (candidate.endsWith(text.slice(0, at + 1))) return true
  }
  return false
}
