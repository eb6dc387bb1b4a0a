import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const bannerbear = defineRules('Bannerbear', () => [
  {
    id: 'bannerbear-api-key',
    title: 'Bannerbear API key',
    severity: 'medium',
    parts: [oneOf('bb_pr_', 'bb_ma_'), chars('hex', 30)],
    reference: 'https://developers.bannerbear.com/',
    nearMisses: [(key) => key.replace('bb_', 'bx_')],
  },
])
