import { rules, seededRandom } from '@tacet/rules'
import { createScan, type Format, reporters } from '@tacet/scanner'
import { expect, it } from 'vitest'
import { joined } from '../../helpers/findings.ts'

/** A sample of every rule there is, each on a line of its own and all on one line. */
const everySample = (): Buffer => {
  const random = seededRandom(11)
  const samples = rules.map((rule) => rule.sample(random))
  return Buffer.from(`${samples.join('\n\n')}\n${samples.join(' ; ')}\n`)
}

const scanOf = (input: Buffer, showValues: boolean) =>
  createScan({ input: [input], threshold: 'low', showValues })

it.each(Object.keys(reporters) as Format[])(
  'a %s report holds no value that the scan found, of any rule',
  async (format) => {
    const input = everySample()
    const { findings } = await scanOf(input, true).collect()
    const values = new Set(findings.map(({ value }) => value!))
    expect(values.size).toBeGreaterThan(rules.length / 2)

    const scan = scanOf(input, false)
    const outcome = async () => ({ coverage: await scan.coverage })
    const options = { version: '1.2.3', verbose: true, readText: async () => input.toString() }
    const report = await joined(reporters[format]({ findings: scan, outcome }, options))
    const leaks = [...values].filter((value) => report.includes(value) || report.includes(value.slice(4)))
    expect(leaks.length).toBe(0)
    expect(report.length).toBeGreaterThan(10_000)
  },
)
