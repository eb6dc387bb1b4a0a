import type { PackTables } from './pack-tables.ts'

/** Paths, each once, in memory that all threads share. */
export interface SharedPaths {
  readonly bytes: Uint8Array
  /** Where each begins; the last is where the last ends. */
  readonly starts: Uint32Array
}

/** Objects of a pack by the families that they are put together in. */
export interface PackedUnit {
  readonly kind: 'packed'
  readonly tables: PackTables
  /** Objects in `[from, to)` that are made from none, with all that is made from them. */
  readonly from: number
  readonly to: number
  /** Of each object the number of its path plus 1, or 0 when it is not to be looked at. */
  readonly wanted: Int32Array
  /** Of each object, 1 when it or one that is made from it is to be looked at. */
  readonly hasWanted: Uint8Array
  readonly paths: SharedPaths
}

/** An object of a pack. */
export interface PackedObject {
  readonly file: string
  readonly number: number
}

/** The text of a path, each byte one unit of it. */
export function pathAt({ bytes, starts }: SharedPaths, index: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(
    'latin1',
    starts[index],
    starts[index + 1],
  )
}
