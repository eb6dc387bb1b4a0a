import type { Skip } from '../coverage.ts'
import type { FileEntry } from './entry.ts'
import { openFile } from './file.ts'
import type { ObjectsUnit } from './git/objects-unit.ts'
import type { PackedUnit } from './packs/packed-unit.ts'

/** A file on the disk. */
export interface FileUnit extends FileEntry {
  readonly kind: 'file'
  /** The directory that links should not lead out of. */
  readonly root: string
}

/** What can be opened, by its kind. */
interface Units {
  file: FileUnit
}

type UnitOf<Kind extends keyof Units> = { [Each in Kind]: Units[Each] & { readonly kind: Each } }[Kind]

/** Objects of a repository to scan. */
export type HistoryUnit = ObjectsUnit | PackedUnit

/** One thing to scan, described by plain data: it can be sent to any thread, and be opened there. */
export type Unit = UnitOf<keyof Units> | HistoryUnit

/** What a unit holds, while it is read. */
export interface OpenUnit {
  /** Reads on. Returns how many bytes it put into the buffer, 0 at the end. */
  read(into: Buffer): number
  /** How many bytes were read. */
  readonly total: number
  /** Whether all of it is known to be read. */
  readonly ended: boolean
  close(): void
}

type Opened = OpenUnit | Skip | undefined

const openers: { readonly [Kind in keyof Units]: (unit: UnitOf<Kind>, maxSize: number) => Opened } = {
  file: (unit, maxSize) => openFile(unit, unit.root, maxSize),
}

/**
 * Opens a unit for reading.
 *
 * @param maxSize - in bytes; larger ones are skipped
 * @returns why it is skipped otherwise; undefined when it is not there (any more)
 */
export function openUnit<Kind extends keyof Units>(unit: UnitOf<Kind>, maxSize: number): Opened {
  return openers[unit.kind](unit, maxSize)
}
