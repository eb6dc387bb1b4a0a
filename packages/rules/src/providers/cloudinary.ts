import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, secret } from '../parts.ts'

export const cloudinary = defineRules('Cloudinary', () => [
  {
    id: 'cloudinary-url',
    title: 'Cloudinary URL with its API secret',
    severity: 'high',
    parts: ['cloudinary://', chars('digits', 12, 18), ':', secret(chars('base64url', 27)), '@'],
    reference: 'https://cloudinary.com/documentation/how_to_integrate_cloudinary',
    revoke: 'https://console.cloudinary.com/settings/api-keys',
    nearMisses: [replacing('cloudinary://', 'cloudinary+//')],
  },
  {
    id: 'cloudinary-api-secret',
    title: 'Cloudinary API secret',
    severity: 'high',
    parts: chars('base64url', 27),
    context: { words: ['cloudinary'], label: 'CLOUDINARY_API_SECRET' },
    reference: 'https://cloudinary.com/documentation/how_to_integrate_cloudinary',
    nearMisses: [replacing('CLOUDINARY_API_SECRET', 'CLOUDINARY_VERSION')],
  },
])
