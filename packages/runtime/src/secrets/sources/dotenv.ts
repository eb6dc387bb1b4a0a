import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'dotenv'

export interface DotenvOptions {
  /** The folder of the files. The working folder unless given. */
  readonly folder?: string
  /** Reads them although `NODE_ENV` is `production`. */
  readonly inProduction?: boolean
}

/** The `.env` files of a folder. */
export interface DotenvFamily {
  /** The paths of those that are there, in the order of precedence. */
  readonly files: readonly string[]
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
  const parsed = refused ? [] : found.map(({ path, text }) => ({ path, values: parse(text) }))
  return {
    files: found.map(({ path }) => path),
    refused: refused && found.length > 0,
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

/** One that cannot be read is as good as not there: the secrets that it should hold are missed by name. */
function read(path: string): { path: string; text: string }[] {
  try {
    return [{ path, text: readFileSync(path, 'utf8').replace(/^\ufeff/, '') }]
  } catch {
    return []
  }
}
