import { inspectConfig } from '@tacet/scanner'
import { describe, expect, test } from 'vitest'
import { tempTree } from '../helpers/temp-tree.ts'
import { pages } from './pages.ts'

const { blocks } = pages.find(({ path }) => path === 'docs/configuration.md')!
const files = blocks.filter(({ language }) => language === 'json')

describe('the configurations of docs/configuration.md', () => {
  test.each(files)('that of line $line is one', async ({ text }) => {
    const { files: read, ...inspected } = await inspectConfig({ cwd: tempTree({ 'tacet.json': text }) })
    expect(read).toEqual(['tacet.json'])
    expect(inspected.expired).toEqual([])
    for (const rule of await inspected.tryRules()) expect(rule.failed).toEqual([])
  })

  test('the rules that it shows are tried as it shows', async () => {
    const { text } = files.find((file) => file.text.includes('customRules'))!
    const tried = await (await inspectConfig({ cwd: tempTree({ 'tacet.json': text }) })).tryRules()
    const shown = blocks.find((block) => block.text.includes('tacet rules test'))!.text
    for (const { id, where } of tried) expect(shown).toContain(`${id}  ${where}  1 example`)
    expect(tried).toHaveLength(3)
  })
})
