import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Job } from '../../sandbox/issuer/job.ts';
import type { Event } from '../../sandbox/runner/events/event.ts';
import { commandLine } from '../../sandbox/runner/process-tree.ts';
import { rerun } from '../../sandbox/runner/rerun.ts';
import { flatten, type WorkflowRun } from '../../sandbox/runner/result.ts';
import type { StartedRun } from '../../sandbox/runner/run-workflow.ts';
import { startRuns } from '../../sandbox/runner/start-runs.ts';
import { eventually } from './eventually.ts';
import { type MemoryActions, type MemoryOptions, memoryActions } from './memory-actions.ts';

type Files = Readonly<Record<string, string>>;

/** One file of test/conformance: a small repository, an event, and what GitHub documents. */
export interface Case extends MemoryOptions {
  /** A sentence about GitHub's behaviour. */
  readonly says: string;
  /** Where it is documented. */
  readonly docs: string;
  /** `.github/workflows/ci.yml` of acme/shop. */
  readonly workflow: string;
  readonly files?: Files;
  readonly repositories?: Readonly<Record<string, { readonly tag: string; readonly files: Files }>>;
  readonly message?: string;
  /** Default: a push to main. What is missing is filled in. */
  readonly event?: Partial<Event>;
  /** Files of a second commit, which is the one that is pushed. */
  readonly change?: Files;
  /** The run is cancelled when a line of any log holds this. */
  readonly 'cancel-at'?: string;
  /** Once it ended it is run again. */
  readonly rerun?: 'all' | 'failed';
  /** Milliseconds of a minute of `timeout-minutes`. */
  readonly minute?: number;
  /** As RunnerSettings has it; by default time enough for a busy machine to heed a SIGINT. */
  readonly grace?: readonly [number, number];
  readonly expect: Expectation;
}

