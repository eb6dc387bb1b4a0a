export { awsAccount } from './aws.ts'
export { type Checksum, checksums, type Verdict } from './checksums.ts'
export { type EndCheck, endChecks, endChecksum } from './end-checksum.ts'
export { mnemonicHolds } from './mnemonic.ts'
