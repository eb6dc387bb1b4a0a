import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const figma = defineRules('Figma', () => [
  {
    id: 'figma-access-token',
    title: 'Figma access token',
    severity: 'high',
    parts: [oneOf('figd_', 'figo_', 'figh_', 'figr_', 'figu_', 'figp_'), chars('base64url', 38, 54)],
    reference: 'https://developers.figma.com/docs/rest-api/personal-access-tokens/',
    revoke: 'https://www.figma.com/settings',
    nearMisses: [(token) => token.replace('fig', 'fog')],
  },
])
