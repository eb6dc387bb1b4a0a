import { patterns, type Shape } from './shape.ts'

/** Values from vendors' documentation and from standards, by the shape that gives them away. */
export const samples: readonly Shape[] = [
  ...patterns('drop', {
    'AWS example': /EXAMPLE(?:KEY)?$|bPxRfiCY/,
    'Stripe example': /^(?:[sr]k_test_)?(?:4eC39HqL|BQokikJO|TYooMQau)/,
    'GitHub example': /^(?:gh[opusr]_)?16C7e42F|^secret_scanning_ab85fc/,
    'Slack example': /T0{8}|^xox[a-z]-(?:1{10,}|0{10,}|123456789012)/,
    'JWT example':
      /\.eyJ(?:zdWIiOiIxMjM0NTY3ODkw|pc3MiOiJqb2U)|(?:pYXQiOjE1MTYyMzkwMjJ|lhdCI6MTUxNjIzOTAyM|aWF0IjoxNTE2MjM5MDIy)|c3VwYWJhc2UtZGVtb|zdXBhYmFzZS1kZW1v|InN1cGFiYXNlLWRlbW8/,
    'Telegram example': /^(?:bot)?123456:ABC-DEF/,
    'NuGet example': /^33f!!ll|^hal\+9oo/,
    'Mailgun example': /^key-3ax6xnjp/,
    'emulator key': /^(?:Eby8vdM0|C2y6yDjf)|devstoreaccount1/,
    'Laravel template': /^SomeRandomString$/,
    'WordPress template': /^put your unique phrase here$/,
    'captcha test key': /^6LeIxAcTAAAAA|^[123]x0{10,}/,
    'example of a standard':
      /^(?:mF_9|0685bd91|ad180jjd|dpf43f3p|kd94hf93|nnch734d|pfkkdhi9|hh5s93j4|hdhd0244|45ghiukl|SplxlOBe|SlAV32hk|2YotnFZF|s6BhdRkq|czZCaGRSa3F0|QWxhZGRpbjpv|tGzv3JOk)/,
    'example of a library': /^(?:rapunz3l|s00pers3cret)$|\.eyJzb21lIjoicGF5bG9hZCJ9\./,
    'one-time password example': /^GEZDGNBVGY3TQ|^(?:JBSWY3DP|JBSWY3DPEHPK3PXP){1,4}/i,
    'test phrase': /^(?:abandon ){11}about$|^(?:test ){11}junk$/,
    'development chain key': /^(?:0x)?ac0974be/i,
    'documentation account': /^(?:123456789012|(\d)\1{11}|111122223333)$/,
    'counting UUID':
      /^(?:12345678-?1234-?1234-?(?:1234|4123)-?123456789(?:012|abc)|87654321-?4321-?4321-?4321-?(?:cba987654321|210987654321)|deadbeef-?.*|cafebabe-?.*)$/i,
    'repeated UUID': /^([0-9a-f])\1{7}-?(?:\1{4}-?){3}\1{12}$/i,
  }),
  ...patterns('lower', {
    'test or sandbox key': /^[srp]k_test_|^rk_test_|^access-sandbox-|^access_token\$sandbox\$|^sandbox-/,
    'development key': /^django-insecure-/,
  }),
]
