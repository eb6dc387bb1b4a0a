import { imageConfig } from './image-config.ts'
import { isRecord } from './json.ts'
import { notebook } from './notebook.ts'
import { inlineMap, sourceMap } from './source-map.ts'

/** A text that a document holds, as someone wrote it. */
export interface Part {
  /** Within the document. */
  readonly name: string
  readonly text: string
}

/** A text that holds others in a form of its own. */
export interface Document {
  readonly parts: readonly Part[]
  /** What it holds besides. */
  readonly rest: string
}

/** Longer ones are not read, in bytes. */
export const LONGEST = 32 * 2 ** 20

const code = /\.(?:[cm]?[jt]sx?|css|html?|vue|svelte)$/i
const json = /\.(?:map|ipynb|json)$|(?:^|\/)sha256:[0-9a-f]+$|(?:^|\/)blobs\/sha256\/[0-9a-f]+$/i

/** Whether a file may be a document, by its name. */
export const mayBeDocument = (name: string): boolean => code.test(name) || json.test(name)

/** Reads a document. None when it is not one that is known, or nests deeper than can be read. */
export function readDocument(name: string, bytes: Buffer): Document | undefined {
  const text = bytes.toString('utf8')
  try {
    return json.test(name) ? jsonDocument(text) : inlineMap(text)
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined
    throw error
  }
}

function jsonDocument(text: string): Document | undefined {
  // A line that no program takes for code may stand before a source map.
  const value: unknown = JSON.parse(text.replace(/^\ufeff?(?:\)\]\}'[^\n]*\n)?/, ''))
  return isRecord(value) ? (sourceMap(value) ?? notebook(value) ?? imageConfig(value)) : undefined
}
