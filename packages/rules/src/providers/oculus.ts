import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const oculus = defineRules('Meta Horizon', () => [
  {
    id: 'meta-horizon-app-token',
    title: 'Meta Horizon app access token',
    severity: 'high',
    parts: ['OC|', chars('digits', 14, 18), '|', chars('alnum', 24, 64)],
    reference: 'https://developers.meta.com/horizon/documentation/unity/ps-s2s-basics/',
    nearMisses: [replacing('OC|', 'OX|')],
  },
])
