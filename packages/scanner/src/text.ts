export { createTextScanner, type TextScanner, type TextScannerOptions } from './text-scanner.ts'
