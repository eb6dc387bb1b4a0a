import { seededRandom } from '@tacet/rules'
import { checkCustomRules } from '../custom/check-custom-rules.ts'
import type { CustomRule } from '../custom/custom-rule.ts'
import { checkShape } from './check.ts'
import type { RuleName, Sourced } from './config-data.ts'
import { type ConfigDocument, entryOf, jsonOf, type Node } from './document.ts'
import { PartError, type PartsRule, partsRule } from './parts-rule.ts'
import { ExampleError, withRandom } from './random-text.ts'
import type { Reading } from './read-config.ts'
import { customRule } from './table.ts'

/** The rules of a user's own that a configuration adds. */
export interface CustomRules {
  readonly custom: readonly Sourced<CustomRule>[]
  readonly parts: readonly Sourced<PartsRule>[]
  readonly names: readonly RuleName[]
}

interface Given {
  readonly document: ConfigDocument
  readonly node: Node
}

/** What of a rule of one form means nothing to the other. */
const ONLY_REGEX = [
  'regex',
  'path',
  'secretGroup',
  'entropy',
  'keywords',
  'allow',
  'required',
  'skipReport',
  'tags',
  'description',
]

const ONLY_PARTS = { context: ': use "keywords"', checksum: '' }

/** Reads the rules that documents add, and reports those that are wrong. */
export function customRules(
  documents: readonly ConfigDocument[],
  { rules, isOutermost }: Pick<Reading, 'rules' | 'isOutermost'>,
): CustomRules {
  // Those of a nested configuration are passed over, and may be the same as those of the outermost.
  const taken = new Map(isOutermost ? rules.map(({ id }) => [id, 'one of the rules of Tacet']) : [])
  const custom: (Sourced<CustomRule> & Given)[] = []
  const parts: Sourced<PartsRule>[] = []
  for (const given of documents.flatMap(ruleNodes)) {
    const { document, node } = given
    // What is not of the right shape was reported.
    if (!isShaped(node)) continue
    const value = jsonOf(node) as CustomRule | PartsRule
    const known = taken.get(value.id)
    if (known !== undefined) {
      document.report(entryOf(node, 'id')!, `there is a rule ${JSON.stringify(value.id)} already: ${known}`)
      continue
    }
    taken.set(value.id, document.where(node))
    const where = document.where(node)
    checkExamples(given)
    if ('parts' in value) {
      if (checkParts(given, value)) parts.push({ value, where })
    } else custom.push({ value, where, ...given })
  }
  checkExpressions(custom)
  const names = [...custom, ...parts].map(({ value: { id, provider = 'custom' } }) => ({ id, provider }))
  return { custom: custom.map(({ value, where }) => ({ value, where })), parts, names }
}

function ruleNodes(document: ConfigDocument): Given[] {
  const node = entryOf(document.root, 'customRules')
  if (node?.type !== 'array') return []
  return (node.children ?? [])
    .filter(({ type }) => type === 'object')
    .map((each) => ({ document, node: each }))
}

function isShaped(node: Node): boolean {
  let isShaped = true
  checkShape(node, customRule, () => {
    isShaped = false
  })
  return isShaped
}

function checkExamples({ document, node }: Given): void {
  for (const key of ['examples', 'nonExamples']) {
    for (const each of entryOf(node, key)?.children ?? []) {
      if (each.type !== 'string') continue
      try {
        withRandom(String(each.value), seededRandom(1))
      } catch (error) {
        if (!(error instanceof ExampleError)) throw error
        document.report(each, error.message)
      }
    }
  }
}

/** Returns whether the rule can be searched for. */
function checkParts({ document, node }: Given, rule: PartsRule): boolean {
  const { length } = document.problems
  for (const key of ONLY_REGEX) {
    const entry = entryOf(node, key)
    if (entry) document.report(entry, `${JSON.stringify(key)} is for rules by a regex; this one has parts`)
  }
  const words = entryOf(entryOf(node, 'context'), 'words')
  for (const word of words?.children ?? []) {
    if (typeof word.value !== 'string' || [...word.value].length >= 3) continue
    document.report(word, 'a word that leads to a credential has three characters or more')
  }
  if (document.problems.length > length) return false
  const at = entryOf(node, 'parts')!
  try {
    const { pattern, longest } = partsRule(rule)
    if (longest === 0 || pattern.test('')) document.report(at, 'it matches the empty text, and so everywhere')
  } catch (error) {
    if (error instanceof PartError) document.report(at, error.message)
    else if (error instanceof TypeError) {
      const advice = 'give it "context": { "words": […] }'
      document.report(
        at,
        `nothing in it can be searched for: it has no literal of three characters; ${advice}`,
      )
    } else throw error
  }
  return document.problems.length === length
}

function checkExpressions(rules: readonly (Sourced<CustomRule> & Given)[]): void {
  for (const { document, node } of rules) {
    for (const [key, advice] of Object.entries(ONLY_PARTS)) {
      const entry = entryOf(node, key)
      if (entry)
        document.report(entry, `${JSON.stringify(key)} is for rules by parts; this one has a regex${advice}`)
    }
  }
  for (const { index, at, message } of checkCustomRules(rules.map(({ value }) => value))) {
    const { document, node } = rules[index]!
    document.report(nodeAt(node, at), message)
  }
}

/** What stands there, or the nearest around it. */
function nodeAt(node: Node, path: readonly (string | number)[]): Node {
  let found = node
  for (const step of path) {
    const next = typeof step === 'number' ? found.children?.[step] : entryOf(found, step)
    if (!next) break
    found = next
  }
  return found
}
