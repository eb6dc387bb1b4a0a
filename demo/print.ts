import { styleText } from 'node:util'

export function heading(text: string): void {
  console.log(`\n${styleText('bold', text)}\n`)
}

export function verdict(ok: boolean, text: string): string {
  return styleText(ok ? 'green' : 'red', `${ok ? '✓' : '✗'} ${text}`)
}

/** A row of columns with the given widths; the last column is as long as it is. */
export function row(cells: readonly string[], widths: readonly number[]): string {
  return cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')
}

/** What came out, on one line: around the first placeholder, when there is one. */
export function excerpt(output: string, width: number): string {
  const line = output.replace(/\s+/g, ' ')
  const at = Math.max(0, line.indexOf('[REDACTED') - 24)
  return line.slice(at, at + width)
}
