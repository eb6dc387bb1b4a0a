import { describe, expect, test } from 'vitest'
import { mask } from '../../../packages/scanner/src/detect/mask.ts'
import { scanBytes, testKey } from '../../helpers/scanning.ts'

const [one, two] = [testKey('one'), testKey('two')]

/** A password that a person would choose. */
const weak = ['sword', 'fish', 1].join('')

describe('the masked value', () => {
  test('shows at most four characters and at most a quarter', () => {
    expect(mask('abcdefghijklmnopqrstuvwxyz')).toBe('abcd…')
    expect(mask('abcdefgh')).toBe('ab…')
    expect(mask('abc')).toBe('…')
  })

  test('does not tell the length', () => {
    expect(mask('abcd'.repeat(4))).toBe(mask('abcd'.repeat(400)))
  })
})

describe('the excerpt', () => {
  test('masks every secret of the line, not only the one that it is for', async () => {
    const findings = await scanBytes(`a ${one} b ${two} db_pass=${weak}\n`)
    expect(findings.map(({ excerpt }) => excerpt)).toEqual(Array(3).fill('a tk-… b tk-… db_pass=sw…'))
  })

  test('masks a secret that is below the threshold', async () => {
    const findings = await scanBytes(`${one} db_pass=${weak}`, { threshold: 'high' })
    expect(findings.map(({ excerpt }) => excerpt)).toEqual(['tk-… db_pass=sw…'])
  })

  test('masks the value where it stands once more without its name', async () => {
    const [finding] = await scanBytes(`db_pass=${weak} # was ${weak}`)
    expect(finding!.excerpt).toBe('db_pass=sw… # was sw…')
  })

  test('is cut around the secret in a line of megabytes', async () => {
    const [finding] = await scanBytes(`${'x;'.repeat(1_500_000)}${one};${'y;'.repeat(1_500_000)}`)
    expect(finding!.location.column).toBe(3_000_001)
    expect(finding!.excerpt.length).toBeLessThanOrEqual(160)
    expect(finding!.excerpt).toMatch(/^…[x;]+tk-…;[y;]+…$/)
  })

  test('has nothing that a terminal would obey', async () => {
    const [finding] = await scanBytes(`\x1b[2J\x07 \u202e${one}\u0000\u2028\x9b31m`)
    expect(finding!.excerpt).not.toMatch(/[^\P{C}\t]|[\u2028\u2029]/u)
    expect(finding!.excerpt).toContain('tk-…')
  })

  test('says where its own secret starts, also among others, cut lines and replaced characters', async () => {
    const line = `\x1b${'\u{e0001}'.repeat(70)} ${one} ${'x;'.repeat(90)} ${two} ${one} ${'y;'.repeat(90)}`
    const findings = await scanBytes(`${line}\n${one} ${one}`)
    expect(findings).toHaveLength(5)
    for (const { excerpt, focus } of findings) expect(excerpt.slice(focus, focus + 4)).toBe('tk-…')
    expect(findings.slice(3).map(({ focus }) => focus)).toEqual([0, 5])
  })
})
