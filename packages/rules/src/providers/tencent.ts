import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const tencent = defineRules('Tencent Cloud', () => [
  {
    id: 'tencent-cloud-secret-id',
    title: 'Tencent Cloud SecretId',
    severity: 'medium',
    parts: ['AKID', chars('alnum', 32)],
    reference: 'https://www.tencentcloud.com/document/product/598/32675',
    revoke: 'https://console.tencentcloud.com/cam/capi',
    nearMisses: [replacing('AKID', 'AKIX')],
  },
  {
    id: 'tencent-cloud-secret-key',
    title: 'Tencent Cloud SecretKey',
    severity: 'critical',
    companions: ['tencent-cloud-secret-id'],
    parts: chars('alnum', 32),
    context: { words: ['tencent'], label: 'TENCENTCLOUD_SECRET_KEY' },
    reference: 'https://www.tencentcloud.com/document/product/598/32675',
    revoke: 'https://console.tencentcloud.com/cam/capi',
    nearMisses: [replacing('_SECRET_KEY', '_REGION')],
  },
])
