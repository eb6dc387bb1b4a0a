import type { Confidence, Rule } from '@tacet/rules'
import { mask } from './detect/mask.ts'

/** What hides a finding, and who says so. */
export interface Suppression {
  /** `inline`, `baseline`, `config`, or what another scanner calls its own, as `gitleaks:allow`. */
  readonly kind: string
  readonly reason?: string
  readonly owner?: string
  /** The last day on which it hides something: `2027-01-31`, in UTC. */
  readonly until?: string
  /** Which line of which file says so, when that is not beside the secret: `.tacet-baseline:12`. */
  readonly where?: string
  /** Ids of the commits that brought what it hides; left out when it hides it wherever it came from. */
  readonly commits?: readonly string[]
  /** Why it hides nothing all the same, in words; the finding is reported, and tells this. */
  readonly refused?: string
}

/** A finding that is about to be reported, as what may suppress it sees it. */
export interface Found {
  readonly rule: Rule
  readonly secret: string
  readonly confidence: Confidence
  /** As rules see it: relative, with `/`; empty when there is none. */
  readonly path: string
  /** What is looked at of the file; the secret, or what it is encoded in, is `bytes[start, end)`. */
  readonly bytes: Buffer
  readonly start: number
  readonly end: number
  /** What it is a part of, when that has to be replaced. */
  readonly partOf?: { readonly start: number; readonly end: number }
  /** All that an expression of a user's own matched. */
  readonly match?: { readonly start: number; readonly end: number }
  /** The line on which it starts, from 1. */
  readonly line: number
  /** What of a rule's own says that it is allowed in these commits only. */
  readonly allowedIn?: readonly string[]
}

/** Tells what hides a finding, if anything does. */
export type Suppressor = (found: Found) => Suppression | undefined

/** Asks one after the other, until one hides the finding wherever it came from; else what the first had against it is told. */
export function firstOf(suppressors: readonly Suppressor[]): Suppressor | undefined {
  if (suppressors.length === 0) return undefined
  return (found) => {
    let refusal: Suppression | undefined
    let inCommits: Suppression | undefined
    for (const suppress of suppressors) {
      const suppression = suppress(found)
      if (!suppression) continue
      if (suppression.refused !== undefined) refusal ??= suppression
      else if (suppression.commits === undefined) return withoutValue(suppression, found)
      else {
        const commits = [...(inCommits?.commits ?? []), ...suppression.commits]
        inCommits = { ...(inCommits ?? suppression), commits }
      }
    }
    const chosen = inCommits ?? refusal
    return chosen && withoutValue(chosen, found)
  }
}

/** Whoever gives a reason may quote the secret, and no report is to hold it. */
function withoutValue(suppression: Suppression, { secret }: Found): Suppression {
  const { reason, refused } = suppression
  if (!reason?.includes(secret) && !refused?.includes(secret)) return suppression
  const masked = (text: string): string => text.replaceAll(secret, () => mask(secret))
  return {
    ...suppression,
    ...(reason === undefined ? {} : { reason: masked(reason) }),
    ...(refused === undefined ? {} : { refused: masked(refused) }),
  }
}

/** Whether it hides what came with this commit, or what is in none. */
export const isHiding = ({ commits }: Suppression, commit: string | undefined): boolean =>
  commits === undefined || (commit !== undefined && commits.includes(commit))
