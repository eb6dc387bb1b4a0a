import type { Rule } from '@tacet/rules'
import type { textBeside } from '../custom/lines.ts'
import type { Found, Suppression } from '../suppression.ts'
import { isSameKind } from './same-kind.ts'

/** A directive at most so many bytes before a secret is found. */
const REACH = 1 << 18
const MARK = 'secretlint-'
const DIRECTIVE = /secretlint-(disable-next-line|disable-line|disable|enable)(?![\w-])([^\r\n]*)/g
/** What ends a comment on its line. */
const CLOSING = /(?:\*\/|--!?>|\*\)|#\}|%>).*$/

interface Directive {
  readonly action: string
  /** Of the rules that it is meant for; none for all. */
  readonly names: readonly string[]
  readonly reason?: string
}

/** Honours the comments of secretlint: for a line, and from one comment to the next. */
export function secretlintDirective(
  { bytes, rule }: Found,
  { before, after, lineBefore, from }: ReturnType<typeof textBeside>,
): Suppression | undefined {
  const own = [...directives(before), ...directives(after)].filter(({ action }) => action === 'disable-line')
  const next = directives(lineBefore).filter(({ action }) => action === 'disable-next-line')
  const fitting = [...own, ...next].find((each) => isFor(each, rule))
  if (fitting) return suppression(fitting)
  const least = Math.max(0, from - REACH)
  const at = bytes.subarray(least, from).indexOf(MARK)
  const above = at < 0 ? '' : bytes.toString('utf8', least + at, from)
  return stateAfter(directives(above + before), rule)
}

/** What hides findings of the rule after these directives. */
function stateAfter(all: readonly Directive[], rule: Rule): Suppression | undefined {
  let state: Directive | undefined
  for (const directive of all) {
    if (!isFor(directive, rule)) continue
    if (directive.action === 'disable') state = directive
    else if (directive.action === 'enable') state = undefined
  }
  return state && suppression(state)
}

function directives(text: string): readonly Directive[] {
  if (!text.includes(MARK)) return []
  return Array.from(text.matchAll(DIRECTIVE), ([, action = '', rest = '']) => {
    const [listed = '', ...said] = rest.replace(CLOSING, '').split(/(?:^|\s)--\s/)
    const names = listed.split(/[\s,]+/).filter((name) => name !== '')
    const reason = said.join(' -- ').trim()
    return reason === '' ? { action, names } : { action, names, reason }
  })
}

const isFor = ({ names }: Directive, rule: Rule): boolean =>
  names.length === 0 || names.some((name) => isSameKind(name, rule))

const suppression = ({ reason }: Directive): Suppression => ({
  kind: 'secretlint',
  ...(reason === undefined ? {} : { reason }),
})
