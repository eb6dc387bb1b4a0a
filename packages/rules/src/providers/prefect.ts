import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const prefect = defineRules('Prefect', () => [
  {
    id: 'prefect-api-key',
    title: 'Prefect API key',
    severity: 'high',
    parts: [oneOf('pnu_', 'pnb_'), chars('alnum', 36)],
    reference: 'https://docs.prefect.io/',
    nearMisses: [(key) => key.replace('pn', 'px')],
  },
])
