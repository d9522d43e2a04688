import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type GitHub, openGitHub } from '../../sandbox/github/github.ts';
import { connect } from '../../src/cluster/connect.ts';
import { readReleaseRecord } from '../../src/cluster/release-record.ts';
import { readReleaseHistory } from '../../src/cluster/releases.ts';
import type { Recover } from '../../src/domain/claim.ts';
import type { Revision } from '../../src/domain/history.ts';
import type { ReleaseRecord } from '../../src/domain/release-record.ts';
import { createGitHub } from '../../src/http/github/github.ts';
import { createSend } from '../../src/http/request.ts';
import { openBoard } from '../../src/records/board.ts';
import type { Claimed } from '../../src/release/claim.ts';
import { claim } from '../../src/session/claim.ts';
import { openView } from '../../src/session/view.ts';
import { systemClock } from '../../src/tools/clock.ts';
import { type Process, startProcess } from '../../src/tools/process.ts';
import { makeNamespace, type TestNamespace } from './namespace.ts';
import { testSandbox } from './sandbox.ts';
import { webChart } from './web-chart.ts';

export type Major = 'v3' | 'v4';

/** A run on the emulated GitHub. */
export interface BenchRun {
  /** `<run id>.1` */
  readonly name: string;
  readonly end: () => void;
}

export interface ClaimWish {
  readonly release: string;
  /** Our own run. */
  readonly run?: string;
  readonly recover?: Recover;
  /** How long to wait for others, ms; default 60 000. */
  readonly patience?: number;
  /** How far our clock is ahead, ms. */
  readonly ahead?: number;
  /** Called with each line that it says. */
  readonly heard?: (line: string) => void;
}

