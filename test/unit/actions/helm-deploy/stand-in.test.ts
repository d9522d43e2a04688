import { leadsInto, standIn } from '../../../../actions/helm-deploy/stand-in.ts';

const SECRETS = {
  db: { password: 'tr0ub4dor&3', port: 5432, tls: true, 'a.b': 'x' },
  users: [{ name: 'ann', key: 'k' }],
  none: null,
};

test('keys, lists and switches stay, texts and numbers do not', () => {
  const shown = JSON.stringify(standIn(SECRETS));
  for (const secret of ['tr0ub4dor', '5432', 'ann']) expect(shown).not.toContain(secret);
  const text = expect.stringMatching(/.{12,}/);
  expect(standIn(SECRETS)).toEqual({
    db: { password: text, port: 0, tls: true, 'a.b': text },
    users: [{ name: text, key: text }],
    none: null,
  });
  expect(standIn(standIn(SECRETS))).toEqual(standIn(SECRETS));
});

test.each([
  ['db.password', true],
  ['db', true],
  ['users[0].key', true],
  ['users[1].key', false],
  ['db.user', false],
  ['replicas', false],
  ['db.password.length', false],
  ['constructor', false],
  ['', false],
])('%s is a secret: %s', (path, expected) => {
  expect(leadsInto(SECRETS, path)).toBe(expected);
});
