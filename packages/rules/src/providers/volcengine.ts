import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const volcengine = defineRules('Volcengine', () => [
  {
    id: 'volcengine-access-key-id',
    title: 'Volcengine access key id',
    severity: 'medium',
    parts: ['AKLT', chars('base64', 40, 48, '=')],
    reference: 'https://www.volcengine.com/docs/6291/65568',
    nearMisses: [replacing('AKLT', 'AKLX')],
  },
])
