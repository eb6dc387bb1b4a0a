import { alphabets } from '@tacet/core'
import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { anyOf, chars, oneOf } from '../parts.ts'

export const facebook = defineRules('Facebook', () => [
  {
    id: 'facebook-long-access-token',
    title: 'Facebook access token',
    severity: 'high',
    // An "A" would be the zeros with which much begins that is no text.
    parts: ['EAA', anyOf(alphabets.upper.replace('A', '')), chars('alnum', 100, 500)],
    reference: 'https://developers.facebook.com/docs/facebook-login/guides/access-tokens',
    revoke: 'https://www.facebook.com/settings?tab=business_tools',
    nearMisses: [replacing('EAA', 'EAB')],
  },
  {
    id: 'facebook-access-token',
    title: 'Facebook or Instagram access token',
    severity: 'high',
    parts: oneOf(['EAA', chars('alnum', 80, 100)], ['EAAA', chars('alnum', 97, 500)]),
    context: {
      words: [
        'facebook',
        'fb_access',
        'fb_page',
        'fbtoken',
        'fb_token',
        'page_access',
        'whatsapp',
        'instagram',
      ],
    },
    reference: 'https://developers.facebook.com/docs/facebook-login/guides/access-tokens',
    revoke: 'https://www.facebook.com/settings?tab=business_tools',
    nearMisses: [replacing('=EAA', '=EBB')],
  },
  {
    id: 'facebook-app-secret',
    title: 'Facebook app secret',
    severity: 'high',
    parts: chars('hex', 32),
    context: { words: ['facebook', 'fb_app', 'fbapp', 'fb_secret'], label: 'FACEBOOK_APP_SECRET' },
    reference: 'https://developers.facebook.com/docs/facebook-login/security',
    nearMisses: [replacing('FACEBOOK_APP_SECRET', 'FACEBOOK_BUILD_ID')],
  },
])
