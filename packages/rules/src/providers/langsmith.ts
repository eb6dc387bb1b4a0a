import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const langsmith = defineRules('LangSmith', () => [
  {
    id: 'langsmith-api-key',
    title: 'LangSmith API key',
    severity: 'high',
    parts: [oneOf('lsv2_pt_', 'lsv2_sk_'), chars('hex', 32), '_', chars('hex', 10)],
    reference: 'https://docs.smith.langchain.com/',
    nearMisses: [replacing('lsv2_', 'lsv1_')],
  },
])
