import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { run } from '../../world/run.ts';
import type { StepDefinition } from '../language/step.ts';
import { resolveTexts } from '../language/template.ts';
import {
  type AuthorizationHeader,
  authorizationHeader,
  headerEnvironment,
  persistCredentials,
} from './checkout-credentials.ts';
import { findRef, type Git, ownRef, type Wanted } from './checkout-ref.ts';
import type { JobState, StepScope } from './job-state.ts';
import type { Executed, Execution } from './run-step.ts';

/** The inputs of actions/checkout this stand-in knows, with their defaults. */
const DEFAULTS: Readonly<Record<string, string>> = {
  repository: '',
  ref: '',
  token: '',
  path: '.',
  'fetch-depth': '1',
  'fetch-tags': 'false',
  'persist-credentials': 'true',
  clean: 'true',
};

/**
 * Stands in for `actions/checkout`: real git over the backend's real git server, by the token of
 * the job. Inputs it does not know are refused by name. It always starts from an empty folder.
 */
export async function checkoutStep(
  job: JobState,
  scope: StepScope,
  definition: StepDefinition,
  execution: Execution,
): Promise<Executed> {
  const input = readInputs(definition, execution);
  const github = execution.github as Readonly<Record<string, string>>;
  const repository = input('repository') || (github.repository ?? '');
  const target = join(job.workspace, input('path'));
  if (relative(job.workspace, target).startsWith('..')) {
    throw new Error(`Repository path '${target}' is not under '${job.workspace}'`);
  }
  const header = authorizationHeader(job, input('token') || (github.token ?? ''));
  const git = gitIn(job, target, header);
  job.log(`Syncing repository: ${repository}`);
  empty(target);
  await git('init', '--quiet', '.');
  await git('remote', 'add', 'origin', `${job.run.settings.backend.url}/${repository}.git`);
  const own = repository === github.repository && input('ref') === '';
  const wanted = own ? ownRef(github) : await findRef(git, input('ref'));
  await fetch(git, wanted, input('fetch-depth'), input('fetch-tags') === 'true');
  await git('checkout', '--quiet', '--force', ...wanted.checkout);
  const commit = (await git('rev-parse', 'HEAD')).trim();
  job.log(`HEAD is now at ${commit}`);
  if (input('persist-credentials') === 'true') {
    persistCredentials(job, scope, target, header, execution.title);
  }
  const ref = input('ref') || (own ? (github.ref ?? '') : '');
  return { failed: false, outputs: { ref, commit } };
}

function readInputs(definition: StepDefinition, execution: Execution): (name: string) => string {
  const given = resolveTexts(definition.with, execution.expressions);
  const unknown = Object.keys(given).filter((name) => !(name in DEFAULTS));
  if (unknown.length > 0) {
    throw new Error(`actions/checkout: ${unknown.join(', ')} is not known to the sandbox's runner`);
  }
  return (name) => given[name] || (DEFAULTS[name] ?? '');
}

const gitIn =
  (job: JobState, folder: string, header: AuthorizationHeader): Git =>
  (...args) =>
    run([...(job.run.settings.enter ?? []), 'git', '-C', folder, ...args], {
      env: { ...job.machine, ...headerEnvironment(header) },
    });

function empty(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync(folder)) {
    rmSync(join(folder, entry), { recursive: true, force: true });
  }
}

/** @param depth `0`: all branches and tags with their whole history */
async function fetch(git: Git, wanted: Wanted, depth: string, tags: boolean): Promise<void> {
  const quiet = ['fetch', '--quiet', '--no-recurse-submodules', tags ? '--tags' : '--no-tags'];
  if (depth === '0') {
    await git(...quiet, '--tags', 'origin', '+refs/heads/*:refs/remotes/origin/*');
    await git(...quiet, 'origin', wanted.refspec);
  } else {
    await git(...quiet, `--depth=${depth}`, 'origin', wanted.refspec);
  }
}
