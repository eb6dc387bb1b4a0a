import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const cloudflare = defineRules('Cloudflare', () => [
  {
    id: 'cloudflare-token',
    title: 'Cloudflare API token or global key',
    severity: 'critical',
    parts: [oneOf('cfut_', 'cfat_', 'cfk_'), chars('alnum', 48)],
    reference: 'https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/',
    revoke: 'https://dash.cloudflare.com/profile/api-tokens',
    nearMisses: [(token) => token.replace('cf', 'cx')],
  },
  {
    id: 'cloudflare-origin-ca-key',
    title: 'Cloudflare Origin CA key',
    severity: 'critical',
    parts: ['v1.0-', chars('hex', 24), '-', chars('hex', 146)],
    reference: 'https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/',
    nearMisses: [replacing('v1.0-', 'v2.0-')],
  },
  {
    id: 'cloudflare-legacy-api-token',
    title: 'Cloudflare API token (old form)',
    severity: 'critical',
    parts: chars('base64url', 40),
    context: { words: ['cloudflare', 'cf_api_token', 'cf_token'], label: 'CLOUDFLARE_API_TOKEN' },
    reference: 'https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/',
    revoke: 'https://dash.cloudflare.com/profile/api-tokens',
    nearMisses: [replacing('CLOUDFLARE_API_TOKEN', 'CLOUDFLARE_COMMIT')],
  },
  {
    id: 'cloudflare-global-api-key',
    title: 'Cloudflare global API key (old form)',
    severity: 'critical',
    parts: chars('hex', 37),
    context: { words: ['cloudflare', 'cf_api_key', 'x-auth-key'], label: 'CLOUDFLARE_API_KEY' },
    reference: 'https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/',
    revoke: 'https://dash.cloudflare.com/profile/api-tokens',
    nearMisses: [replacing('CLOUDFLARE_API_KEY', 'CLOUDFLARE_ZONE')],
  },
  {
    id: 'cloudflare-turnstile-secret-key',
    title: 'Cloudflare Turnstile secret key',
    severity: 'medium',
    parts: ['0x4AAAAAA', chars('base64url', 24, 30)],
    reference: 'https://developers.cloudflare.com/turnstile/get-started/server-side-validation/',
    nearMisses: [replacing('0x4AAAAAA', '0x5AAAAAA')],
  },
  {
    id: 'cloudflare-r2-secret-access-key',
    title: 'Cloudflare R2 secret access key',
    severity: 'high',
    parts: chars('hex', 64),
    context: {
      words: ['r2_secret', 'r2_access', 'r2.cloudflarestorage', 'r2secret'],
      label: 'R2_SECRET_ACCESS_KEY',
    },
    reference: 'https://developers.cloudflare.com/r2/api/tokens/',
    nearMisses: [replacing('R2_SECRET_ACCESS_KEY', 'R2_ENDPOINT')],
  },
])
