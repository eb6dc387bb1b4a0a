import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const ibm = defineRules('IBM Cloud', () => [
  {
    id: 'ibm-cloud-api-key',
    title: 'IBM Cloud user API key',
    severity: 'critical',
    parts: chars('base64url', 42, 44),
    context: {
      words: ['ibmcloud', 'ibm_cloud', 'ibm-cloud', 'bluemix', 'ibm_api', 'watson'],
      label: 'IBMCLOUD_API_KEY',
    },
    reference: 'https://cloud.ibm.com/docs/account?topic=account-userapikey',
    nearMisses: [replacing('IBMCLOUD_API_KEY', 'IBMCLOUD_VERSION')],
  },
  {
    id: 'ibm-cos-hmac-secret',
    title: 'IBM Cloud Object Storage HMAC secret',
    severity: 'high',
    parts: chars('hex', 48),
    context: {
      words: ['cos_hmac', 'cloud-object-storage', 'cloudobjectstorage', 'ibm_cos', 'ibm-cos'],
      label: 'IBM_COS_HMAC_SECRET',
    },
    reference:
      'https://cloud.ibm.com/docs/cloud-object-storage?topic=cloud-object-storage-uhc-hmac-credentials-main',
    nearMisses: [replacing('IBM_COS_HMAC_SECRET', 'IBM_VERSION')],
  },
  {
    id: 'ibm-softlayer-api-key',
    title: 'IBM SoftLayer API key',
    severity: 'high',
    parts: chars('lowerAlnum', 64),
    context: { words: ['softlayer', 'sl_api_key', 'sl_key'], label: 'SOFTLAYER_API_KEY' },
    reference: 'https://sldn.softlayer.com/',
    nearMisses: [replacing('SOFTLAYER_API_KEY', 'SOFTLAYER_VERSION')],
  },
])
