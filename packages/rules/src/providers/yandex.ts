import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, optional } from '../parts.ts'

export const yandex = defineRules('Yandex', () => [
  {
    id: 'yandex-cloud-api-key',
    title: 'Yandex Cloud API key',
    severity: 'high',
    parts: ['AQVN', chars('base64url', 35, 38)],
    reference: 'https://yandex.cloud/en/docs/iam/concepts/authorization/api-key',
    nearMisses: [replacing('AQVN', 'AQXN')],
  },
  {
    id: 'yandex-cloud-secret-key',
    title: 'Yandex Cloud static access key',
    severity: 'high',
    parts: ['YC', chars('base64url', 38)],
    context: { words: ['yandex', 'yc_secret', 'storage.yandexcloud'] },
    reference: 'https://yandex.cloud/en/docs/iam/concepts/authorization/access-key',
    nearMisses: [replacing('=YC', '=YX')],
  },
  {
    id: 'yandex-cloud-iam-token',
    title: 'Yandex Cloud IAM token',
    severity: 'high',
    parts: [
      't1.',
      chars('base64url', 20, 400, '='),
      '.',
      chars('base64url', 86),
      optional('='),
      optional('='),
    ],
    reference: 'https://yandex.cloud/en/docs/iam/concepts/authorization/iam-token',
    nearMisses: [replacing('t1.', 'u1.')],
  },
  {
    id: 'yandex-oauth-token',
    title: 'Yandex OAuth token',
    severity: 'high',
    parts: ['y0_', chars('base64url', 40, 70)],
    reference: 'https://yandex.com/dev/id/doc/en/',
    nearMisses: [replacing('y0_', 'z0_')],
  },
])
