import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const docusign = defineRules('DocuSign', () => [
  {
    id: 'docusign-secret-key',
    title: 'DocuSign secret key',
    severity: 'high',
    parts: uuid,
    context: { words: ['docusign'], label: 'DOCUSIGN_SECRET_KEY' },
    reference: 'https://developers.docusign.com/platform/auth/',
    nearMisses: [replacing('DOCUSIGN_SECRET_KEY', 'DOCUSIGN_TRACE_ID')],
  },
])
