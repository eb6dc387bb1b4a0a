import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, optional } from '../parts.ts'

export const logicmonitor = defineRules('LogicMonitor', () => [
  {
    id: 'logicmonitor-bearer-token',
    title: 'LogicMonitor bearer token',
    severity: 'high',
    parts: ['lmb_', chars('base64', 40, 160), optional('='), optional('=')],
    reference: 'https://www.logicmonitor.com/support/api-bearer-tokens',
    nearMisses: [replacing('lmb_', 'lmx_')],
  },
])
