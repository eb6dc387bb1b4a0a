import { rules as allRules, type Confidence } from '@tacet/rules'
import { unknown } from './closest.ts'
import { ScanError } from './errors.ts'
import type { Finding, Location } from './finding.ts'
import { findForeign } from './foreign/find-foreign.ts'
import { remedy } from './reporters/wording.ts'
import { findBaselines } from './suppress/baseline/find.ts'
import { createTextScanner, type TextScanner } from './text-scanner.ts'

export interface NoSecretsOptions {
  /**
   * Whether the `tacet.json` of each file's folder and of those above it are obeyed, up to the root of the repository;
   * or the path of one for all, from the folder that ESLint works in. Default: true.
   */
  readonly config?: boolean | string
  /** The least confidence that is reported, whatever a configuration says. Default: `medium`. */
  readonly threshold?: Confidence
  /** Ids of rules of Tacet that are not tried. */
  readonly disable?: readonly string[]
  /** Whether what other scanners keep and say in comments counts, as `gitleaks:allow`. Default: true. */
  readonly foreign?: boolean
  /** Whether the baseline of the folder that ESLint works in counts. Default: true. */
  readonly baseline?: boolean
}

interface Place {
  readonly line: number
  readonly column: number
}

/** What the rule uses of the context that ESLint gives it. */
interface RuleContext {
  readonly cwd: string
  readonly filename: string
  readonly options: readonly unknown[]
  readonly sourceCode: { readonly text: string } | { readonly body: Uint8Array }
  report(problem: {
    readonly loc: { readonly start: Place; readonly end: Place }
    readonly messageId: 'secret'
    readonly data: Readonly<Record<string, string>>
  }): void
}

// One for all files that are linted in the same way. An editor keeps ESLint running while what they go by changes.
const scanners = new Map<string, TextScanner>()

const scannerFor = (options: NoSecretsOptions, cwd: string): TextScanner => {
  const { baseline = true, foreign = true } = options
  const baselines = baseline ? findBaselines(['.'], cwd) : []
  const detected = foreign ? findForeign(['.'], cwd) : []
  const key = JSON.stringify([options, cwd, baselines, detected])
  const known = scanners.get(key)
  if (known && !known.isStale) return known
  const scanner = makeScanner(options, cwd, baselines, detected)
  scanners.set(key, scanner)
  return scanner
}

const makeScanner = (
  { disable = [], config = true, foreign = true, threshold }: NoSecretsOptions,
  cwd: string,
  baselines: readonly string[],
  detected: readonly string[],
): TextScanner => {
  const ids = allRules.map(({ id }) => id)
  const typed = disable.find((id) => !ids.includes(id))
  if (typed !== undefined) {
    throw new ScanError('invalid-option', `tacet/no-secrets: disable: ${unknown('rule', typed, ids)}`)
  }
  const { TACET_KEY: baselineKey } = process.env
  return createTextScanner({
    cwd,
    config: config || undefined,
    rules: allRules.filter(({ id }) => !disable.includes(id)),
    baselines,
    foreign: { comments: foreign, detected },
    ...(threshold === undefined ? {} : { threshold }),
    ...(baselineKey === undefined ? {} : { baselineKey }),
  })
}

/** The path from the folder that ESLint works in, which is what a rule may look at. */
const pathOf = ({ cwd, filename }: RuleContext): string => {
  const path = filename.replaceAll('\\', '/')
  const folder = `${cwd.replaceAll('\\', '/').replace(/\/$/, '')}/`
  return path.startsWith(folder) ? path.slice(folder.length) : path
}

const check = (context: RuleContext, firstColumn: number): void => {
  const path = pathOf(context)
  const { sourceCode } = context
  const content = 'text' in sourceCode ? sourceCode.text : sourceCode.body
  const scanner = scannerFor((context.options[0] ?? {}) as NoSecretsOptions, context.cwd)
  for (const finding of scanner.find(content, path)) {
    context.report({
      loc: span(finding.location, path, firstColumn),
      messageId: 'secret',
      data: {
        title: finding.title,
        masked: finding.masked,
        rule: finding.ruleId,
        where: inside(finding, path),
        remedy: remedy(finding),
        note: finding.note === undefined ? '' : ` But: ${finding.note}.`,
      },
    })
  }
}

// What stands in a source map that the text brings along has no place of its own in it.
const span = ({ path: found, ...place }: Location, path: string, firstColumn: number) => {
  if (found !== path)
    return { start: { line: 1, column: firstColumn }, end: { line: 1, column: firstColumn } }
  return {
    start: { line: place.line, column: place.column - 1 + firstColumn },
    end: { line: place.endLine, column: place.endColumn - 1 + firstColumn },
  }
}

const inside = ({ location, via }: Finding, path: string): string => {
  const written = via === undefined ? '' : `, written as ${via.join(', in ')}`
  return location.path === path
    ? written
    : `${written}, in ${location.path.slice(path.length + 2)}:${location.line}`
}

const noSecrets = {
  meta: {
    type: 'problem' as const,
    docs: { description: 'disallow credentials in source code' },
    schema: [
      {
        type: 'object',
        properties: {
          threshold: { enum: ['low', 'medium', 'high', 'very-high'] },
          config: { type: ['boolean', 'string'] },
          baseline: { type: 'boolean' },
          foreign: { type: 'boolean' },
          disable: { type: 'array', items: { type: 'string' }, uniqueItems: true },
        },
        additionalProperties: false,
      },
    ],
    messages: {
      secret:
        '{{title}} {{masked}} in the source ({{rule}}){{where}}. {{remedy}}. Then read it from the environment.{{note}}',
    },
  },
  /** The root of each language that ESLint knows; columns start at 0 in programs, and at 1 in all else. */
  create(context: RuleContext) {
    return {
      Program: () => check(context, 0),
      Document: () => check(context, 1),
      StyleSheet: () => check(context, 1),
      root: () => check(context, 1),
    }
  },
}

const plugin = { meta: { name: '@tacet/scanner', namespace: 'tacet' }, rules: { 'no-secrets': noSecrets } }

/**
 * A plugin for ESLint's flat configuration, whose rule `tacet/no-secrets` reports credentials where they stand, in
 * whatever text ESLint reads: programs in any syntax, JSON, CSS, Markdown.
 *
 *     import { tacet } from '@tacet/scanner/eslint'
 *     export default [tacet.configs.recommended]
 */
export const tacet = {
  ...plugin,
  configs: {
    recommended: {
      name: 'tacet/recommended',
      plugins: { tacet: plugin },
      rules: { 'tacet/no-secrets': 'error' as const },
    },
  },
}
