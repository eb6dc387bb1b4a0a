import { type Format, reporters } from '@tacet/scanner'
import { expect, it } from 'vitest'
import { joined, makeFinding, makeReport } from '../../helpers/findings.ts'

// The report for readers of gitleaks has no place for it.
const formats = Object.keys(reporters).filter((format) => format !== 'gitleaks-json') as Format[]

it.each(formats)('the format %s tells whose a finding is, when that is known', async (format) => {
  const write = (owner?: string) =>
    joined(
      reporters[format](makeReport([makeFinding(owner === undefined ? {} : { owner })]), {
        version: '1.2.3',
      }),
    )
  expect(await write('payments team')).toContain('payments team')
  // The head line of a table has its columns in any case.
  if (format !== 'csv') expect(await write()).not.toMatch(/owner(?!=""|'|=)/i)
})
