import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { nearest } from '../nearest.ts'
import { Secret } from '../secret.ts'
import type { Given, Missing, Optional, Source, Surroundings } from './source.ts'

/** A secret in an environment variable. An empty variable counts as missing. */
export function env<const O extends Optional = object>(name: string, options?: O): Source<Given<Secret, O>> {
  return {
    read(surroundings) {
      const value = surroundings.env[name]
      if (value) return { secret: new Secret(name, value) as Given<Secret, O> }
      if (options?.optional) return { secret: undefined as Given<Secret, O> }
      return { missing: missing(name, value, surroundings) }
    },
  }
}

function missing(name: string, value: string | undefined, { env, root }: Surroundings): Missing {
  const where =
    value === '' ? 'an environment variable that is set but empty' : 'an environment variable that is not set'
  if (existsSync(resolve(root, name))) {
    return { name, where, remedy: `There is a file ${resolve(root, name)}: read it with file('${name}').` }
  }
  const set = Object.keys(env).filter((key) => env[key])
  const similar = nearest(name, set)
  return {
    name,
    where,
    remedy: similar ? `Did you mean ${similar}, which is set?` : `Set ${name}, or add it to the .env file.`,
  }
}
