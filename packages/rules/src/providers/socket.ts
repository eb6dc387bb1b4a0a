import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const socket = defineRules('Socket', () => [
  {
    id: 'socket-api-token',
    title: 'Socket API token',
    severity: 'high',
    parts: ['sktsec_', chars('alnum', 40, 60, '_-'), '_api'],
    reference: 'https://docs.socket.dev/docs/api-keys',
    nearMisses: [replacing('sktsec_', 'sktpub_')],
  },
])
