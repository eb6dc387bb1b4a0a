import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const baidu = defineRules('Baidu Cloud', () => [
  {
    id: 'baidu-cloud-api-key',
    title: 'Baidu Cloud API key',
    severity: 'critical',
    parts: ['bce-v3/ALTAK-', chars('alnum', 21), '/', chars('hex', 40)],
    reference: 'https://cloud.baidu.com/doc/Reference/s/9jwvz2egb',
    nearMisses: [replacing('bce-v3', 'bce-w3')],
  },
])
