import { dirname, posix, relative, sep } from 'node:path'

/** Parts the folder from where paths start, in a way that leads from the folder above both. */
const FROM = '//'

/**
 * The way from a folder to the one that paths start from, in a form that is the same on every machine. When that is not
 * within the folder: from the nearest above both, the way to the folder, `//`, and the way to where paths start.
 */
export function wayFrom(folder: string, start: string): string {
  const slashes = (path: string): string => path.replaceAll(sep, '/')
  const way = relative(folder, start)
  if (!way.startsWith('..')) return slashes(way)
  let above = folder
  while (above !== dirname(above) && relative(above, start).startsWith('..')) above = dirname(above)
  return slashes(`${relative(above, folder)}${FROM}${relative(above, start)}`)
}

/** The path as it is from a folder, when it starts where this way leads; undefined outside of the folder. */
export function rooted(way: string, path: string): string | undefined {
  if (way === '' || path === '') return path
  const [folder, start] = way.includes(FROM) ? (way.split(FROM) as [string, string]) : ['', way]
  const joined = posix.join(start, path)
  if (joined.startsWith('../') || joined === '..') return undefined
  if (folder === '') return joined
  return joined.startsWith(`${folder}/`) ? joined.slice(folder.length + 1) : undefined
}
