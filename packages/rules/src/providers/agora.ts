import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const agora = defineRules('Agora', () => [
  {
    id: 'agora-app-certificate',
    title: 'Agora app certificate',
    severity: 'high',
    parts: chars('hex', 32),
    context: {
      words: ['agora_app', 'agora_cert', 'agora_secret', 'agora_customer', 'agoraapp'],
      label: 'AGORA_APP_CERTIFICATE_KEY',
    },
    reference: 'https://docs.agora.io/en/',
    nearMisses: [replacing('AGORA_APP_CERTIFICATE_KEY', 'AGORA_BUILD_ID')],
  },
])
