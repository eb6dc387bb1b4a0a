/** Today, in UTC, as `until` is written. */
export const today = (): string => new Date().toISOString().slice(0, 'yyyy-mm-dd'.length)

/** Whether there is such a day: `2027-02-31` is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** Whether something that holds up to and on that day is over. Days written so are in the order of their text. */
export const isOver = (until: string | undefined, now: string): boolean => until !== undefined && until < now
