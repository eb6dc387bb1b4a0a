import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, optional } from '../parts.ts'

export const google = defineRules('Google', () => [
  {
    id: 'google-api-key',
    title: 'Google API key',
    severity: 'high',
    parts: ['AIza', chars('base64url', 35)],
    reference: 'https://cloud.google.com/docs/authentication/api-keys',
    revoke: 'https://console.cloud.google.com/apis/credentials',
    nearMisses: [replacing('AIza', 'AIzo')],
  },
  {
    id: 'google-api-key-base64',
    title: 'Google API key in base64',
    severity: 'high',
    // 39 characters that begin AIzaSy take 52 in base64, without padding.
    parts: ['QUl6YVN5', chars('base64', 44)],
    reference: 'https://cloud.google.com/iam/docs/service-account-creds',
    revoke: 'https://console.cloud.google.com/apis/credentials',
    nearMisses: [(key) => key.slice(8)],
  },
  {
    id: 'google-gemini-api-key',
    title: 'Google service-bound API key (Gemini)',
    severity: 'high',
    parts: ['AQ.Ab8RN6', chars('base64url', 44)],
    reference: 'https://ai.google.dev/gemini-api/docs/api-key',
    revoke: 'https://aistudio.google.com/apikey',
    nearMisses: [replacing('AQ.Ab8RN6', 'AQ-Ab8RN6')],
  },
  {
    id: 'google-oauth-client-secret',
    title: 'Google OAuth client secret',
    severity: 'high',
    parts: ['GOCSPX-', chars('base64url', 28)],
    reference: 'https://developers.google.com/identity/protocols/oauth2',
    revoke: 'https://console.cloud.google.com/apis/credentials',
    nearMisses: [replacing('GOCSPX-', 'GOCSPY-')],
  },
  {
    id: 'google-oauth-access-token',
    title: 'Google OAuth access token',
    severity: 'high',
    parts: ['ya29.', optional('a0'), chars('base64url', 30, 2048)],
    reference: 'https://developers.google.com/identity/protocols/oauth2',
    revoke: 'https://developers.google.com/identity/protocols/oauth2/web-server#tokenrevoke',
    nearMisses: [replacing('ya29.', 'ya28.')],
  },
  {
    id: 'google-oauth-refresh-token',
    title: 'Google OAuth refresh token',
    severity: 'critical',
    parts: ['1//0', chars('base64url', 60, 512)],
    reference: 'https://developers.google.com/identity/protocols/oauth2',
    revoke: 'https://myaccount.google.com/connections',
    nearMisses: [replacing('1//0', '2//0')],
  },
  {
    id: 'google-storage-hmac-key-id',
    title: 'Google Cloud Storage HMAC access id',
    severity: 'medium',
    parts: ['GOOG1E', chars('upperAlnum', 55)],
    reference: 'https://cloud.google.com/storage/docs/authentication/hmackeys',
    nearMisses: [replacing('GOOG1E', 'GOOG9E')],
  },
  {
    id: 'google-storage-hmac-secret',
    title: 'Google Cloud Storage HMAC secret',
    severity: 'high',
    companions: ['google-storage-hmac-key-id'],
    parts: chars('base64', 40),
    context: { words: ['goog1e', 'gcs_hmac', 'gs_secret', 'storage_hmac'], label: 'GCS_HMAC_SECRET' },
    reference: 'https://cloud.google.com/storage/docs/authentication/hmackeys',
    nearMisses: [replacing('GCS_HMAC_SECRET', 'GCS_REGION')],
  },
])
