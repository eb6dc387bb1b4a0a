import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, optional } from '../parts.ts'

export const dropbox = defineRules('Dropbox', () => [
  {
    id: 'dropbox-access-token',
    title: 'Dropbox access token',
    severity: 'high',
    parts: ['sl.', optional('u.'), chars('base64url', 120, 1300)],
    reference: 'https://developers.dropbox.com/oauth-guide',
    revoke: 'https://www.dropbox.com/account/connected_apps',
    nearMisses: [replacing('sl.', 'ssl.')],
  },
  {
    id: 'dropbox-app-secret',
    title: 'Dropbox app secret',
    severity: 'medium',
    parts: chars('lowerAlnum', 15),
    context: {
      words: ['dropbox_app', 'dropbox_secret', 'dropbox_client', 'dropboxapp'],
      label: 'DROPBOX_APP_SECRET',
    },
    reference: 'https://www.dropbox.com/developers/reference/getting-started',
    nearMisses: [replacing('DROPBOX_APP_SECRET', 'DROPBOX_FOLDER')],
  },
])
