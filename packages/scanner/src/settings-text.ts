import { readFileSync } from 'node:fs'
import type { Rule } from '@tacet/rules'

/**
 * Tells apart what finds different things: the version of this package, the rules, and how they are applied. Whether
 * values are shown changes nothing that is found, nor does what is then suppressed.
 */
export function settingsText(settings: object, rules: readonly Rule[]): string {
  const version = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  const described = rules.map(({ id, keywords, pattern, longest, before, judge }) => [
    id,
    keywords,
    pattern.source,
    longest,
    before,
    judge.toString(),
  ])
  return JSON.stringify([
    version,
    { ...settings, showValues: false, fingerprintKey: '', suppress: undefined, foreign: undefined },
    described,
  ])
}
