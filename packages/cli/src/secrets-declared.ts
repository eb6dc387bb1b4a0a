import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Definitions, env, file } from '@tacet/runtime'
import { configKeys } from '@tacet/scanner'
import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { unknownWord } from './arguments.ts'
import { CommandError } from './errors.ts'

const MODULE = /\.[cm]?js$/

/**
 * The definitions of a service: from the list `secrets` of a JSON file, or those that a module exports.
 *
 * @throws CommandError that says what is wrong with the declaration, and where in a JSON file.
 */
export const declaredSecrets = async (path: string): Promise<Definitions> => {
  if (/\.[cm]?tsx?$/.test(path))
    throw new CommandError('usage', `${path} is TypeScript: name the module that it is compiled to`)
  if (MODULE.test(path)) return fromModule(path)
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    const advice =
      'name a module that exports its definitions, or write tacet.json: {"secrets": ["DATABASE_URL"]}'
    throw new CommandError('usage', `cannot read ${path}: ${advice}`, { cause })
  }
  return fromJson(path, text.replace(/^\ufeff/, ''))
}

const isDefinition = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'find' in value && 'wrap' in value && 'name' in value

const fromModule = async (path: string): Promise<Definitions> => {
  let exported: Record<string, unknown>
  try {
    exported = await import(pathToFileURL(resolve(path)).href)
  } catch (cause) {
    const kind = cause instanceof Error ? cause.name : typeof cause
    // Its message may quote a value.
    const advice = 'it has to export the definitions without loading them: run it with node to see the error'
    throw new CommandError('usage', `${path} cannot be loaded (${kind}): ${advice}`, { cause })
  }
  for (const candidate of [exported.definitions, exported.default]) {
    if (typeof candidate !== 'object' || candidate === null) continue
    const values = Object.values(candidate)
    if (values.length > 0 && values.every(isDefinition)) return candidate as Definitions
  }
  throw new CommandError(
    'usage',
    `${path} exports no definitions: export const definitions = { key: env('NAME') }`,
  )
}

const KEYS = ['env', 'file', 'optional', 'as']

const fromJson = (path: string, text: string): Definitions => {
  const fail = (offset: number, what: string): CommandError => {
    const before = text.slice(0, offset).split('\n')
    return new CommandError('usage', `${path}:${before.length}:${before.at(-1)!.length + 1}: ${what}`)
  }
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true })
  const [wrong] = errors
  if (wrong) throw fail(wrong.offset, `not JSON (${printParseErrorCode(wrong.error)})`)
  if (root?.type !== 'object') throw fail(0, 'has to be an object: {"secrets": […]}')
  for (const { children, offset } of root.children ?? []) {
    const key = children![0]!.value as string
    if (!configKeys.includes(key)) throw fail(offset, unknownWord('key', key, configKeys).message)
  }
  const property = root.children?.find(({ children }) => children?.[0]?.value === 'secrets')
  const list = property?.children?.[1]
  if (list?.type !== 'array' || list.children!.length === 0)
    throw fail(
      list?.offset ?? root.offset,
      'has no list of secrets: {"secrets": ["DATABASE_URL", {"file": "tls.key"}]}',
    )
  const definitions = new Map<string, Definitions[string]>()
  for (const item of list.children!) {
    const definition = definitionOf(item, fail)
    if (definitions.has(definition.name)) throw fail(item.offset, `${definition.name} is there twice`)
    definitions.set(definition.name, definition)
  }
  return Object.fromEntries(definitions)
}

const definitionOf = (
  item: Node,
  fail: (offset: number, what: string) => CommandError,
): Definitions[string] => {
  if (item.type === 'string' && item.value !== '') return env(item.value as string)
  if (item.type !== 'object')
    throw fail(item.offset, 'a secret is "NAME", {"env": "NAME"} or {"file": "name"}')
  for (const property of item.children!) {
    const key = property.children![0]!.value as string
    if (!KEYS.includes(key)) throw fail(property.offset, unknownWord('key', key, KEYS).message)
  }
  const {
    env: variable,
    file: name,
    optional = false,
    as = 'text',
  } = getNodeValue(item) as Record<string, unknown>
  if (typeof optional !== 'boolean') throw fail(item.offset, 'optional is true or false')
  if (as !== 'text' && as !== 'bytes') throw fail(item.offset, 'as is "text" or "bytes"')
  if (typeof variable === 'string' && variable !== '' && name === undefined)
    return env(variable, { optional })
  if (typeof name === 'string' && name !== '' && variable === undefined) return file(name, { optional, as })
  throw fail(item.offset, 'a secret has either "env" or "file", with a name')
}
