import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const devcycle = defineRules('DevCycle', () => [
  {
    id: 'devcycle-server-key',
    title: 'DevCycle server SDK key',
    severity: 'medium',
    parts: ['dvc_server_', chars('alnum', 16, 60, '_')],
    reference: 'https://docs.devcycle.com/',
    nearMisses: [replacing('dvc_server_', 'dvc_client_')],
  },
])
