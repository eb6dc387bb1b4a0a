import { createRequire } from 'node:module'
import Koa from 'koa'

/** Koa 2, which has no types of its own here: what is used of it is the same. */
const Koa2 = createRequire(import.meta.url)('koa-2') as typeof Koa

export const koaVersions = [
  { version: 3, Koa },
  { version: 2, Koa: Koa2 },
] as const
