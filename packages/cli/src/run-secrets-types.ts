import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { reservedKeys } from '@tacet/runtime'
import { parse } from 'dotenv'
import type { Values } from './arguments.ts'
import { CommandError } from './errors.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { fileSink, streamSink, writeWhole } from './output.ts'
import { variablesInCode } from './secrets-in-code.ts'
import type { TypesOptions } from './secrets-types-command.ts'
import type { Terminal } from './terminal.ts'

const EXAMPLES = ['.env.example', '.env.sample', '.env.template']

/** Of the platform, not of the service; none is ever a secret. */
const ORDINARY = new Set(
  'NODE_ENV NODE_OPTIONS PORT HOST HOSTNAME HOME PATH PWD USER SHELL TERM TZ LANG CI DEBUG LOG_LEVEL NO_COLOR FORCE_COLOR'.split(
    ' ',
  ),
)

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

const variablesIn = async (file: string): Promise<string[]> => {
  try {
    return Object.keys(parse(await readFile(file)))
  } catch (cause) {
    throw new CommandError('usage', `cannot read ${file}: name a file of NAME=value lines`, { cause })
  }
}

const namesOf = async (
  folder: string,
  from: string | undefined,
): Promise<{ names: string[]; source: string }> => {
  if (from !== undefined) return { names: await variablesIn(from), source: from }
  for (const example of EXAMPLES) {
    const file = join(folder, example)
    if (await exists(file)) return { names: await variablesIn(file), source: example }
  }
  if (!(await exists(folder))) throw new CommandError('usage', `there is no folder ${folder}`)
  return { names: await variablesInCode(folder), source: 'the code' }
}

/** `DATABASE_URL` as `databaseUrl`. */
const camelCase = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^_+/, '')
    .replace(/_+(.)?/g, (_, next: string | undefined) => next?.toUpperCase() ?? '')

/** The module that declares these variables. A key is as people write it, where that is free, or else the name. */
export const declarationOf = (names: readonly string[], source: string): string => {
  const shorts = names.map(camelCase)
  const taken = new Set([...names, ...shorts.filter((short, index) => shorts.indexOf(short) !== index)])
  const lines = names.map((name, index) => {
    const short = shorts[index]!
    const isFree = short !== '' && !reservedKeys.has(short) && (short === name || !taken.has(short))
    const key = isFree ? short : reservedKeys.has(name) ? `${name}_` : name
    return `  ${/^[a-z_$][\w$]*$/i.test(key) ? key : `'${key}'`}: env('${name}'),`
  })
  return [
    "import { env } from '@tacet/runtime'",
    '',
    `// From ${source}. Load them once, at start: export const secrets = loadSecrets(definitions)`,
    'export const definitions = {',
    ...lines,
    '}',
    '',
  ].join('\n')
}

/** Writes the declaration, as the options of `tacet secrets types` say. */
export const runSecretsTypes = async (
  values: Values<TypesOptions>,
  operands: readonly string[],
  { stdout }: Terminal,
): Promise<ExitCode> => {
  if (operands.length > 1) throw new CommandError('usage', 'tacet secrets types takes one folder')
  const { names, source } = await namesOf(operands[0] ?? '.', values.from)
  const wanted = names.filter((name) => /^\w+$/.test(name) && !ORDINARY.has(name))
  if (wanted.length === 0)
    throw new CommandError('usage', `no variables in ${source}: name a file of NAME=value lines with --from`)
  const { output } = values
  if (output !== undefined && !values.force && (await exists(output)))
    throw new CommandError('output', `${output} is there already: add --force to replace it`)
  const sink = output === undefined ? streamSink(stdout) : await fileSink(output, 0o666)
  await writeWhole(sink, declarationOf([...new Set(wanted)].sort(), source))
  return exitCodes.clean
}
