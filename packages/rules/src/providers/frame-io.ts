import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const frameIo = defineRules('Frame.io', () => [
  {
    id: 'frame-io-developer-token',
    title: 'Frame.io developer token',
    severity: 'high',
    parts: ['fio-u-', chars('base64url', 64, 64, '=')],
    reference: 'https://developer.frame.io/',
    nearMisses: [replacing('fio-u-', 'fio-p-')],
  },
])
