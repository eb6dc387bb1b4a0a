import { env, file } from '@tacet/runtime'

// Declared apart from loading, so that `tacet secrets check secrets.mjs` can look at them without starting anything.
export const definitions = {
  databaseUrl: env('DATABASE_URL'),
  stripeKey: env('STRIPE_KEY'),
  tlsKey: file('tls.key'),
}
