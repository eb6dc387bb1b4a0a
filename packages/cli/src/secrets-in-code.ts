import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import glob from 'fast-glob'

const SOURCES = '**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx,vue,svelte}'
const IGNORED = ['**/node_modules/**', '**/dist/**', '**/build/**', '**/.git/**', '**/*.d.ts']
/** Larger ones are generated. In bytes. */
const LARGEST = 2 * 1024 * 1024

// process.env.NAME and process.env['NAME'], with ?. too
const READ = /\bprocess\.env(?:\?\.|\.)?(?:\[\s{0,8}['"`](\w{1,128})['"`]\s{0,8}\]|(?<=\.)(\w{1,128}))/g
// const { NAME, OTHER: other = 'x' } = process.env
const TAKEN = /\{([^{}]{1,4000})\}\s{0,8}=\s{0,8}process\.env\b(?!\s{0,8}[.?[])/g

/** The names that a text of JavaScript or TypeScript reads from `process.env`, each once. */
export const variablesOf = (code: string): string[] => {
  const read = [...code.matchAll(READ)].map(([, quoted, plain]) => quoted ?? plain!)
  const taken = [...code.matchAll(TAKEN)].flatMap(([, names]) =>
    names!.split(',').flatMap((name) => /^\s*(\w+)\s*(?:[:=]|$)/.exec(name)?.[1] ?? []),
  )
  return [...new Set([...read, ...taken])]
}

/** The names that the code in a folder reads from `process.env`. Links are not followed. */
export const variablesInCode = async (folder: string): Promise<string[]> => {
  const files = await glob(SOURCES, {
    cwd: folder,
    ignore: IGNORED,
    followSymbolicLinks: false,
    suppressErrors: true,
  })
  const names = new Set<string>()
  for (const name of files.sort()) {
    const file = join(folder, name)
    const { size } = await stat(file)
    if (size <= LARGEST) for (const variable of variablesOf(await readFile(file, 'utf8'))) names.add(variable)
  }
  return [...names]
}
