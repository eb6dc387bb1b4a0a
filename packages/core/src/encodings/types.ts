/** How a value itself was written where it was found. */
export type Writing =
  | 'raw'
  | 'reversed'
  | 'base64'
  | 'base64url'
  | 'hex'
  | 'spaced hex'
  | 'byte list'
  | 'percent'
  | 'json'
  | 'html'
  | 'shell'
  | 'powershell'
  | 'cmd'
  | 'sql'
  | 'go'
  | 'python'
  | 'inspect'
  | 'regexp'
  | 'one line'
  | 'utf-16le'
  | 'utf-16be'
  | 'latin1'
  | 'mojibake'
  | 'lossy utf-8'

/** How a value was written where it was found: `percent`, or `base64 in percent` when one stands in another. */
export type Encoding = Writing | `${Writing} in ${string}`

/** One way in which a value may appear: see `Pattern` for what `text`, `wrapped` and `bytes` match. */
export type Form<Name extends string = Encoding> = TextForm<Name> | BytesForm<Name>

export interface TextForm<Name extends string = Encoding> {
  readonly encoding: Name
  readonly text: string
  readonly wrapped?: true
}

export interface BytesForm<Name extends string = Encoding> {
  readonly encoding: Name
  readonly bytes: Uint8Array
}

/** Every way in which encoders of one kind write a value; some are no different from the value. */
export type Encoder<Input> = (value: Input) => Iterable<string>
