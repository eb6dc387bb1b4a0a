import { rules, seededRandom } from '@tacet/rules'
import { describe, expect, test } from 'vitest'
import { createDetector } from '../../../packages/scanner/src/detect/detector.ts'
import { scanBytes } from '../../helpers/scanning.ts'

const rule = rules.find(({ id }) => id === 'connection-string-password')!
const sample = rule.sample(seededRandom(7))
const [, head, password, host] = /^(.*?:\/\/[^:]*:)(.*)@(.*)\/app$/.exec(sample) as unknown as string[]
const url = (more: string): string => `${head}${password}@${host}${more}`

describe('a password in a connection string', () => {
  test.each([
    ['alone', '', '', ''],
    ['in quotes', 'url = "', '/app?ssl=true', '"'],
    ['behind a letter of two bytes', 'é ', ',db2.internal:27017/app', ' # main'],
    ['at the end of a sentence', 'It is\n', '/app', '.'],
    ['in brackets', '(', ':5432/app?a=b%20c', ')'],
  ])('is located where the string stands: %s', async (_, before, more, after) => {
    const [finding, ...others] = await scanBytes(`${before}${url(more)}${after}\n`, { rules: [rule] })
    expect(others).toEqual([])
    expect(finding).toMatchObject({ value: password, masked: `${password!.slice(0, 4)}…` })
    const column = before.split('\n').at(-1)!.length + 1
    expect(finding!.location).toMatchObject({ column, endColumn: column + url(more).length })
  })

  test('shows all but itself in the excerpt', async () => {
    const [finding] = await scanBytes(url('/app'), { rules: [rule] })
    expect(finding!.excerpt).toBe(`${head}${finding!.masked}@${host}/app`)
    expect(finding!.focus).toBe(head!.length)
  })

  test('is located likewise wherever a window ends', () => {
    const detector = createDetector({
      rules: [rule],
      threshold: 'low',
      decodeDepth: 0,
      fingerprint: (ruleId, value) => `${ruleId} ${value}`,
      showValues: true,
      windowSize: 0,
    })
    const size = detector.blob('file', 'file').room().length
    for (let offset = size - 6000; offset < size + 20; offset += 3) {
      const blob = detector.blob('file', 'file')
      blob.push(Buffer.from(`é\n${'-'.repeat(offset)} ${url('/app')} ${'end '.repeat(3000)}`))
      blob.end()
      expect(blob.findings.map(({ location: { column, endColumn } }) => [column, endColumn])).toEqual([
        [offset + 2, offset + 2 + url('/app').length],
      ])
    }
  })
})
