import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, optional } from '../parts.ts'

export const portainer = defineRules('Portainer', () => [
  {
    id: 'portainer-access-token',
    title: 'Portainer access token',
    severity: 'critical',
    parts: ['ptr_', chars('base64', 40, 60, '-_'), optional('=')],
    reference: 'https://docs.portainer.io/api/access',
    nearMisses: [replacing('ptr_', 'ptx_')],
  },
])
