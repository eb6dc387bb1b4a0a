export { main } from './main.ts'
export type { Output, Terminal } from './terminal.ts'
