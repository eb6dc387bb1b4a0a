import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const calCom = defineRules('Cal.com', () => [
  {
    id: 'cal-com-api-key',
    title: 'Cal.com API key',
    severity: 'medium',
    parts: ['cal_live_', chars('alnum', 32)],
    reference: 'https://cal.com/docs',
    nearMisses: [replacing('cal_live_', 'cal_life_')],
  },
])
