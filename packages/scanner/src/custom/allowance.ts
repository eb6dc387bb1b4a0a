import type { CustomAllow } from './custom-rule.ts'
import { type Expression, expression } from './expression.ts'

/** What an allow entry is held against. */
export interface Allowable {
  readonly path: Buffer
  readonly secret: Buffer
  readonly match: Buffer
  readonly line: Buffer
}

/** An allow entry, ready to be asked. */
export interface Allowance {
  /** Whether it allows all that stands in a file of this path, in whatever commit. */
  file(path: Buffer): boolean
  /** Whether it allows this, or else in which commits it does. */
  allows(what: Allowable): boolean | readonly string[]
}

const anyIn = (expressions: readonly Expression[], bytes: Buffer): boolean =>
  bytes.length > 0 && expressions.some((each) => each.test(bytes))

/** @throws ExpressionError */
export function allowance({ condition, regexTarget = 'secret', ...entry }: CustomAllow): Allowance {
  const paths = entry.paths?.map(expression) ?? []
  const regexes = entry.regexes?.map(expression) ?? []
  const stopwords = entry.stopwords?.map((word) => word.toLowerCase()) ?? []
  const commits = entry.commits ?? []
  const isWord = (secret: Buffer): boolean => {
    if (stopwords.length === 0) return false
    const lower = secret.toString().toLowerCase()
    return stopwords.some((word) => lower.includes(word))
  }
  const matches = (what: Allowable): boolean => anyIn(regexes, what[regexTarget])
  if (condition !== 'and') {
    return {
      file: (path) => anyIn(paths, path),
      allows: (what) => anyIn(paths, what.path) || isWord(what.secret) || matches(what) || commits,
    }
  }
  const isFileOnly = paths.length > 0 && regexes.length + stopwords.length + commits.length === 0
  return {
    file: (path) => isFileOnly && anyIn(paths, path),
    allows(what) {
      const holds =
        (paths.length === 0 || anyIn(paths, what.path)) &&
        (regexes.length === 0 || matches(what)) &&
        (stopwords.length === 0 || isWord(what.secret))
      return commits.length === 0 ? holds : holds && commits
    },
  }
}

/** Whether one of them allows it; else in which commits they do. */
export function allowed(allowances: readonly Allowance[], what: Allowable): boolean | readonly string[] {
  const commits: string[] = []
  for (const each of allowances) {
    const answer = each.allows(what)
    if (answer === true) return true
    if (answer) commits.push(...answer)
  }
  return commits.length > 0 && commits
}
