import { chars, defineRule, seededRandom } from '@tacet/rules'
import { describe, expect, it } from 'vitest'
import { reported, ruleMatches } from '../helpers/rule-matches.ts'

const rule = defineRule({
  id: 'acme-key',
  title: 'Acme key',
  provider: 'Acme',
  severity: 'high',
  parts: chars('alnum', 32),
  context: { words: ['acmecloud', 'acme_'], label: 'ACME_API_KEY' },
  nearMisses: [(sample) => sample.replace('ACME_API_KEY', 'ACME_BUILD')],
})
const [, value = ''] = rule.sample(seededRandom(4)).split('=')
const filler = (length: number): string => '. '.repeat(length / 2)

describe('a credential without a form of its own', () => {
  it.each([
    ['in its name', `ACME_API_KEY=${value}`],
    ['in a quoted name', `{"acme_api_key": "${value}"}`],
    ['in an escaped name', `"{\\"acme_token\\":\\"${value}\\"}"`],
    ['as its whole name', `acmecloud: '${value}'`],
    ['in a comment above', `// for acmecloud\nconst apiKey = "${value}"`],
    ['in the host after it', `curl -H "Authorization: Bearer ${value}" https://api.acmecloud.dev/v1`],
    ['in the URL before it', `https://api.acmecloud.dev/v1?token=${value}`],
    ['in a pair of Kubernetes', `- name: ACME_TOKEN\n  value: ${value}`],
    ['in an XML element', `<acmecloud><apiKey>${value}</apiKey></acmecloud>`],
    ['in a variable of Go', `var acme_token string = "${value}"`],
    ['in a variable of TypeScript', `const acme_token: string = '${value}'`],
    ['in a Makefile', `ACME_TOKEN ?= ${value}`],
    ['in a property', `System.setProperty("ACME_TOKEN", "${value}")`],
    ['in a call', `acmecloud.setToken("${value}")`],
    ['before a dash', `acmecloud token - '${value}'`],
    ['within an element, behind something else', `<secret>{acmecloud AQ ${value}}</secret>`],
    ['before a word that says access', `acmecloud ACCESS ${value}`],
    ['in a row of words', `acmecloud account bob token ${value}`],
    ['that goes on', `acmecloud-TOKEN-${value}`],
    ['in the names of several', `acme_secret_one = ${value.toLowerCase()}1 acme_secret = ${value}`],
  ])('is found with the word %s', (_place, text) => {
    expect(reported(rule, text).some(({ secret }) => secret === value)).toBe(true)
  })

  it.each([
    ['no such word', `API_KEY=${value}`],
    ['the word too far before', `acmecloud ${filler(120)} apiKey=${value}`],
    ['the word too far after', `apiKey=${value} ${filler(120)} acmecloud`],
    ['no name at all', `acmecloud said "hello" and then ${filler(10)}. ${value}`],
    ['a name at the end of the line above', `acmecloud auth\n${value}`],
    ['a name that says no secret', `acmecloud.version = "${value}"`],
    ['an element that says no secret', `<version>{acmecloud AQ ${value}}</version>`],
    ['the name of a hash', `acmecloud_sha256_token_digest = "${value}"`],
    ['the name of something public', `ACME_PUBLIC_KEY=${value}`],
    ['a longer word', `ACME_API_KEY=x${value}`],
    ['words for a value', `ACME_API_KEY=${'replaceThisWithYourSecretKeyValue'.slice(0, 32)}`],
    ['one character', `ACME_API_KEY=${'a'.repeat(32)}`],
  ])('is left alone with %s', (_place, text) => {
    expect(reported(rule, text).length).toBe(0)
  })

  it('is less sure where only the surroundings name the provider', () => {
    const confidence = (text: string) => ruleMatches(rule, text).map((match) => match.confidence)
    expect(confidence(`ACME_API_KEY=${value}`)).toEqual(['high'])
    expect(confidence(`acmecloud token = ${value}`)).toEqual(['high'])
    expect(confidence(`# acmecloud\napiKey=${value}`)).toEqual(['medium'])
  })

  it('is less sure in tests and examples', () => {
    const at = (path: string) =>
      ruleMatches(rule, `ACME_API_KEY=${value}`, path).map((match) => match.confidence)
    expect(at('src/config.ts')).toEqual(['high'])
    expect(at('test/config.ts')).toEqual(['medium'])
    expect(at('.env.example')).toEqual(['medium'])
  })

  it('is judged by what is shown, whoever found it', () => {
    const judged = (text: string) => {
      const start = text.indexOf(value)
      return rule.judge({ secret: value, groups: {}, text, start, end: start + value.length, path: '' })
        .confidence
    }
    expect(judged(`ACME_API_KEY=${value}`)).toBe('high')
    expect(judged(`API_KEY=${value}`)).toBe('none')
    expect(judged(`acmecloud ${filler(120)} apiKey=${value}`)).toBe('none')
  })
})
