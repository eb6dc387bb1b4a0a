import type { Change } from './change.ts'
import type { Project } from './project.ts'

/** A tool that Tacet can be put into. */
export interface Integration {
  readonly title: string
  /** What Tacet does there, in a few words that follow the title. */
  readonly does: string
  /** Whether it runs Git hooks: one is enough. */
  readonly runsHooks?: true
  /** By what one sees that the repository uses it; undefined when it does not. */
  find(project: Project): string | undefined
  /** What to write; nothing when all is there already. */
  plan(project: Project): readonly Change[]
  /** What to do afterwards. */
  after?(project: Project): readonly string[]
}
