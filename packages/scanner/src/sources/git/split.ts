/**
 * The fields of a stream that end in a separator, each byte one unit of text, as many at a time as there are.
 *
 * @param separator - one character below U+0080
 */
export async function* splitAt(
  stream: AsyncIterable<Buffer>,
  separator: string,
): AsyncGenerator<readonly string[], void, undefined> {
  let rest = ''
  for await (const chunk of stream) {
    const fields = (rest + chunk.toString('latin1')).split(separator)
    rest = fields.pop()!
    if (fields.length > 0) yield fields
  }
  if (rest !== '') yield [rest]
}
