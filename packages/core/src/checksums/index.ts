export { awsAccount } from './aws.ts'
export { type Checksum, checksums, type Verdict } from './checksums.ts'
export { mnemonicHolds } from './mnemonic.ts'