interface Expectation {
  readonly runs?: number;
  readonly refused?: string;
  readonly conclusion?: string;
  readonly title?: string;
  /** Commits as `SHA`. */
  readonly errors?: readonly string[];
  /** Every job of the run by its full name → conclusion; calls are jobs too. */
  readonly jobs?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Job → names of steps in order, `name: conclusion`; without the runner's own two. */
  readonly steps?: Readonly<Record<string, readonly string[]>>;
  /** Job → lines its log has. */
  readonly log?: Readonly<Record<string, readonly string[]>>;
  /** Texts no log, annotation, output or summary of the run has. */
  readonly absent?: readonly string[];
  readonly annotations?: Readonly<Record<string, readonly string[]>>;
  /** Job → rights of its token. */
  readonly permissions?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Job → what the issuer is told of it. */
  readonly 'id-tokens'?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface Outcome {
  readonly started: readonly StartedRun[];
  readonly run: WorkflowRun | undefined;
  readonly refused: string | undefined;
  readonly backend: MemoryActions;
  readonly permissions: Readonly<Record<string, object>>;
  /** In the order in which jobs asked. */
  readonly idTokens: readonly Job[];
  /** Tokens that still hold and command lines of processes that still run; none of either. */
  readonly leftovers: readonly string[];
}

export const readCase = (file: string): Case => parse(readFileSync(file, 'utf8')) as Case;

const ACTOR = { login: 'octocat', id: 583231 };

/** Runs a case to the end of its (last) run. */
export async function runCase(one: Case): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  try {
    mkdirSync(join(folder, 'git'));
    const outcome = await runIn(folder, one);
    const processes = await findLeft(folder);
    return { ...outcome, leftovers: [...outcome.backend.tokens.keys(), ...processes] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Who was killed is gone a moment later; what stays for ten seconds was left behind. */
async function findLeft(folder: string): Promise<readonly string[]> {
  const end = Date.now() + 10_000;
  return eventually(async () => {
    const left = findByFolder(folder);
    return left.length === 0 || Date.now() > end ? left.map(commandLine) : undefined;
  });
}

/** Processes that have the folder as, or below, their HOME. */
const findByFolder = (folder: string): readonly number[] =>
  readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => environmentOf(pid).includes(`HOME=${folder}`));

function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch {
    return ''; // It ended meanwhile.
  }
}

async function runIn(folder: string, one: Case): Promise<Omit<Outcome, 'leftovers'>> {
  const backend = memoryActions(join(folder, 'git'), one);
  for (const [name, { tag, files }] of Object.entries(one.repositories ?? {})) {
    backend.commit(name, files, { tag });
  }
  const files = { '.github/workflows/ci.yml': one.workflow, ...one.files };
  const message = one.message ?? 'Change the shop';
  const first = backend.commit('acme/shop', files, { message });
  const sha = one.change ? backend.commit('acme/shop', one.change, { message }) : first;
  const permissions: Record<string, object> = {};
  const idTokens: Job[] = [];
  const settings = {
    backend: {
      ...backend,
      mintToken: (owner: Parameters<MemoryActions['mintToken']>[0]) => {
        permissions[owner.jobName] = owner.permissions;
        return backend.mintToken(owner);
      },
    },
    folder: join(folder, 'runs'),
    environment: { PATH: process.env.PATH ?? '' },
    grace: one.grace ?? ([30_000, 30_000] as const),
    minute: one.minute ?? 60_000,
    idToken: async (job: Job) => {
      idTokens.push(job);
      return {
        ACTIONS_ID_TOKEN_REQUEST_URL: 'https://issuer.example.com/',
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token-of-the-job',
      };
    },
    onProgress: (progress: { kind: string; runId: number; line?: string }) => {
      const at = one['cancel-at'];
      if (at !== undefined && progress.line?.includes(at)) backend.cancel(progress.runId);
    },
  };
  try {
    const started = await startRuns(settings, eventOf(one, first, sha));
    let [last] = started;
    await Promise.all(started.map(({ done }) => done));
    if (last !== undefined && one.rerun !== undefined) {
      last = await rerun(settings, last, one.rerun);
    }
    const run = await last?.done;
    return { started, run, refused: undefined, backend, permissions, idTokens };
  } catch (error) {
    const refused = error instanceof Error ? error.message : String(error);
    return { started: [], run: undefined, refused, backend, permissions, idTokens };
  }
}

function eventOf(one: Case, before: string, sha: string): Event {
  const common = { repository: 'acme/shop', actor: ACTOR };
  const given = one.event ?? {};
  switch (given.name) {
    case 'pull_request':
      return {
        ...common,
        name: 'pull_request',
        action: 'opened',
        number: 7,
        title: 'A change',
        base: { ref: 'main', sha: before },
        sha,
        ...given,
        head: { ref: 'feature', repository: 'acme/shop', ...given.head, sha },
      };
    case 'workflow_dispatch':
      return {
        ...common,
        name: 'workflow_dispatch',
        workflow: '.github/workflows/ci.yml',
        ref: 'refs/heads/main',
        inputs: {},
        ...given,
      };
    case 'schedule':
      return {
        ...common,
        name: 'schedule',
        workflow: '.github/workflows/ci.yml',
        cron: '0 3 * * *',
        ...given,
      };
    default: {
      const known = one.change === undefined ? {} : { before };
      return { ...common, name: 'push', ref: 'refs/heads/main', sha, ...known, ...given } as Event;
    }
  }
}

/** What a case's expectation is compared with: the same keys, as they were. */
export function observe(outcome: Outcome, expected: Expectation): Expectation {
  const { run } = outcome;
  const jobs = flatten(run?.jobs ?? []);
  const byName = (name: string) => jobs.find((job) => job.name === name);
  const each = <T>(from: object | undefined, look: (name: string) => T): Record<string, T> =>
    Object.fromEntries(Object.keys(from ?? {}).map((name) => [name, look(name)]));
  const lines = (name: string): readonly string[] =>
    byName(name)?.steps.flatMap((step) => step.lines) ?? [];
  const everything = JSON.stringify(run);
  const seen: {
    [Key in keyof Required<Expectation>]: () => Required<Expectation>[Key] | undefined;
  } = {
    runs: () => outcome.started.length,
    refused: () => outcome.refused,
    conclusion: () => run?.conclusion,
    title: () => run?.title,
    errors: () => run?.errors.map((error) => error.replaceAll(/[0-9a-f]{40}/g, 'SHA')),
    jobs: () => Object.fromEntries(jobs.map((job) => [job.name, job.conclusion])),
    outputs: () => each(expected.outputs, (name) => byName(name)?.outputs ?? {}),
    steps: () =>
      each(expected.steps, (name) =>
        (byName(name)?.steps ?? [])
          .filter((step) => !['setup', 'complete'].includes(step.id))
          .map((step) => `${step.name}: ${step.conclusion}`),
      ),
    log: () =>
      each(expected.log, (name) =>
        (expected.log?.[name] ?? []).map((line) =>
          lines(name).includes(line) ? line : `no line "${line}" in:\n${lines(name).join('\n')}`,
        ),
      ),
    absent: () =>
      (expected.absent ?? []).map((text) => (everything.includes(text) ? `found: ${text}` : text)),
    annotations: () =>
      each(
        expected.annotations,
        (name) => byName(name)?.annotations.map((one) => one.message) ?? [],
      ),
    'id-tokens': () =>
      each(expected['id-tokens'], (name) => {
        const asked = Object.keys(expected['id-tokens']?.[name] ?? {}) as (keyof Job)[];
        const jobId = outcome.backend.jobIdOf(run?.id ?? 0, name);
        const job = outcome.idTokens.find((one) => one.checkRunId === String(jobId));
        return Object.fromEntries(asked.map((key) => [key, String(job?.[key])]));
      }),
    permissions: () =>
      each(
        expected.permissions,
        (name) => ({ ...outcome.permissions[name] }) as Record<string, string>,
      ),
  };
  const keys = Object.keys(expected) as (keyof Expectation)[];
  return Object.fromEntries(keys.map((key) => [key, seen[key]()]));
}
