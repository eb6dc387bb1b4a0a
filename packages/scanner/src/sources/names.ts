import { isUtf8 } from 'node:buffer'
import { normalize, sep } from 'node:path'

/** A file name as text: bytes that are not UTF-8 are written `\xff`, so that different names stay different. */
export function printedName(name: Buffer): string {
  if (isUtf8(name)) return name.toString('utf8')
  return name.toString('latin1').replace(/[\x80-\xff]/g, (unit) => `\\x${unit.charCodeAt(0).toString(16)}`)
}

/** A name whose units are its bytes, as the system is asked for it. */
export function fromLatin1(name: string): string | Buffer {
  if (!/[^\0-\x7f]/.test(name)) return name
  const bytes = Buffer.from(name, 'latin1')
  return isUtf8(bytes) ? bytes.toString('utf8') : bytes
}

/** Joins a directory and a name below it. */
export function join(directory: string | Buffer, name: string | Buffer): string | Buffer {
  if (typeof directory === 'string' && typeof name === 'string') {
    return directory.endsWith(sep) ? directory + name : `${directory}${sep}${name}`
  }
  return Buffer.concat([Buffer.from(directory), Buffer.from(sep), Buffer.from(name)])
}

/** The path that a finding shows for `name` below what was given as `prefix` (empty for the working directory). */
export function shown(prefix: string, name: string): string {
  if (prefix === '') return name
  return prefix.endsWith('/') ? prefix + name : `${prefix}/${name}`
}

/** A given path as findings show it: `/` between its parts, nothing superfluous, empty for the working directory. */
export function shownPath(path: string): string {
  const normal = normalize(path).replaceAll(sep, '/')
  if (normal === '.' || normal === './') return ''
  return normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal
}