/** A namespace, real helm in both versions, an emulated GitHub, and the claim on top of them. */
export interface ClaimBench {
  readonly namespace: TestNamespace;
  /** Runs helm to its end; returns stdout. */
  readonly helm: (major: Major, args: readonly string[]) => Promise<string>;
  /** `upgrade --install --wait` of the web chart with these values. */
  readonly upgradeArgs: (
    release: string,
    values?: string,
    more?: readonly string[],
  ) => readonly string[];
  /**
   * Starts helm, kills it with SIGKILL as soon as the revision has this status (and `also` holds),
   * and proves that it is left so.
   */
  readonly killAt: (
    major: Major,
    args: readonly string[],
    at: {
      readonly release: string;
      readonly status: Revision['status'];
      readonly also?: () => Promise<boolean>;
    },
  ) => Promise<void>;
  readonly history: (release: string) => Promise<readonly string[]>;
  readonly record: (release: string, revision: number) => Promise<ReleaseRecord | undefined>;
  /** A run of which one job is in progress. */
  readonly startRun: () => BenchRun;
  readonly claim: (wish: ClaimWish) => Promise<Claimed & { readonly said: readonly string[] }>;
  readonly announceUndo: (release: string, revision: number, run: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

const REPOSITORY = 'acme/shop';
/**
 * Renders a hook Job where `hook` is a command; its image is the chart's unless `hookImage` is set.
 * `podHook` has the command and namespace of a hook that is a Pod.
 */
const HOOK = `{{- with .Values.hook }}
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ $.Release.Name }}-migrate
  annotations: { helm.sh/hook: pre-upgrade }
spec:
  backoffLimit: 0
  template:
    spec:
      restartPolicy: Never
      terminationGracePeriodSeconds: 0
      containers:
      - { name: migrate, image: {{ $.Values.hookImage | default "busybox:1.36" }}, command: [/bin/sh, -c, {{ . | quote }}] }
{{- end }}
{{- with .Values.podHook }}
---
apiVersion: v1
kind: Pod
metadata:
  name: {{ $.Release.Name }}-migrate
  namespace: {{ .namespace }}
  annotations: { helm.sh/hook: pre-upgrade }
spec:
  restartPolicy: Never
  terminationGracePeriodSeconds: 0
  containers:
  - { name: migrate, image: "busybox:1.36", command: [/bin/sh, -c, {{ .command | quote }}] }
{{- end }}
{{- if .Values.finalizer }}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: {{ .Release.Name }}-held, finalizers: [{{ .Values.finalizer }}] }
{{- end }}
`;

export async function openClaimBench(prefix: string): Promise<ClaimBench> {
  const sandbox = await testSandbox();
  const namespace = await makeNamespace(sandbox, prefix);
  const folder = mkdtempSync(join(tmpdir(), 'claim-'));
  const files = { ...webChart(), 'chart/templates/hook.yaml': HOOK };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const github = await openGitHub({ folder: join(folder, 'github') });
  const { token } = github.addUser('octocat');
  const { gitFolder } = await github.createRepository(REPOSITORY);
  const sha = emptyCommit(gitFolder);
  // Without a home helm keeps its cache of the API below the current folder.
  const env: Record<string, string> = { ...sandbox.environment.env, HOME: folder };
  const send = createSend({});
  const cluster = await connect(
    { env, kubeconfig: env.KUBECONFIG ?? '', folder },
    { send, startProcess },
  );
  const history = (release: string) => readReleaseHistory(cluster, namespace.name, release);
  const record = (release: string, revision: number) =>
    readReleaseRecord(cluster, { namespace: namespace.name, release, revision });
  const board = (release: string) =>
    openBoard(cluster.call, namespace.name, release, systemClock.sleep);

  const start = (major: Major, args: readonly string[]): Promise<Process> =>
    startProcess(sandbox.environment.helm[major], [...args, '--namespace', namespace.name], {
      env,
    });

  return {
    namespace,
    history: async (release) =>
      (await history(release)).map(({ number, status }) => `${number}:${status}`),
    record,
    helm: (major, args) =>
      sandbox.run([sandbox.environment.helm[major], ...args, '--namespace', namespace.name]),
    upgradeArgs: (release, values = '', more = []) => {
      const file = join(folder, `${release}-${Math.random()}.yaml`);
      writeFileSync(file, `replicas: 1\n${values}`);
      return [
        'upgrade',
        release,
        join(folder, 'chart'),
        '--install',
        '--wait',
        '-f',
        file,
        ...more,
      ];
    },
    killAt: async (major, args, { release, status, also = async () => true }) => {
      const before = (await history(release)).at(-1);
      const helm = await start(major, args);
      const there = async (): Promise<boolean> => {
        const newest = (await history(release)).at(-1);
        const fresh = newest?.number !== before?.number || newest?.status !== before?.status;
        return fresh && newest?.status === status;
      };
      const ended = { it: false };
      void helm.ended.then(() => {
        ended.it = true;
      });
      while (!((await there()) && (await also()))) {
        if (ended.it) throw new Error(`helm ended before the revision was ${status}`);
      }
      helm.signalGroup('SIGKILL');
      const exit = await helm.exited;
      if (exit.signal !== 'SIGKILL') throw new Error(`helm was not killed: ${exit.code}`);
      if (!(await there())) throw new Error(`the revision did not stay ${status}`);
    },
    startRun: () => startRun(github, sha),
    claim: async ({ release, run = '900.1', recover = 'own', patience = 60_000, ...wish }) => {
      const { ahead = 0, heard = () => {} } = wish;
      const said: string[] = [];
      const client = createGitHub({
        ...{ token, url: github.url, repository: REPOSITORY },
        ...{ send, ...systemClock },
      });
      const [GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT] = run.split('.');
      const cancelled = new AbortController().signal;
      const quiet = { ...systemClock, info: () => {}, cancelled };
      const view = await openView(cluster, namespace.name, quiet);
      const claimed = await claim(
        {
          ...{ release, namespace: namespace.name, recover, github: client },
          deadline: systemClock.elapsed() + patience,
          stop: new AbortController().signal,
        },
        {
          cluster,
          board: board(release),
          view: async () => view,
          reads: {
            history: () => history(release),
            record: (revision) => record(release, revision),
          },
        },
        {
          ...systemClock,
          now: () => Date.now() + ahead,
          env: { GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_SERVER_URL: github.url },
          info: (line) => {
            said.push(line);
            heard(line);
          },
        },
      ).finally(view.close);
      return { ...claimed, said };
    },
    announceUndo: async (release, revision, run) => {
      const undo = { revision, run, at: new Date().toISOString() };
      await board(release).update((notices) => ({ ...notices, undo }));
    },
    close: async () => {
      await Promise.all([cluster.close(), github.close(), namespace.drop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** GitHub shows the commit of a run. */
function emptyCommit(gitFolder: string): string {
  const identity = ['-c', 'user.name=Octocat', '-c', 'user.email=octocat@example.com'];
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['--git-dir', gitFolder, ...identity, ...args], {
      encoding: 'utf8',
      input: '',
    }).trim();
  return git('commit-tree', git('mktree'), '-m', 'empty');
}

function startRun({ backend }: GitHub, headSha: string): BenchRun {
  const { id } = backend.createRun({
    ...{ repository: REPOSITORY, workflowPath: '.github/workflows/ship.yml', workflowName: 'ship' },
    ...{ event: 'push', headBranch: 'main', headSha },
    ...{ actor: 'octocat', displayTitle: 'ship' },
  });
  backend.updateRun(id, { status: 'in_progress' });
  backend.updateJob(id, { name: 'deploy', status: 'in_progress', steps: [] });
  return {
    name: `${id}.1`,
    end: () => backend.updateRun(id, { status: 'completed', conclusion: 'cancelled' }),
  };
}
