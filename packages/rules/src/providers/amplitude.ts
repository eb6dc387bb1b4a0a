import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const amplitude = defineRules('Amplitude', () => [
  {
    id: 'amplitude-secret-key',
    title: 'Amplitude secret key',
    severity: 'medium',
    parts: chars('hex', 32),
    context: {
      words: ['amplitude_secret', 'amplitudesecret', 'amplitude-secret'],
      label: 'AMPLITUDE_SECRET_KEY',
    },
    reference: 'https://amplitude.com/docs/apis/authentication',
    nearMisses: [replacing('AMPLITUDE_SECRET_KEY', 'AMPLITUDE_BUILD_ID')],
  },
])
