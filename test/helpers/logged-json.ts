/** JSON of what was logged, with what plain JSON leaves out or refuses: errors, with causes, and BigInts. */
export function loggedJson(logged: unknown): string {
  return JSON.stringify(logged, (_key, value: unknown) => {
    if (typeof value === 'bigint') return String(value)
    return value instanceof Error ? errorFields(value) : value
  })
}

/** All that an error holds, as plain data. */
export function errorFields(error: Error): object {
  const { name, message, stack, cause, errors } = error as AggregateError
  return {
    ...error,
    name,
    message,
    stack,
    cause: cause instanceof Error ? errorFields(cause) : cause,
    errors: errors?.map((each: unknown) => (each instanceof Error ? errorFields(each) : each)),
  }
}
