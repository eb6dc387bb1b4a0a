import { stripVTControlCharacters, styleText } from 'node:util'

/** Prints rows under a heading; the first column to the left, the others to the right. */
export function printTable(
  title: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const widths = headings.map((heading, column) =>
    Math.max(width(heading), ...rows.map((row) => width(row[column] ?? ''))),
  )
  const line = (cells: readonly string[]) =>
    widths.map((size, column) => pad(cells[column] ?? '', size, column > 0)).join('  ')
  console.log(`\n${styleText('bold', title)}`)
  console.log(styleText('dim', line(headings)))
  for (const row of rows) console.log(line(row))
}

export function ratio(value: number): string {
  return `${value.toFixed(2)} ×`
}

export function mebibytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1)
}

function pad(cell: string, size: number, right: boolean): string {
  const space = ' '.repeat(size - width(cell))
  return right ? space + cell : cell + space
}

function width(cell: string): number {
  return stripVTControlCharacters(cell).length
}
