import { alphabets, checksums } from '@tacet/core'
import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { anyOf, chars, check, oneOf, optional, secret, sequence } from '../parts.ts'

const letterToP = anyOf(alphabets.upper.slice(0, 16))
const letterToL = anyOf(alphabets.upper.slice(0, 12))

export const azure = defineRules('Microsoft Azure', () => [
  {
    id: 'azure-storage-key',
    title: 'Azure Storage, Cosmos DB, Batch or API Management key',
    severity: 'critical',
    // Four characters near the end name the service: https://github.com/microsoft/security-utilities.
    parts: [
      chars('base64', 76),
      oneOf('+ASt', 'ACDb', '+ABa', '+AMC', 'APIM'),
      check(sequence([chars('base64', 5), anyOf('AQgw'), '=='])),
    ],
    checksum: checksums.azure,
    reference: 'https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage',
    nearMisses: [(key) => key.replace(/\+ASt|ACDb|\+ABa|\+AMC|APIM/, '+XXx')],
  },
  {
    id: 'azure-messaging-key',
    title: 'Azure Service Bus, Event Hubs, Relay, IoT Hub, Event Grid or Redis key',
    severity: 'high',
    parts: [
      chars('base64', 33),
      oneOf(
        [
          oneOf('+ARm', '+AEh', '+ASb', 'AIoT', 'AzCa'),
          check(sequence([letterToP, chars('base64', 5), '='])),
        ],
        ['AZEG', letterToP, chars('base64', 5), '='],
      ),
    ],
    checksum: checksums.azure,
    reference: 'https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas',
    nearMisses: [(key) => key.replace(/\+ARm|\+AEh|\+ASb|AIoT|AzCa|AZEG/, '+XXx')],
  },
  {
    id: 'azure-search-key',
    title: 'Azure AI Search key',
    severity: 'high',
    parts: [chars('alnum', 42), 'AzSe', check(sequence([anyOf('ABCD'), chars('alnum', 5)]))],
    checksum: checksums.azure,
    reference: 'https://learn.microsoft.com/azure/search/search-security-api-keys',
    nearMisses: [replacing('AzSe', 'AzXe')],
  },
  {
    id: 'azure-container-registry-key',
    title: 'Azure Container Registry password',
    severity: 'critical',
    parts: [chars('base64', 42), '+ACR', check(sequence([anyOf('ABCD'), chars('base64', 5)]))],
    checksum: checksums.azure,
    reference: 'https://learn.microsoft.com/azure/container-registry/container-registry-authentication',
    nearMisses: [replacing('+ACR', '+AXR')],
  },
  {
    id: 'azure-functions-key',
    title: 'Azure Functions key',
    severity: 'high',
    parts: [chars('base64url', 44), 'AzFu', check(sequence([chars('base64url', 5), anyOf('AQgw'), '==']))],
    checksum: checksums.azure,
    reference: 'https://learn.microsoft.com/azure/azure-functions/function-keys-how-to',
    nearMisses: [replacing('AzFu', 'AzXu')],
  },
  {
    id: 'azure-connection-string-key',
    title: 'Account key in an Azure connection string',
    severity: 'critical',
    parts: [oneOf('AccountKey=', 'SharedAccessKey='), secret(chars('base64', 42, 86), '=', optional('='))],
    reference: 'https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string',
    nearMisses: [(text) => text.replace('Key=', 'KeyName=')],
  },
  {
    id: 'azure-entra-client-secret',
    title: 'Microsoft Entra ID client secret',
    severity: 'critical',
    parts: [
      chars('alnum', 3, 3, '_.~'),
      oneOf(
        ['7Q~', chars('alnum', 31, 34, '_.~-')],
        ['8Q~', chars('alnum', 31, 31, '_.~-'), check(chars('alnum', 0, 3, '_.~-'))],
      ),
    ],
    checksum: checksums.entra,
    reference: 'https://learn.microsoft.com/entra/identity-platform/',
    revoke: 'https://learn.microsoft.com/entra/identity-platform/quickstart-register-app',
    nearMisses: [replacing('Q~', 'Q-')],
  },
  {
    id: 'azure-devops-token',
    title: 'Azure DevOps personal access token',
    severity: 'critical',
    parts: [
      chars('alnum', 52),
      'JQQJ99',
      chars('alnum', 1),
      letterToL,
      chars('alnum', 12),
      'AAAAAZDO',
      check(chars('alnum', 4)),
    ],
    checksum: checksums.azureAnnotated,
    reference:
      'https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
    nearMisses: [(token) => token.replace('JQQJ99', 'JQQJ00')],
  },
  {
    id: 'azure-devops-legacy-token',
    title: 'Azure DevOps personal access token (old form)',
    severity: 'critical',
    parts: chars('lowerBase32', 52),
    context: {
      words: [
        'azure_devops',
        'azuredevops',
        'azure-devops',
        'azdo',
        'dev.azure.com',
        'visualstudio.com',
        'vsts',
      ],
      label: 'AZURE_DEVOPS_PAT_TOKEN',
    },
    reference:
      'https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
    nearMisses: [replacing('AZURE_DEVOPS_PAT_TOKEN', 'AZURE_DEVOPS_PROJECT')],
  },
  {
    id: 'azure-service-key',
    title: 'Azure service key (identifiable form)',
    severity: 'high',
    // One form for many services: AI services, OpenAI, Maps, App Configuration and others.
    parts: [
      chars('alnum', 52),
      'JQQJ9',
      anyOf('9DH'),
      chars('alnum', 1),
      letterToL,
      chars('alnum', 16),
      chars('letters', 1),
      oneOf([chars('alnum', 9), '=='], [chars('alnum', 3), check(chars('alnum', 4))]),
    ],
    checksum: checksums.azureAnnotated,
    reference: 'https://github.com/microsoft/security-utilities',
    nearMisses: [(key) => key.replace('JQQJ9', 'JQQK9')],
  },
  {
    id: 'azure-sas-signature',
    title: 'Azure shared access signature',
    severity: 'high',
    parts: [
      // What parts it from the parameter before is no part of it: that one ends in any sign.
      'sig=',
      secret(chars('alnum', 40, 80, '%+/'), oneOf('%3D', '%3d', '=')),
    ],
    // Between the host and the signature stand the rights that it gives, or nothing names the host.
    context: {
      words: ['core.windows.net', 'sharedaccesssignature', 'blob.storage.azure', 'sv=20'],
      reach: 300,
    },
    reference: 'https://learn.microsoft.com/azure/storage/common/storage-sas-overview',
    nearMisses: [replacing('sig=', 'sip=')],
  },
  {
    id: 'azure-logic-app-url',
    title: 'Azure Logic Apps or Power Automate trigger URL',
    severity: 'high',
    parts: [
      oneOf('logic.azure.com', 'api.powerplatform.com'),
      optional(':443'),
      chars('alnum', 40, 200, '/?=&.%_-'),
      'sig=',
      secret(chars('base64url', 43)),
    ],
    reference: 'https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app',
    nearMisses: [replacing('sig=', 'sip=')],
  },
  {
    id: 'azure-ai-key',
    title: 'Azure OpenAI or AI services key (old form)',
    severity: 'high',
    parts: chars('hex', 32),
    context: {
      words: [
        'azure_openai',
        'azureopenai',
        'azure-openai',
        'openai.azure.com',
        'cognitiveservices.azure.com',
        'ocp-apim-subscription',
      ],
      label: 'AZURE_OPENAI_KEY',
    },
    reference: 'https://learn.microsoft.com/azure/ai-services/authentication',
    nearMisses: [replacing('AZURE_OPENAI_KEY', 'AZURE_OPENAI_DEPLOYMENT')],
  },
  {
    id: 'azure-publish-profile-password',
    title: 'Azure publish profile password',
    severity: 'high',
    parts: chars('alnum', 60),
    context: { words: ['userpwd'], label: 'userPWD' },
    reference: 'https://learn.microsoft.com/azure/app-service/app-service-configuration-references',
    nearMisses: [replacing('userPWD', 'userURL')],
  },
  {
    id: 'azure-api-management-repository-key',
    title: 'Azure API Management repository key',
    severity: 'high',
    parts: ['git&', chars('digits', 12), '&', chars('base64', 86), '=='],
    reference: 'https://learn.microsoft.com/azure/api-management/api-management-configuration-repository-git',
    nearMisses: [replacing('git&', 'gut&')],
  },
])
