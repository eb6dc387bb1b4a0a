import type { Document, Part } from './document.ts'
import { isRecord, type JsonRecord, recordsIn, textsIn } from './json.ts'

/** The cells of a Jupyter notebook (nbformat 3 and 4), and what they put out, numbered from 1. */
export function notebook(book: JsonRecord): Document | undefined {
  if (typeof book.nbformat !== 'number') return undefined
  const cells = [book, ...recordsIn(book.worksheets)].flatMap((sheet) => recordsIn(sheet.cells))
  const parts: Part[] = []
  for (const [index, cell] of cells.entries()) {
    const name = `cell-${index + 1}`
    parts.push({ name, text: sourceOf(cell) })
    for (const [number, output] of recordsIn(cell.outputs).entries()) {
      parts.push({ name: `${name}/output-${number + 1}`, text: shownBy(output) })
    }
  }
  const without = (key: string, value: unknown): unknown =>
    key === 'cells' || key === 'worksheets' ? undefined : value
  const metadata = cells.map(({ metadata, attachments }) => ({ metadata, attachments }))
  return { parts, rest: `${JSON.stringify(book, without)}\n${JSON.stringify(metadata)}` }
}

/** The lines of a text each have their line feed. */
const sourceOf = ({ source, input }: JsonRecord): string => textsIn(source ?? input).join('')

/** What a stream or a value shows as text, and what an error says. */
function shownBy({ text, data, traceback }: JsonRecord): string {
  const shown = isRecord(data) ? Object.values(data).map((value) => textsIn(value).join('')) : []
  return [textsIn(text).join(''), ...shown, textsIn(traceback).join('\n')].filter(Boolean).join('\n')
}
