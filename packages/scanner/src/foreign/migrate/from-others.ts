import { ExpressionError, expression } from '../../custom/expression.ts'
import { pathGlobs } from './path-globs.ts'
import { type AllowEntry, joined, nothing, type Translation } from './translation.ts'

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {}
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === 'string')

/** Turns the filters of a baseline of detect-secrets into what a `tacet.json` says; what it lists is for the baseline. */
export function fromDetectSecrets(origin: string, content: unknown): Translation {
  const { plugins_used: plugins, filters_used: filters } = fieldsOf(content)
  const notes: string[] = []
  const exclude: string[] = []
  const allow: AllowEntry[] = []
  for (const filter of listOf(filters).map(fieldsOf)) {
    const patterns = textsOf(filter.pattern)
    const kind = /\.(should_exclude_\w+)$/.exec(String(filter.path))?.[1]
    for (const pattern of patterns) {
      const globs = kind === 'should_exclude_file' ? pathGlobs(pattern) : undefined
      if (globs) exclude.push(...globs)
      else if (kind === 'should_exclude_secret' && isExpression(pattern)) {
        allow.push({ reason: `excluded in ${origin}`, valueRegex: pattern })
      } else notes.push(`${origin}: ${kind ?? filter.path} ${JSON.stringify(pattern)} has no equivalent`)
    }
  }
  for (const { name, path, limit } of listOf(plugins).map(fieldsOf)) {
    if (path !== undefined)
      notes.push(`${origin}: the plugin ${name} is code: write its pattern as a rule of your own`)
    else if (limit !== undefined)
      notes.push(`${origin}: the limit of ${name} has no equivalent: Tacet judges by more`)
  }
  return { ...nothing, exclude, allow, notes }
}

/** Turns a configuration of secretlint into what a `tacet.json` says. */
export function fromSecretlint(origin: string, content: unknown): Translation {
  const all = listOf(fieldsOf(content).rules).map((each) => fromRule(origin, fieldsOf(each)))
  return joined(all)
}

function fromRule(origin: string, { id, options, disabled, allowMessageIds, rules }: Fields): Translation {
  const name = String(id)
  const notes: string[] = []
  const allow: AllowEntry[] = []
  for (const written of textsOf(fieldsOf(options).allows)) {
    const valueRegex = asRe2(written)
    if (valueRegex === undefined) notes.push(`${origin}: ${name} allows ${written}, which RE2 cannot say`)
    else allow.push({ reason: `allowed in ${origin} for ${name}`, valueRegex })
  }
  if (/rule-pattern$/.test(name)) {
    notes.push(`${origin}: ${name} has patterns of your own: write each as a rule in "customRules"`)
  }
  if (disabled === true)
    notes.push(`${origin}: ${name} is off: turn off by "rules" what of Tacet finds the same`)
  for (const message of textsOf(allowMessageIds)) {
    notes.push(`${origin}: ${name} passes over ${message}: turn off by "rules" what of Tacet finds the same`)
  }
  const within = listOf(rules).map((each) => fromRule(origin, fieldsOf(each)))
  return joined([{ ...nothing, allow, notes }, ...within])
}

/** `/expression/flags`, or a text that is searched for. */
function asRe2(written: string): string | undefined {
  const [, source, flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(written) ?? []
  const known = flags.replace(/[gu]/g, '')
  const regex =
    source === undefined
      ? written.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
      : (known === '' ? '' : `(?${known})`) + source.replace(/\\\//g, '/')
  return isExpression(regex) ? regex : undefined
}

function isExpression(source: string): boolean {
  try {
    expression(source)
    return true
  } catch (error) {
    if (error instanceof ExpressionError) return false
    throw error
  }
}

/** Turns a `.secretlintignore`, which is written as a `.gitignore`, into paths that are excluded. */
export function fromIgnore(text: string): Translation {
  const exclude = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'))
  return { ...nothing, exclude }
}
