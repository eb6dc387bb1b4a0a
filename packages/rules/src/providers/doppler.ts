import { defineRules } from '../define-rule.ts'
import { chars, oneOf, optional } from '../parts.ts'

export const doppler = defineRules('Doppler', () => [
  {
    id: 'doppler-token',
    title: 'Doppler token',
    severity: 'critical',
    parts: [oneOf('dp.pt.', 'dp.ct.', 'dp.sa.', 'dp.scim.', 'dp.audit.', 'dp.said.'), chars('alnum', 40, 44)],
    reference: 'https://docs.doppler.com/reference/auth-token-formats',
    revoke: 'https://dashboard.doppler.com/workplace/tokens',
    nearMisses: [(token) => token.replace('dp.', 'dq.')],
  },
  {
    id: 'doppler-service-token',
    title: 'Doppler service token',
    severity: 'critical',
    parts: ['dp.st.', optional(chars('lowerAlnum', 2, 35, '_-'), '.'), chars('alnum', 40, 44)],
    reference: 'https://docs.doppler.com/reference/auth-token-formats',
    revoke: 'https://dashboard.doppler.com/workplace/tokens',
    nearMisses: [(token) => token.replace('dp.', 'dq.')],
  },
])
