import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const virustotal = defineRules('VirusTotal', () => [
  {
    id: 'virustotal-api-key',
    title: 'VirusTotal API key',
    severity: 'medium',
    parts: chars('hex', 64),
    context: { words: ['virustotal', 'virus_total', 'vt_api'], label: 'VIRUSTOTAL_API_KEY' },
    reference: 'https://docs.virustotal.com/reference/authentication',
    nearMisses: [replacing('VIRUSTOTAL_API_KEY', 'VIRUSTOTAL_VERSION')],
  },
])
