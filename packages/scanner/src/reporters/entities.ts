import { printable } from './printable.ts'

// XML has no way to write the last two.
const marked = /[&<>"'\ufffe\uffff]/g

const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\ufffe': '\\ufffe',
  '\uffff': '\\uffff',
}

/**
 * One line of text that HTML and XML show as it is, also between quotes; what would be obeyed is an escape, and so
 * is the `::` at the start of a line by which GitHub's runner knows a command.
 */
export const escapeMarkup = (text: string): string =>
  printable(text)
    .replace(marked, (character) => replacements[character]!)
    .replace(/^(\s*):(?=:)/, '$1&#58;')
