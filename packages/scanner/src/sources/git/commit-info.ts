import { readObjects } from './object-reader.ts'
import type { Repository } from './repository.ts'

/** Who made a commit or a tag, and when. */
export interface CommitInfo {
  readonly author: string
  readonly email: string
  /** ISO 8601, with the offset of the author's clock. */
  readonly date: string
}

const LONGEST_HEAD = 1 << 16

/** What commits and tags say of themselves; those that cannot be read are left out. */
export async function commitInfos(
  repository: Repository,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, CommitInfo>> {
  const infos = new Map<string, CommitInfo>()
  const items = [...new Set(ids)].map((id) => ({ id }))
  if (items.length === 0) return infos
  let id = ''
  let head = ''
  await readObjects(repository, [items], {
    start: (item) => {
      id = item.id
      head = ''
    },
    data: (bytes) => {
      if (head.length < LONGEST_HEAD) head += bytes.toString('latin1')
    },
    end: () => {
      const info = infoIn(head.slice(0, head.indexOf('\n\n') + 1))
      if (info) infos.set(id, info)
    },
    failed: () => {},
  })
  return infos
}

/** `author NAME <EMAIL> SECONDS ZONE`, in bytes of the encoding that the commit names; a tag has a `tagger`. */
function infoIn(head: string): CommitInfo | undefined {
  const line = /^(?:author|tagger) ([^\n]*?) ?<([^<>\n]*)> (-?\d{1,15}) ([+-])(\d\d)(\d\d)$/m.exec(head)
  if (!line) return undefined
  const [, author, email, seconds, sign, hours, minutes] = line
  const encoding = /^encoding ([\w-]+)$/m.exec(head)?.[1]
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
  const time = new Date((Number(seconds) + offset * 60) * 1000)
  if (Number.isNaN(time.getTime())) return undefined
  const text = (bytes: string): string => decoded(Buffer.from(bytes, 'latin1'), encoding)
  const zone = offset === 0 ? 'Z' : `${sign}${hours}:${minutes}`
  return { author: text(author!), email: text(email!), date: time.toISOString().slice(0, -5) + zone }
}

function decoded(bytes: Buffer, encoding = 'utf-8'): string {
  try {
    return new TextDecoder(encoding).decode(bytes)
  } catch {
    return bytes.toString('utf8')
  }
}
