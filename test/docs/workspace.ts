import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fileName, isProgram, type Page } from './pages.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The port in the pages. The tests put a free one in its place. */
const PORT = '3000'

/** The programs of the pages, in a project that has the packages of the workspace installed. */
export interface Workspace {
  /** The folder with the programs of a page. */
  folder(page: Page): string
  /** What of a page has to be replaced before it is run. */
  adapt(text: string): string
  /** What the compiler says of the programs, an error a line. */
  check(): Promise<string[]>
  remove(): Promise<void>
}

export async function createWorkspace(pages: readonly Page[]): Promise<Workspace> {
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'tacet-docs-')))
  const port = await freePort()
  const adapt = (text: string): string => text.replaceAll(PORT, String(port))
  const folder = ({ path }: Page): string => join(top, path.replace(/\W/g, '-'))
  symlinkSync(join(root, 'node_modules'), join(top, 'node_modules'), 'junction')
  for (const page of pages) {
    mkdirSync(folder(page))
    for (const block of page.blocks.filter(isProgram)) {
      const extension = block.language === 'js' ? 'mjs' : 'mts'
      const name = fileName(block) ?? `line-${block.line}.${extension}`
      writeFileSync(join(folder(page), name), adapt(block.text))
    }
  }
  const extended = join(root, 'tsconfig.base.json')
  const compilerOptions = {
    noEmit: true,
    composite: false,
    declarationMap: false,
    sourceMap: false,
    allowJs: true,
    checkJs: true,
    noUnusedLocals: false,
    noUnusedParameters: false,
  }
  writeFileSync(join(top, 'tsconfig.json'), JSON.stringify({ extends: extended, compilerOptions }))
  return { folder, adapt, check: () => check(top), remove: () => rm(top, { recursive: true, force: true }) }
}

function check(folder: string): Promise<string[]> {
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  return new Promise((resolve) => {
    execFile(process.execPath, [compiler, '--noEmit', '-p', folder], { cwd: folder }, (error, stdout) => {
      const lines = stdout.split('\n').filter(Boolean)
      resolve(error && lines.length === 0 ? [error.message] : lines)
    })
  })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
