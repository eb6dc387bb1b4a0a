import { printedName } from '../names.ts'
import type { ListedObject } from './listing.ts'
import type { ObjectType } from './object-reader.ts'

/**
 * What findings call an object. No file of a repository can be below `.git`, so what is no file, or has no name, is
 * called by its id there.
 */
export function objectPath({ id, path }: ListedObject, type: ObjectType): string {
  return type === 'blob' && path !== '' ? printedPath(path) : `.git/${type}/${id}`
}

/** A path whose units are its bytes, as findings show it. */
export function printedPath(path: string): string {
  return /[^\0-\x7f]/.test(path) ? printedName(Buffer.from(path, 'latin1')) : path
}
