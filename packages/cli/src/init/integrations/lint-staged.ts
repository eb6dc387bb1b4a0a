import { join, relative } from 'node:path'
import {
  applyEdits,
  findNodeAtLocation,
  getNodeValue,
  modify,
  type ParseError,
  parseTree,
} from 'jsonc-parser'
import type { Change } from '../change.ts'
import type { Integration } from '../integration.ts'
import { dependsOn, type Project } from '../project.ts'

const command = 'tacet hook pre-commit'
const jsonNames = ['.lintstagedrc.json', '.lintstagedrc']
const otherNames = [
  ...['yaml', 'yml', 'mjs', 'mts', 'js', 'ts', 'cjs', 'cts'].map((end) => `.lintstagedrc.${end}`),
  ...['mjs', 'mts', 'js', 'ts', 'cjs', 'cts'].map((end) => `lint-staged.config.${end}`),
]

const inPackage = ({ root, packageFolder }: Project, name: string): string =>
  relative(root, join(packageFolder, name))

/** The file that configures it, and where in it that is. */
const place = (project: Project): { readonly name: string; readonly path: readonly string[] } | undefined => {
  const { manifest } = project
  if (manifest !== undefined && Object.hasOwn(manifest, 'lint-staged')) {
    return { name: 'package.json', path: ['lint-staged'] }
  }
  const name = [...jsonNames, ...otherNames].find((each) => project.has(inPackage(project, each)))
  return name === undefined ? undefined : { name, path: [] }
}

/** The JSON text with one more command for all files. */
const added = (text: string, path: readonly string[]): string | undefined => {
  const errors: ParseError[] = []
  const tree = parseTree(text, errors)
  const node = tree && findNodeAtLocation(tree, [...path])
  if (errors.length > 0 || node?.type !== 'object') return undefined
  const old = findNodeAtLocation(node, ['*'])
  const before: unknown = old && getNodeValue(old)
  const tasks = before === undefined ? command : [...(Array.isArray(before) ? before : [before]), command]
  const indentation = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  '
  const formattingOptions = {
    insertSpaces: !indentation.startsWith('\t'),
    tabSize: indentation.startsWith('\t') ? 1 : indentation.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  }
  return applyEdits(text, modify(text, [...path, '*'], tasks, { formattingOptions }))
}

/** It knows nothing of a push. */
const beforePush: Change = {
  kind: 'by-hand',
  why: 'lint-staged runs before a commit only; let what runs your hooks run this before a push:',
  lines: ['tacet hook pre-push "$@"'],
}

const planned = (project: Project): Change[] => {
  const { name, path } = place(project) ?? { name: jsonNames[0]!, path: [] }
  const before = project.read(inPackage(project, name))
  if (before?.includes(command)) return []
  const file = join(project.packageFolder, name)
  if (before === undefined)
    return [{ kind: 'file', file, after: `${JSON.stringify({ '*': command }, null, 2)}\n` }]
  const after = otherNames.includes(name) ? undefined : added(before, path)
  if (after !== undefined) return [{ kind: 'file', file, before, after }]
  return [
    {
      kind: 'by-hand',
      why: `${name} is a program, or no JSON; let it run this for every file:`,
      lines: [command],
    },
  ]
}

export const lintStaged: Integration = {
  title: 'lint-staged',
  does: 'checks each commit among its tasks',
  runsHooks: true,
  find: (project) =>
    place(project)?.name ?? (dependsOn(project, 'lint-staged') === undefined ? undefined : 'package.json'),
  plan: (project) => [...planned(project), ...(project.prePush ? [beforePush] : [])],
}
