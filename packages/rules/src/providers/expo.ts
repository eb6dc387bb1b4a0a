import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const expo = defineRules('Expo', () => [
  {
    id: 'expo-access-token',
    title: 'Expo access token',
    severity: 'high',
    parts: chars('base64url', 40),
    context: { words: ['expo_token', 'expo-token', 'expo_access', 'expo.dev'], label: 'EXPO_TOKEN' },
    reference: 'https://docs.expo.dev/accounts/programmatic-access/',
    nearMisses: [replacing('EXPO_TOKEN', 'EXPO_VERSION')],
  },
])
