import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const alibaba = defineRules('Alibaba Cloud', () => [
  {
    id: 'alibaba-access-key-id',
    title: 'Alibaba Cloud AccessKey id',
    severity: 'medium',
    parts: ['LTAI', chars('alnum', 12, 20)],
    reference: 'https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair',
    revoke: 'https://www.alibabacloud.com/help/en/ram/user-guide/delete-an-accesskey-pair',
    nearMisses: [replacing('LTAI', 'LTAX')],
  },
  {
    id: 'alibaba-session-key-id',
    title: 'Alibaba Cloud AccessKey id of a session',
    severity: 'medium',
    parts: ['STS.', chars('alnum', 20, 32)],
    reference: 'https://www.alibabacloud.com/help/en/ram/product-overview/what-is-sts',
    nearMisses: [replacing('STS.', 'STX.')],
  },
  {
    id: 'alibaba-access-key-secret',
    title: 'Alibaba Cloud AccessKey secret',
    severity: 'critical',
    companions: ['alibaba-access-key-id', 'alibaba-session-key-id'],
    parts: chars('alnum', 30),
    context: { words: ['alibaba', 'aliyun', 'alicloud', 'ltai'], label: 'ALIBABA_CLOUD_ACCESS_KEY_SECRET' },
    reference: 'https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair',
    revoke: 'https://www.alibabacloud.com/help/en/ram/user-guide/delete-an-accesskey-pair',
    nearMisses: [replacing('ALIBABA_CLOUD_ACCESS_KEY_SECRET', 'ALIBABA_CLOUD_REGION')],
  },
])
