import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { run } from '../../world/run.ts';
import type { StepDefinition } from '../language/step.ts';
import { resolveTexts } from '../language/template.ts';
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
 * the job. Inputs it does not know are refused by name.
 */
export async function checkoutStep(
  job: JobState,
  scope: StepScope,
  definition: StepDefinition,
  execution: Execution,
): Promise<Executed> {
  const given = resolveTexts(definition.with, execution.expressions);
  const unknown = Object.keys(given).filter((name) => !(name in DEFAULTS));
  if (unknown.length > 0) {
    throw new Error(`actions/checkout: ${unknown.join(', ')} is not known to the sandbox's runner`);
  }
  const input = (name: string): string => given[name] || (DEFAULTS[name] ?? '');
  const github = execution.github as Readonly<Record<string, string>>;
  const repository = input('repository') || (github.repository ?? '');
  const target = join(job.workspace, input('path'));
  if (relative(job.workspace, target).startsWith('..')) {
    throw new Error(`Repository path '${target}' is not under '${job.workspace}'`);
  }
  const token = input('token') || (github.token ?? '');
  job.reader.addMask(token);
  const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
  job.reader.addMask(credentials);
  const server = job.run.settings.backend.url;
  const header = {
    key: `http.${server}/.extraheader`,
    value: `AUTHORIZATION: basic ${credentials}`,
  };
  const git = (...args: readonly string[]): Promise<string> =>
    run([...(job.run.settings.enter ?? []), 'git', '-C', target, ...args], {
      env: {
        ...job.machine,
        GIT_TERMINAL_PROMPT: '0',
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: header.key,
        GIT_CONFIG_VALUE_0: header.value,
      },
    });
  job.log(`Syncing repository: ${repository}`);
  empty(target);
  await git('init', '--quiet', '.');
  await git('remote', 'add', 'origin', `${server}/${repository}.git`);
  const own = repository === github.repository && input('ref') === '';
  const wanted = own ? ownRef(github) : await findRef(git, input('ref'));
  const tags = input('fetch-tags') === 'true' ? '--tags' : '--no-tags';
  const fetch = ['fetch', '--quiet', '--no-recurse-submodules'];
  if (input('fetch-depth') === '0') {
    await git(...fetch, '--tags', 'origin', '+refs/heads/*:refs/remotes/origin/*');
    await git(...fetch, tags, 'origin', wanted.refspec);
  } else {
    await git(...fetch, tags, `--depth=${input('fetch-depth')}`, 'origin', wanted.refspec);
  }
  await git('checkout', '--quiet', '--force', ...wanted.checkout);
  job.log(`HEAD is now at ${(await git('log', '-1', '--format=%H')).trim()}`);
  if (input('persist-credentials') === 'true') persist(job, scope, target, header, execution.title);
  const outputs = {
    ref: input('ref') || (own ? (github.ref ?? '') : ''),
    commit: (await git('rev-parse', 'HEAD')).trim(),
  };
  return { failed: false, outputs };
}

function empty(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync(folder)) {
    rmSync(join(folder, entry), { recursive: true, force: true });
  }
}

interface Wanted {
  readonly refspec: string;
  readonly checkout: readonly string[];
}

const branch = (name: string, source: string): Wanted => ({
  refspec: `+${source}:refs/remotes/origin/${name}`,
  checkout: ['-B', name, `refs/remotes/origin/${name}`],
});

/** The commit that started the run, on its branch where it has one. */
function ownRef({ ref = '', sha = '' }: Readonly<Record<string, string>>): Wanted {
  if (ref.startsWith('refs/heads/')) return branch(ref.slice('refs/heads/'.length), sha);
  const remote = ref.replace(/^refs\/pull\//, 'refs/remotes/pull/');
  return { refspec: `+${sha}:${remote}`, checkout: ['--detach', remote] };
}

/** A branch, a tag, a full ref or a commit, in the order actions/checkout tries them. */
async function findRef(
  git: (...args: readonly string[]) => Promise<string>,
  ref: string,
): Promise<Wanted> {
  if (ref === '') {
    const head = /^ref: refs\/heads\/(\S+)/.exec(
      await git('ls-remote', '--symref', 'origin', 'HEAD'),
    );
    return branch(head?.[1] ?? 'main', `refs/heads/${head?.[1] ?? 'main'}`);
  }
  if (/^[0-9a-f]{40}$/.test(ref)) {
    return { refspec: `+${ref}:refs/remotes/origin/wanted`, checkout: ['--detach', ref] };
  }
  const remote = await git('ls-remote', 'origin');
  const exists = (full: string): boolean => remote.includes(`\t${full}\n`);
  const heads = `refs/heads/${ref.replace(/^refs\/heads\//, '')}`;
  if (exists(heads)) return branch(heads.slice('refs/heads/'.length), heads);
  const tag = `refs/tags/${ref.replace(/^refs\/tags\//, '')}`;
  if (exists(tag)) return { refspec: `+${tag}:${tag}`, checkout: ['--detach', tag] };
  throw new Error(`A branch or tag with the name '${ref}' could not be found`);
}

/** Leaves the token in the repository's configuration until the end of the job, as the real one. */
function persist(
  job: JobState,
  scope: StepScope,
  target: string,
  header: { readonly key: string; readonly value: string },
  title: string,
): void {
  const file = join(target, '.git', 'config');
  const [, section = ''] = /^http\.(.*)\.extraheader$/.exec(header.key) ?? [];
  const entry = `[http "${section}"]\n\textraheader = ${header.value}\n`;
  appendFileSync(file, entry);
  job.posts.push({
    id: 'checkout',
    title: () => `Post ${title}`,
    condition: 'always()',
    env: undefined,
    timeout: undefined,
    continueOnError: undefined,
    scope: { ...scope, stop: undefined },
    remembered: false,
    execute: async () => {
      try {
        writeFileSync(file, readFileSync(file, 'utf8').replace(entry, ''));
      } catch {
        // The job removed its workspace: nothing is left to clean.
      }
      return { failed: false, outputs: {} };
    },
  });
}
