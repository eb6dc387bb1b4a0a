import { posix } from 'node:path'

/** How a language writes what the advice for a file needs. */
interface Language {
  /** What stands around a comment. */
  readonly comment?: readonly [open: string, close: string]
  /** Reads an environment variable. */
  readonly read?: (name: string) => string
}

const slashes = ['// ', ''] as const
const hash = ['# ', ''] as const
const dashes = ['-- ', ''] as const
const markup = ['<!-- ', ' -->'] as const
const block = ['/* ', ' */'] as const
const semicolon = ['; ', ''] as const

const javascript: Language = { comment: slashes, read: (name) => `process.env.${name}` }
const jvm: Language = { comment: slashes, read: (name) => `System.getenv("${name}")` }
const shell: Language = { comment: hash, read: (name) => `"$${name}"` }

const languages: readonly (readonly [extensions: string, language: Language])[] = [
  ['js jsx mjs cjs ts tsx mts cts', javascript],
  ['vue svelte html htm xml svg md', { comment: markup }],
  ['py', { comment: hash, read: (name) => `os.environ["${name}"]` }],
  ['rb', { comment: hash, read: (name) => `ENV.fetch("${name}")` }],
  ['go', { comment: slashes, read: (name) => `os.Getenv("${name}")` }],
  ['rs', { comment: slashes, read: (name) => `std::env::var("${name}")` }],
  ['java kt kts scala groovy', jvm],
  ['cs', { comment: slashes, read: (name) => `Environment.GetEnvironmentVariable("${name}")` }],
  ['php', { comment: slashes, read: (name) => `getenv('${name}')` }],
  ['sh bash zsh', shell],
  ['c h cc cpp hpp swift dart jsonc json5 gradle proto', { comment: slashes }],
  ['yml yaml toml env conf cfg properties tf tfvars hcl r pl ps1 ex exs dockerfile', { comment: hash }],
  ['sql lua hs', { comment: dashes }],
  ['css scss less', { comment: block }],
  ['ini', { comment: semicolon }],
  ['bat cmd', { comment: ['REM ', ''], read: (name) => `%${name}%` }],
]

const byExtension = new Map(
  languages.flatMap(([extensions, language]) =>
    extensions.split(' ').map((each) => [each, language] as const),
  ),
)

/** The language of a file, from its name; with nothing in it when there are no comments, as in JSON, or who knows. */
export const languageOf = (path: string): Language => {
  const name = posix.basename(path).toLowerCase()
  const extension = name.startsWith('.env') ? 'env' : name.slice(name.lastIndexOf('.') + 1)
  return byExtension.get(extension) ?? {}
}

/** Whether a file is one of variables that each machine has for itself, and not the example of one. */
export const isEnvFile = (path: string): boolean =>
  /^\.env(?:\.(?!.*(?:example|sample|template|dist))[\w.-]+)?$/i.test(posix.basename(path))
