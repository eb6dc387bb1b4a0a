/** What a Git command that has to fail, as a hook stops it, wrote to standard error. */
export const refusal = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    return String((error as { stderr: unknown }).stderr)
  }
  throw new Error('it was let through')
}
