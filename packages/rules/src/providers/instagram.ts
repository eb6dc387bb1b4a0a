import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const instagram = defineRules('Instagram', () => [
  {
    id: 'instagram-access-token',
    title: 'Instagram Graph API access token',
    severity: 'high',
    parts: [oneOf('IGQVJ', 'IGQWR'), chars('base64url', 50, 300)],
    reference: 'https://developers.facebook.com/docs/instagram-platform',
    nearMisses: [replacing('IGQ', 'IGX')],
  },
])
