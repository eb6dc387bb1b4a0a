import { createRequire } from 'node:module'
import express5 from 'express'

/** Express 4, which has no types of its own here: what is used of it is the same. */
const express4 = createRequire(import.meta.url)('express-4') as typeof express5

export const expressVersions = [
  { version: 5, express: express5 },
  { version: 4, express: express4 },
] as const
