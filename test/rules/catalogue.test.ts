import { readdirSync } from 'node:fs'
import {
  boundaryReach,
  genericRules,
  identifierRules,
  providerRules,
  type Rule,
  rules,
  serviceRules,
  structuralRules,
} from '@tacet/rules'
import { describe, expect, it } from 'vitest'

const ids = rules.map(({ id }) => id)

describe('the catalogue', () => {
  it('holds hundreds of rules, each id once', () => {
    expect(rules.length).toBeGreaterThan(450)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('gives no two rules of a provider one title', () => {
    const titles = rules.map(({ provider, title }) => `${provider}: ${title}`)
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
  })

  it('lists the rules of every provider file', async () => {
    const folder = new URL('../../packages/rules/src/providers/', import.meta.url)
    const files = readdirSync(folder).filter((file) => file !== 'index.ts')
    expect(files.length).toBeGreaterThan(100)
    for (const file of files) {
      const exported: Record<string, () => readonly Rule[]> = await import(new URL(file, folder).href)
      const own = Object.values(exported).flatMap((made) => made())
      expect(own.length, file).toBeGreaterThan(0)
      expect(
        own.filter((rule) => !providerRules.some(({ id }) => id === rule.id)).map(({ id }) => id),
      ).toEqual([])
    }
  })

  it('puts the more particular first', () => {
    expect(rules.map(({ id }) => id)).toEqual(
      [...providerRules, ...structuralRules, ...serviceRules, ...genericRules, ...identifierRules].map(
        ({ id }) => id,
      ),
    )
    const names = providerRules.map(({ provider }) => provider)
    expect(new Set(names).size).toBeGreaterThan(400)
  })
})

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('is described', () => {
    expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    expect(rule.title).toMatch(/^\S.*\S$/)
    expect(rule.provider).not.toBe('')
    expect(['critical', 'high', 'medium', 'low']).toContain(rule.severity)
    for (const page of [rule.reference, rule.revoke].filter((url) => url !== undefined)) {
      expect(new URL(page).protocol).toBe('https:')
    }
    expect(rule.nearMisses.length).toBeGreaterThan(0)
  })

  it('can be prefiltered', () => {
    expect(rule.keywords.length + (rule.files?.length ?? 0)).toBeGreaterThan(0)
    expect(new Set(rule.keywords).size).toBe(rule.keywords.length)
    for (const keyword of rule.keywords) {
      expect(Buffer.byteLength(keyword)).toBeGreaterThanOrEqual(3)
      expect(keyword).toBe(keyword.toLowerCase())
    }
  })

  it('is bounded', () => {
    expect(rule.pattern.flags).toBe('dg')
    const withoutClasses = rule.pattern.source.replace(/\\./g, 'e').replace(/\[(?:[^\]])*\]/g, 'c')
    expect(withoutClasses).not.toMatch(/[*+]|\{\d+,\}/)
    expect(rule.longest).toBeLessThanOrEqual(32_768)
    expect(rule.before).toBeLessThanOrEqual(rule.longest)
    expect(boundaryReach).toBeLessThan(64)
  })
})
