import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createSupportsHyperlinks } from 'supports-hyperlinks'
import type { Output } from './terminal.ts'

/** The address of a scanned file. There is none of standard input, and none that leads into an archive. */
const fileAddress = (path: string): string | undefined =>
  path === '-' || path.includes('!/') ? undefined : pathToFileURL(resolve(path)).href

/** How to link to a place, if the terminal shows hyperlinks: FORCE_HYPERLINK decides for it. */
export const hyperlinksFor = (stream: Output): typeof fileAddress | undefined =>
  createSupportsHyperlinks(stream) ? fileAddress : undefined
