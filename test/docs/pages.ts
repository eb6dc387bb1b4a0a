import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** A fenced block of a page. */
export interface Block {
  readonly language: string
  readonly text: string
  /** Of its first line in the page, from 1. */
  readonly line: number
}

export interface Page {
  /** Relative to the root of the workspace, with `/`. */
  readonly path: string
  readonly text: string
  readonly blocks: readonly Block[]
}

const pagePaths = [
  'README.md',
  ...names('docs').map((name) => `docs/${name}`),
  ...names('packages').map((name) => `packages/${name}/README.md`),
]

/** Every page that speaks to users of Tacet. */
export const pages: readonly Page[] = pagePaths
  .filter((path) => path.endsWith('.md'))
  .map((path) => {
    const text = readFileSync(`${root}${path}`, 'utf8')
    return { path, text, blocks: blocksOf(text) }
  })

function names(folder: string): string[] {
  return readdirSync(`${root}${folder}`).toSorted()
}

function blocksOf(text: string): Block[] {
  return Array.from(text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm), ({ index, 1: language, 2: inside }) => ({
    language: language!,
    text: inside!,
    line: text.slice(0, index).split('\n').length + 1,
  }))
}

/** The file that a program calls itself in its first line, as `// orders.mjs`. */
export function fileName({ text }: Block): string | undefined {
  return /^\/\/ ([\w-]+\.m?[jt]s)\n/.exec(text)?.[1]
}

export function isProgram({ language }: Block): boolean {
  return language === 'js' || language === 'ts'
}
