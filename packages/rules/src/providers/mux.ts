import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const mux = defineRules('Mux', () => [
  {
    id: 'mux-token-secret',
    title: 'Mux token secret',
    severity: 'high',
    parts: chars('base64', 75),
    context: {
      words: ['mux_token', 'mux_secret', 'mux-token', 'muxtoken', 'mux.com'],
      label: 'MUX_TOKEN_SECRET',
    },
    reference: 'https://www.mux.com/docs/core/make-api-requests',
    nearMisses: [replacing('MUX_TOKEN_SECRET', 'MUX_VERSION')],
  },
])
