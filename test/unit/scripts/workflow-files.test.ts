import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

// The two validators and our own rules over a repository that is broken on purpose.

const script = join(import.meta.dirname, '../../../scripts/check/workflow-files.ts');
const GOOD = `on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@${'0'.repeat(40)} # v0
      - run: make
`;
const ACTION = 'name: x\ndescription: x\nruns: { using: node24, main: ../dist/x.js }\n';

function check(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'workflows-'));
  for (const [path, content] of Object.entries({ 'dist/x.js': '', ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, root], {
    encoding: 'utf8',
  });
  rmSync(root, { recursive: true });
  return `exit ${status}\n${stdout}${stderr}`;
}

test('well-formed files pass', () => {
  const said = check({ '.github/workflows/a.yml': GOOD, 'x/action.yml': ACTION });
  expect(said).toBe('exit 0\n1 workflows and 1 actions are well-formed\n');
});

test('every kind of finding is named with its file', () => {
  const said = check({
    '.github/workflows/broken.yml': `on: push
jobs:
  a:
    runs-on: ubuntu-latest
    stps: []
    steps:
      - uses: actions/checkout@v4
      - run: echo \${{ github.event.head_commit.message }}
      - run: echo \${{ fromJSON('{}') }}
  b:
    needs: nope
    uses: ./.github/workflows/called.yml
    with: { count: 1, extra: 2 }
`,
    '.github/workflows/called.yml': `on:
  workflow_call:
    inputs: { count: { type: number } }
permissions: {}
jobs:
  a: { runs-on: ubuntu-latest, timeout-minutes: 1, steps: [{ run: make }] }
`,
    'x/action.yml': `name: x
description: x
branding: { icon: unicorn }
inputs: { a: { description: x, requird: true } }
runs: { using: node20, main: ../dist/gone.js }
`,
  });
  for (const finding of [
    'exit 1',
    // GitHub's language service
    "broken.yml:5 Unexpected value 'stps'",
    "broken.yml:11 Job 'b' depends on unknown job 'nope'",
    'broken.yml:13 Invalid input, extra is not defined',
    "x/action.yml:3 Unexpected value 'unicorn'",
    // actionlint
    'broken.yml:8 "github.event.head_commit.message" is potentially untrusted',
    'broken.yml:9 object, array, and null values should not be evaluated',
    // our own rules
    'broken.yml job a: pin actions/checkout@v4 by its full commit SHA',
    'broken.yml job a: has no timeout-minutes',
    'broken.yml job b: has no permissions',
    'x/action.yml inputs.a.requird is not a key GitHub knows',
    'x/action.yml runs.using is node20, not node24',
    'x/action.yml names ../dist/gone.js, which does not exist',
  ]) {
    expect(said).toContain(finding);
  }
});
