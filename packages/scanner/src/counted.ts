/** A number with commas between thousands, two decimals at most: the first use of `toLocaleString` takes long. */
export const number = (value: number): string => `${value}`.replace(/\B(?=(?:\d{3})+(?!\d))/g, ',')

/** How many of them there are: `1 file`, `1,413 files`. */
export const counted = (count: number, noun: string, many = `${noun}s`): string =>
  `${number(count)} ${count === 1 ? noun : many}`
