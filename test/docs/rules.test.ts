import { rules } from '@tacet/rules'
import { expect, test } from 'vitest'
import { rulesPage } from './rules-page.ts'

test('docs/rules.md lists the rules as they are', async () => {
  await expect(rulesPage(rules)).toMatchFileSnapshot('../../docs/rules.md')
})
