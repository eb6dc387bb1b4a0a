import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'dotenv'
import { codeOf, isAbsent } from './read-file.ts'

export interface DotenvOptions {
  /** The folder of the files. The working folder unless given. */
  readonly folder?: string
  /** Reads them although `NODE_ENV` is `production`. */
  readonly inProduction?: boolean
}

/** The `.env` files of a folder. */
export interface DotenvFamily {
  /** The paths of those that could be read, in the order of precedence. */
  readonly files: readonly string[]
  /** The same, with those that are there and could not be read, and why. */
  readonly lookedIn: readonly string[]
  /** Whether they are there and left alone, since this is production. */
  readonly refused: boolean
  /** The value, and the file it is from. Those that are empty count as not there. */
  get(name: string): { readonly value: string; readonly path: string } | undefined
  names(): string[]
}

/**
 * Reads the `.env` files in the order that Next.js, Vite and dotenv-flow made common: `.env.<NODE_ENV>.local`,
 * `.env.local`, `.env.<NODE_ENV>`, `.env`; the first that has a name wins. Without a `NODE_ENV` it is `development`;
 * `.env.local` is left out for `test`, so that tests give the same everywhere.
 */
export function dotenvFamily(option: boolean | DotenvOptions, nodeEnv = 'development'): DotenvFamily {
  const { folder = '.', inProduction = false } = typeof option === 'object' ? option : {}
  const refused = nodeEnv === 'production' && !inProduction
  const found = option === false ? [] : family(nodeEnv).flatMap((name) => read(resolve(folder, name)))
  const readable = found.filter((file) => 'text' in file)
  const parsed = refused ? [] : readable.map(({ path, text }) => ({ path, values: parse(text) }))
  return {
    files: readable.map(({ path }) => path),
    lookedIn: found.map((file) => ('text' in file ? file.path : `${file.path} (${file.unread})`)),
    refused: refused && readable.length > 0,
    get(name) {
      for (const { path, values } of parsed) {
        const value = Object.hasOwn(values, name) ? values[name] : undefined
        if (value) return { value, path }
      }
      return undefined
    },
    names: () => parsed.flatMap(({ values }) => Object.keys(values).filter((name) => values[name])),
  }
}

function family(nodeEnv: string): string[] {
  // It becomes a part of a path.
  const mode = /^[\w-]+$/.test(nodeEnv) ? [`.env.${nodeEnv}`] : []
  const local = nodeEnv === 'test' ? [] : ['.env.local']
  return [...mode.map((name) => `${name}.local`), ...local, ...mode, '.env']
}

type DotenvFile = { readonly path: string } & ({ readonly text: string } | { readonly unread: string })

/** One that cannot be read ends nothing: the secrets that it should hold are missed by name, and it is named there. */
function read(path: string): DotenvFile[] {
  try {
    const bytes = readFileSync(path)
    // As PowerShell writes it unless told otherwise.
    const isWide = bytes.subarray(0, 2).toString('latin1') === '\xff\xfe'
    if (isWide) return [{ path, unread: 'is UTF-16: save it as UTF-8' }]
    return [{ path, text: bytes.toString().replace(/^\ufeff/, '') }]
  } catch (error) {
    return isAbsent(error) ? [] : [{ path, unread: `cannot be read: ${codeOf(error)}` }]
  }
}
