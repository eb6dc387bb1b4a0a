import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const hellosign = defineRules('Dropbox Sign', () => [
  {
    id: 'dropbox-sign-api-key',
    title: 'Dropbox Sign (HelloSign) API key',
    severity: 'high',
    parts: chars('base64', 64, 64, '-'),
    context: { words: ['hellosign', 'dropboxsign', 'dropbox_sign'], label: 'HELLOSIGN_API_KEY' },
    reference: 'https://developers.hellosign.com/',
    nearMisses: [replacing('HELLOSIGN_API_KEY', 'HELLOSIGN_VERSION')],
  },
])
