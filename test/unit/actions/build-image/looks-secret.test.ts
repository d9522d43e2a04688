import { looksSecret } from '../../../../actions/build-image/looks-secret.ts';

test.each([
  ['NPM_TOKEN', 'x'],
  ['npmToken', 'x'],
  ['DB_PASSWORD', 'x'],
  ['SECRET', undefined],
  ['API_KEY', 'x'],
  ['apiKey', 'x'],
  ['AWS_SECRET_ACCESS_KEY', 'x'],
  ['REGISTRY_AUTH', 'x'],
  ['FOO', 'ghp_abcdefghijklmnopqrstuvwxyz0123456789'],
  ['FOO', 'AKIAABCDEFGHIJKLMNOP'],
  ['DATABASE_URL', 'postgres://app:word@db/app'],
  ['CERT', '-----BEGIN RSA PRIVATE KEY-----\nx'],
])('%s=%s looks like a secret', (name, value) => {
  expect(looksSecret(name, value)).toBe(true);
});

test.each([
  ['VERSION', '1.2.3'],
  ['NEXT_PUBLIC_STRIPE_KEY', 'pk_1'],
  ['CACHE_KEY', 'x'],
  ['KEYBOARD', 'de'],
  ['MONKEY', 'x'],
  ['AUTHOR', 'me'],
  ['TOKENIZER', 'bpe'],
  ['NPM_TOKEN', ''],
  ['REPO', 'https://github.com/acme/shop'],
  ['HOME_URL', 'https://example.com:8080/@me'],
])('%s=%s does not', (name, value) => {
  expect(looksSecret(name, value)).toBe(false);
});
