import { findViolations } from '../../../scripts/check/import-rules.ts';
import { findImports } from '../../../scripts/check/imports.ts';

/** Every rule, broken on purpose: the file, its import, and what is said. */
test.each([
  ['src/domain/bundle.ts', "import { readFileSync } from 'node:fs';", 'domain has no I/O'],
  ['src/domain/bundle.ts', "import { readFileSync } from 'fs';", 'domain has no I/O'],
  ['src/domain/bundle.ts', "import { parse } from 'yaml';", 'domain has no I/O'],
  ['src/domain/bundle.ts', "import type { Send } from '../http/request.ts';", 'domain has no I/O'],
  ['src/http/github.ts', "import { connect } from '../cluster/connect.ts';", 'downwards only'],
  ['src/tools/helm.ts', "import type { Send } from '../http/request.ts';", 'downwards only'],
  ['src/cluster/watch.ts', "import { upgrade } from '../release/upgrade.ts';", 'downwards only'],
  ['src/cluster/watch.ts', "import { io } from '../runner/io.ts';", 'know the runner'],
  ['src/release/undo.ts', "import { exec } from '../tools/exec.ts';", 'types of adapters'],
  [
    'src/proof/probes.ts',
    "import { setTimeout } from 'node:timers/promises';",
    'types of adapters',
  ],
  ['src/records/board.ts', "import type { RunnerIo } from '../runner/io.ts';", 'know the runner'],
  ['src/report/summary.ts', "import * as core from '@actions/core';", 'only src/runner/ uses'],
  ['actions/rollback/rollback.ts', "import * as core from '@actions/core';", 'only src/runner/'],
  [
    'src/cluster/connect.ts',
    "import { spawn } from 'node:child_process';",
    'only src/tools/process',
  ],
  ['src/tools/helm.ts', "import { getExecOutput } from '@actions/exec';", 'only src/tools/exec.ts'],
  ['src/tools/git.ts', "import { cacheDir } from '@actions/tool-cache';", 'only src/tools/install'],
  ['src/http/request.ts', "import { getOctokit } from '@actions/github';", 'only src/http/github'],
  ['actions/promote/move.ts', "import { io } from '../../src/runner/io.ts';", 'know the runner'],
  [
    'actions/promote/move.ts',
    "import { a } from '../rollback/rollback.ts';",
    'never imports another',
  ],
  ['actions/promote/move.ts', "import './main.ts';", 'an entry is started'],
  ['test/unit/a.test.ts', "await import('../../actions/promote/post.ts');", 'an entry is started'],
  ['src/cloud/login.ts', "import { a } from './credential-main.ts';", 'an entry is started'],
  ['src/tools/helm.ts', "import { a } from '../../sandbox/main.ts';", 'stand without the sandbox'],
  ['actions/promote/move.ts', "import { a } from '../../test/support/a.ts';", 'stand without'],
  ['src/report/summary.ts', "import { a } from '../../actions/promote/a.ts';", 'src never imports'],
])('%s may not have: %s', (path, source, message) => {
  expect(findViolations(path, `\n${source}\n`).join('\n')).toContain(message);
  expect(findViolations(path, `\n${source}\n`)[0]).toMatch(new RegExp(`^${path}:2 imports `));
});

test.each([
  ['src/domain/bundle.ts', "import { createHash } from 'node:crypto';"],
  ['src/domain/bundle.ts', "import { ActionError } from '../errors.ts';"],
  ['src/cloud/login.ts', "import type { Send } from '../http/request.ts';"],
  ['src/settings/config.ts', "import { parse } from 'yaml';"],
  ['src/release/undo.ts', "import type { Exec } from '../tools/exec.ts';"],
  ['src/release/undo.ts', "import { type Exec, type ExecResult } from '../tools/exec.ts';"],
  ['src/tools/exec.ts', "import { getExecOutput } from '@actions/exec';"],
  ['src/runner/io.ts', "import * as core from '@actions/core';"],
  ['actions/promote/main.ts', "import { runAction } from '../../src/runner/run-action.ts';"],
  ['actions/promote/post.ts', "import { runPost } from '../../src/runner/run-action.ts';"],
  ['sandbox/registry/push.ts', "import { createSend } from '../../src/http/request.ts';"],
  ['sandbox/world/daemons.ts', "import { spawn } from 'node:child_process';"],
  ['src/http/github.ts', "// import { connect } from '../cluster/connect.ts';"],
  ['src/http/github.ts', "/**\nimport { connect } from '../cluster/connect.ts';\n*/"],
])('%s may have: %s', (path, source) => {
  expect(findViolations(path, source)).toEqual([]);
});

test('a composition root has at most 25 lines', () => {
  const path = 'actions/promote/main.ts';
  expect(findViolations(path, 'x\n'.repeat(25))).toEqual([]);
  expect(findViolations(path, 'x\n'.repeat(26))).toEqual([
    'actions/promote/main.ts has 26 lines: a composition root has at most 25',
  ]);
  expect(findViolations('actions/promote/promote.ts', 'x\n'.repeat(26))).toEqual([]);
});

test('imports are found in all their forms, with their lines', () => {
  const source = `import a, { type B } from './a.ts';
import {
  type C,
  type D,
} from './c.ts';
import type { E } from './e.ts';
export * from './f.ts';
export { g } from './g.ts';
const h = await import('./h.ts');
export const text = "import { no } from './no.ts'";
`;
  expect(
    findImports(source).map((i) => `${i.line} ${i.specifier}${i.typeOnly ? ' type' : ''}`),
  ).toEqual(['1 ./a.ts', '2 ./c.ts type', '6 ./e.ts type', '7 ./f.ts', '8 ./g.ts', '9 ./h.ts']);
});
