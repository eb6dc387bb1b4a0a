import { serviceRules } from '@tacet/rules'
import { describe, expect, it } from 'vitest'
import { alphabets } from '../../packages/core/src/index.ts'
import { seededRandom, text } from '../../packages/rules/src/random.ts'
import { serviceNames } from '../../packages/rules/src/services/names.ts'
import { type RuleMatch, reported, ruleMatches } from '../helpers/rule-matches.ts'

const [rule] = serviceRules
const random = seededRandom(19)
const hex = text(random, alphabets.hex, 32)
const mixed = text(random, alphabets.alnum, 24)
const short = `a1${text(random, alphabets.lowerAlnum, 10)}`
const digits = text(random, alphabets.digits, 25)
const dotted = [40, 60, 700].map((length) => text(random, alphabets.base64url, length)).join('.')
const uuid = [8, 4, 4, 4, 12].map((length) => text(random, alphabets.hex, length)).join('-')

const found = (source: string, path = ''): RuleMatch[] => reported(rule!, source, path)

describe('the key of a service whose form nobody tells', () => {
  it.each([
    ['a name', `STORYCHIEF_API_KEY=${hex}`, hex],
    ['a name in camel case', `const storychiefApiKey = '${mixed}'`, mixed],
    ['a later word of a name', `myStorychiefToken: "${mixed}"`, mixed],
    ['its name alone', `storychief: ${hex}`, hex],
    ['its name and a blank', `storychief ${mixed} and more`, mixed],
    ['its name in a quote', `storychief token = '${mixed}' | '${mixed}'`, mixed],
    ['words without a sign of assignment', `storychief ACCESS ${mixed}`, mixed],
    ['a line above', `calling the storychief API\nusing key=${hex}`, hex],
    ['an element', `<id>{storychief}</id>\n <secret>{AQAAABAAA ${hex}}</secret>`, hex],
    ['a section', `[storychief]\nuser = admin\ntoken = ${mixed}`, mixed],
    ['a host', `https://api.storychief.dev/v1?token=${mixed}`, mixed],
    ['a short value', `storychief_key=${short}`, short],
    ['a value of digits', `storychief_token = '${digits}'`, digits],
    ['a value in parts', `storychief token = '${dotted}'`, dotted],
    ['a UUID', `storychief-secret: ${uuid}`, uuid],
    ['its name before a quote', `storychief '${short}'`, short],
    ['a call that makes a client', `client = storychief.Client('${mixed}')`, mixed],
    ['a constructor', `const client = new Storychief("${mixed}")`, mixed],
    ['a word that goes on', `storychief-SECRET-${mixed}`, mixed],
    ['a section and a name below', `storychief:\n  token: ${uuid}`, uuid],
  ])('is found after %s', (_where, source, value) => {
    expect(found(source).map(({ secret }) => secret === value)).toContain(true)
  })

  it.each([
    ['a word that goes on shortly', `storychief-token-${short}`],
    ['another word that holds the name', `prestorychief_key=${hex}`],
    ['a name that says no secret', `storychief_version=${hex}`],
    ['the name of a digest', `storychief_key_sha256=${hex}`],
    ['a name of something public', `storychief_public_key=${hex}`],
    ['the name too far away', `storychief ${'. '.repeat(60)} key=${hex}`],
    ['a call that makes no client', `storychief.track('${mixed}')`],
    ['words', 'storychief_key=the-first-of-3-keys'],
    ['a path', 'storychief_token=config/keys/storychief-2.json'],
    ['a host', 'storychief_auth=auth2.storychief.io'],
    ['a date', 'storychief_key_date: 2024-10-11T12:00:00'],
    ['a short value that only a line above names', `storychief\nkey=${short}`],
    ['a UUID right after the name', `storychief: ${uuid}`],
    ['digits right after the name', `storychief: ${digits}`],
    ['a variable', `storychief_key=\${{ secrets.STORYCHIEF_KEY_2 }}`],
    ['a list of packages', `storychief-auth\t1.0.0\tSign-on tokens\nstorychief-${short}\t2.0.0`],
    ['a version of Go', `storychief-token v0.0.0-20240102030405-${hex.slice(0, 12)}`],
    ['filler', `storychief_key=${'x'.repeat(15)}1`],
    ['what other signs break', `storychief_key='${mixed}?${mixed}'`],
    ['part of a longer word', `storychief_key=${hex}/${hex}/`],
  ])('is not seen in %s', (_what, source) => {
    expect(found(source).length).toBe(0)
  })

  it('is less sure of what a line above names', () => {
    const confidences = (source: string) => ruleMatches(rule!, source).map(({ confidence }) => confidence)
    expect(confidences(`storychief_key=${mixed}`)).toEqual(['high'])
    expect(confidences(`# storychief\nkey=${mixed}`)).toEqual(['medium'])
    expect(confidences(`storychief_key=${short}`)).toEqual(['medium'])
  })

  it('is not looked for among the digests of lock files', () => {
    expect(found(`storychief_key=${hex}`, 'pnpm-lock.yaml').length).toBe(0)
  })
})

describe('the names of services', () => {
  it('are told once each, in small letters and digits', () => {
    expect(new Set(serviceNames).size).toBe(serviceNames.length)
    expect(serviceNames.filter((name) => !/^[a-z\d]{4,}$/.test(name))).toEqual([])
  })
})
