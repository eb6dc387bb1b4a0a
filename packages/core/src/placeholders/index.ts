export { type Placeholder, placeholder } from './placeholder.ts'
export type { Effect } from './shape.ts'
export type { Surroundings } from './surroundings.ts'
