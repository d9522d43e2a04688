import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decryptValues } from '../../../../actions/helm-deploy/decrypt-values.ts';
import type { HelmDeploySettings } from '../../../../actions/helm-deploy/settings.ts';
import type { InputError } from '../../../../src/errors.ts';
import { startProcess } from '../../../../src/tools/process.ts';

// With a real shell and real commands.

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'decrypt values '));
});
afterAll(() => rmSync(folder, { recursive: true }));

const masked: string[] = [];
beforeEach(() => masked.splice(0));

/** Decrypts files with these contents. */
function decrypt(
  valuesDecrypt: string,
  contents: Readonly<Record<string, string>>,
  secretValues = {},
  cancelled = new AbortController().signal,
) {
  const values = Object.entries(contents).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  const settings = { values, valuesDecrypt, secretValues } as unknown as HelmDeploySettings;
  const { PATH } = process.env;
  const env = { PATH, INPUT_SECRET_VALUES: 'input', KEY: 'of the user' };
  const mask = (secret: string): void => void masked.push(secret);
  return decryptValues(settings, { env, mask, startProcess, cancelled });
}

const problemsOf = async (run: Promise<unknown>) => {
  const error = (await run.catch((thrown: unknown) => thrown)) as InputError;
  expect(error.code).toBe('invalid-input');
  return error.problems.map(({ input, message }) => `${input}: ${message.replace(folder, '')}`);
};

const base64 = (text: string): string => Buffer.from(text).toString('base64');

test('files come decrypted, in their order, and every leaf is masked', async () => {
  const first = base64('db: { password: correct-horse, port: 5432 }');
  const second = base64('list: [one-secret, { deep: two-secret }]\nnothing: null\n');
  const { values } = await decrypt('base64 -d', { 'a.enc': first, 'b.enc': second });
  expect(values).toEqual([
    { db: { password: 'correct-horse', port: 5432 } },
    { list: ['one-secret', { deep: 'two-secret' }], nothing: null },
  ]);
  expect(masked).toEqual(['correct-horse', '5432', 'one-secret', 'two-secret']);
});

test('what a file says in clear is no secret to redact, as where SOPS encrypts some leaves only', async () => {
  const text = 'name: web\nport: 80\npassword: ENC\nlist: [ENC, open]\n';
  const { secrets } = await decrypt('sed s/ENC/pass-1/', { 'a.yaml': text });
  expect(secrets).toEqual(['pass-1', 'pass-1']);
  const whole = await decrypt('base64 -d', { 'b.yaml': base64(text) });
  expect(whole.secrets).toEqual(['web', '80', 'ENC', 'ENC', 'open']);
});

test('it is a line of shell: pipes, variables of the job, and a path with spaces', async () => {
  const command = 'x() { tr a-z n-za-m < "$1" | sed "s/KEY/$KEY/"; }; x';
  expect((await decrypt(command, { 'rot 13.yaml': 'grkg: KEY' })).values).toEqual([
    { text: 'of the user' },
  ]);
});

test('the inputs of the action are not in its environment', async () => {
  expect((await decrypt('echo "x: [$INPUT_SECRET_VALUES]" #', { 'a.yaml': '' })).values).toEqual([
    { x: [] },
  ]);
});

test('YAML is read as Helm reads it', async () => {
  const text = 'mode: 0644\non: yes\nquoted: "yes"\nbase: &b { a: 1 }\nmerged: { <<: *b }\n';
  expect((await decrypt('cat', { 'a.yaml': text })).values).toEqual([
    { mode: 420, true: true, quoted: 'yes', base: { a: 1 }, merged: { a: 1 } },
  ]);
});

test('a value of one long line comes whole; an empty file is no value', async () => {
  const certificate = 'x'.repeat(300_000);
  const contents = { 'a.yaml': `ca: ${certificate}`, 'b.yaml': '' };
  expect((await decrypt('cat', contents)).values).toEqual([{ ca: certificate }, {}]);
});

test('every file that fails is named, with the last words of the command', async () => {
  const command = 'f() { echo "no key for $(basename "$1")" >&2; exit 3; }; f';
  expect(await problemsOf(decrypt(command, { 'a.yaml': 'x: 1', 'b.yaml': 'x: 1' }))).toEqual([
    'values: /a.yaml could not be decrypted (exit code 3): no key for a.yaml',
    'values: /b.yaml could not be decrypted (exit code 3): no key for b.yaml',
  ]);
});

test('a failure inside a pipe is a failure, and a command that is not there', async () => {
  expect(await problemsOf(decrypt('false | cat; true', { 'a.yaml': 'x: 1' }))).toEqual([
    'values: /a.yaml could not be decrypted (exit code 1): values-decrypt said nothing',
  ]);
  expect(await problemsOf(decrypt('no-such-command', { 'a.yaml': 'x: 1' }))).toEqual([
    expect.stringMatching(/exit code 127\): .*no-such-command: command not found/),
  ]);
});

test('what it says is shown without secrets, what it printed never', async () => {
  const contents = { 'a.yaml': 'password: correct-horse', 'b.yaml': 'fail: tell-me-not' };
  const command =
    'f() { cat "$1"; grep -q fail "$1" || return 0; echo "was correct-horse, staple-9" >&2; exit 1; }; f';
  const [problem] = await problemsOf(decrypt(command, contents, { other: 'staple-9' }));
  expect(problem).toBe('values: /b.yaml could not be decrypted (exit code 1): was ***, ***');
});

test.each([
  ['- hunter22', 'was decrypted to what is not a YAML mapping'],
  ['a: 1\nb: [hunter22', 'was decrypted to what is not valid YAML: line 3'],
  ['hunter22', 'was decrypted to what is not a YAML mapping'],
])('%j is refused without its words', async (text, message) => {
  const [problem] = await problemsOf(decrypt('cat', { 'a.yaml': text }));
  expect(problem).toContain(message);
  expect(problem).not.toContain('hunter22');
});

test('a cancel ends the command', async () => {
  const cancel = new AbortController();
  const running = decrypt('sleep 600 #', { 'a.yaml': '' }, {}, cancel.signal);
  setTimeout(() => cancel.abort(), 200);
  await expect(running).rejects.toMatchObject({ code: 'cancelled' });
});
