import { checksums, endChecksum } from '@tacet/core'
import { createScan, inspectConfig, ScanError } from '@tacet/scanner'
import { describe, expect, it } from 'vitest'
import { fakeSecret } from '../../helpers/fake-secret.ts'
import { tempTree } from '../../helpers/temp-tree.ts'

const body = `acme_${fakeSecret('checked', 30)}`
const sound = endChecksum('crc32-base62', 'acme_').append(body)
// Another character at its end: as the check is of all before it, it fails.
const broken = sound.slice(0, -1) + (sound.endsWith('0') ? '1' : '0')

const rule = (checksum: object, rest: object = {}) => ({
  id: 'acme-token',
  title: 'Acme token',
  parts: ['acme_', { chars: 'base62', length: 30 }],
  checksum,
  ...rest,
})
const configured = (checksum: object, rest: object = {}) =>
  tempTree({
    'tacet.json': JSON.stringify({ customRules: [rule(checksum, rest)] }),
    'a.txt': `${sound}\n${broken}\n`,
  })

describe('a checksum of a rule of one’s own', () => {
  it('is that of the vendors whose way it is', () => {
    const plain = fakeSecret('plain', 30)
    expect(endChecksum('crc32-base62', 'npm_').append(`npm_${plain}`)).toBe(
      checksums.npm.append(`npm_${plain}`),
    )
    const routable = `glpat-${fakeSecret('routable', 27).toLowerCase()}.01`
    expect(endChecksum('crc32-base36').append(routable)).toBe(checksums.gitlab.append(routable))
  })

  it('knows nothing of a token that begins otherwise, and hexadecimal digits in either case', () => {
    const hex = endChecksum('crc32-hex', 'acme-')
    const token = hex.append('acme-abc')
    expect([token, token.slice(0, -8) + token.slice(-8).toUpperCase()].map(hex.verify)).toEqual([
      'valid',
      'valid',
    ])
    expect([`x${token}`, token.slice(0, 12)].map(hex.verify)).toEqual(['unknown', 'unknown'])
  })

  it('makes what it holds for certain, and what it fails for doubtful, or none', async () => {
    const found = async (checksum: object) => {
      const cwd = configured(checksum)
      const { findings } = await createScan({ cwd, paths: ['a.txt'], config: true }).collect()
      return findings.map(({ location, confidence, reasons }) => [location.line, confidence, reasons[0]])
    }
    const checksum = { algorithm: 'crc32-base62', after: 'acme_' }
    expect(await found(checksum)).toEqual([
      [1, 'very-high', 'its checksum holds'],
      [2, 'medium', 'its checksum fails'],
    ])
    expect(await found({ ...checksum, strict: true })).toEqual([[1, 'very-high', 'its checksum holds']])
  })

  it('is in the samples that the rule is tried with', async () => {
    const cwd = configured(
      { algorithm: 'crc32-hex', strict: true },
      { nonExamples: ['acme_{{random:base62:30}}'] },
    )
    const tried = await (await inspectConfig({ cwd })).tryRules()
    expect(tried).toMatchObject([{ id: 'acme-token', examples: 1, nonExamples: 1, failed: [] }])
  })

  it.each([
    [{ algorithm: 'crc32' }, {}, 'unknown value "crc32"'],
    [{ algorithm: 'crc32-hex', after: 'acne_' }, {}, 'nothing of these parts begins with "acne_"'],
    [
      { algorithm: 'crc32-hex' },
      { parts: ['acme_', { secret: [{ chars: 'hex', length: 9 }] }] },
      'of the whole credential',
    ],
    [{ algorithm: 'crc32-hex' }, { parts: undefined, regex: 'acme_' }, '"checksum" is for rules by parts'],
  ])('is refused where it says nothing: %j', async (checksum, rest, message) => {
    const error = await inspectConfig({ cwd: configured(checksum, rest) }).catch((reason: Error) => reason)
    expect(error).toBeInstanceOf(ScanError)
    expect((error as Error).message).toMatch(/^tacet\.json:1:\d+: /)
    expect((error as Error).message).toContain(message)
  })
})
