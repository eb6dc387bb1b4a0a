import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf, optional } from '../parts.ts'

export const fly = defineRules('Fly.io', () => [
  {
    id: 'fly-macaroon',
    title: 'Fly.io access token',
    severity: 'critical',
    parts: [oneOf('fm1r_', 'fm1a_', 'fm2_'), chars('base64', 100, 2000, '-_'), optional('='), optional('=')],
    reference: 'https://fly.io/docs/security/tokens/',
    revoke: 'https://fly.io/docs/security/tokens/',
    nearMisses: [(token) => token.replace('fm', 'fn')],
  },
  {
    id: 'fly-oauth-token',
    title: 'Fly.io OAuth token',
    severity: 'critical',
    parts: ['fo1_', chars('base64url', 43)],
    reference: 'https://fly.io/docs/security/tokens/',
    revoke: 'https://fly.io/docs/security/tokens/',
    nearMisses: [replacing('fo1_', 'fp1_')],
  },
  {
    id: 'fly-authorization',
    title: 'Fly.io token of an Authorization header',
    severity: 'critical',
    parts: ['FlyV1 ', chars('base64', 96, 2000, '-_')],
    reference: 'https://fly.io/docs/security/tokens/',
    nearMisses: [replacing('FlyV1', 'FlyW1')],
  },
])
