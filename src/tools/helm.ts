import { parse } from 'yaml';
import type { Values } from '../domain/deep-merge.ts';
import { isHelm3 } from '../domain/helm-version.ts';
import type { KubeObject } from '../domain/manifest.ts';
import type { RawRelease, ReleaseRecord } from '../domain/release-record.ts';
import { ActionError } from '../errors.ts';
import { commandFailed, type Exec, type ExecResult } from './exec.ts';
import {
  type ChartInput,
  type RevisionInput,
  renderArgs,
  upgradeArgs,
  valuesArgs,
  versionArgs,
} from './helm-args.ts';
import { type PulledChart, type PullInput, pullChart } from './helm-pull.ts';
import { helmError, type Linted, lintResult } from './helm-words.ts';
import { parseManifest } from './parse-manifest.ts';
import { parseRelease, recordOfTemplate } from './parse-release.ts';
import type { Process, StartProcess } from './process.ts';
import { runWithin } from './run-within.ts';

export interface UpgradeInput extends RevisionInput {
  readonly onLine: (line: string) => void;
}

/** What a chart renders to, or helm's words why it does not. */
export type Rendered =
  | { readonly ok: true; readonly record: ReleaseRecord }
  | { readonly ok: false; readonly error: string };

/** A `helm upgrade` on its way. */
export interface HelmRun {
  readonly pid: number;
  readonly exited: Process['exited'];
  readonly signal: Process['signal'];
  /** What helm said went wrong, so far. */
  readonly error: () => string;
}

export interface RevisionDetail {
  readonly revision: number;
  /** ISO 8601. */
  readonly updated: string;
  /** `Upgrade complete`, `Rollback to 3`, or the error. */
  readonly description: string;
}

export interface RollbackOptions {
  readonly historyMax: number;
  /** Overwrite fields that others set; Helm 3 always does. */
  readonly forceConflicts: boolean;
  /** For the rollback hooks of the chart; nothing else is waited for. */
  readonly timeoutMs: number;
}

/** The verbs of helm that we use, for one release. Behaves the same over Helm 3.18+ and Helm 4. */
export interface Helm {
  /**
   * Asks for it once: starting helm takes as long as all else before the first request, and who only
   * renders need not know. @throws {ActionError} `helm-failed` for a helm older than 3.18
   */
  readonly version: () => Promise<string>;
  /** Fetches a chart that is not on this machine. */
  readonly pull: (input: PullInput, cancelled: AbortSignal) => Promise<PulledChart>;
  readonly lint: (input: ChartInput, skipSchema?: boolean) => Promise<Linted>;
  readonly defaultValues: (chart: string, version: string) => Promise<Values>;
  /** The definitions in the chart's `crds/`, those of its subcharts too. */
  readonly crds: (chart: string) => Promise<readonly KubeObject[]>;
  /** Renders what `upgrade` would apply, with the values of the cluster; changes nothing. */
  readonly render: (input: RevisionInput) => Promise<Rendered>;
  /** Renders without asking the cluster anything: also what its API would not accept. */
  readonly template: (
    input: ChartInput,
    isUpgrade: boolean,
    skipSchema?: boolean,
  ) => Promise<Rendered>;
  /** Starts `helm upgrade --install --wait`; SIGINT makes it stop with the revision `failed`. */
  readonly upgrade: (input: UpgradeInput) => Promise<HelmRun>;
  /** What the metadata of the Secrets does not tell: when, and Helm's word on how it went. */
  readonly history: () => Promise<readonly RevisionDetail[]>;
  /**
   * `helm rollback` to a revision, without `--wait`: the caller watches. It is never signalled: helm
   * has no handler there and would leave the release `pending-rollback`.
   */
  readonly rollback: (revision: number, options: RollbackOptions) => Promise<void>;
  /** The manifest of the newest revision, parsed. */
  readonly manifest: () => Promise<readonly KubeObject[]>;
}

export interface HelmOptions {
  /** Path of the program. Default: the one on PATH. */
  readonly command?: string;
  readonly release: string;
  readonly namespace: string;
  /** Left out where no verb is used that asks the cluster. */
  readonly kubeconfig?: string;
  readonly context?: string;
  /** See child-environment.ts. */
  readonly env: Readonly<Record<string, string>>;
}

export interface HelmPorts {
  readonly exec: Exec;
  readonly startProcess: StartProcess;
}

const SKIP_SCHEMA = '--skip-schema-validation';

/** A chart is some KiB; what takes longer has no connection. */
const PULL_MS = 120_000;
/** Reading and rendering take a second or two; what takes so long waits for something else. */
const CALL_MS = 120_000;

/** Helm for one release; nothing is started before a verb is called, which throws {ActionError} `command-missing`. */
export function createHelm(options: HelmOptions, ports: HelmPorts): Helm {
  const { release, command = 'helm' } = options;
  const run = (args: readonly string[], input?: string): Promise<ExecResult> =>
    ports.exec(command, args, {
      env: options.env,
      allowFailure: true,
      timeoutMs: CALL_MS,
      ...(input !== undefined && { input }),
    });
  const cluster = ['--namespace', options.namespace];
  if (options.kubeconfig) cluster.push('--kubeconfig', options.kubeconfig);
  if (options.context) cluster.push('--kube-context', options.context);
  let known: Promise<string> | undefined;
  const version = (): Promise<string> => {
    known ??= readVersion(command, run);
    return known;
  };
  return {
    version,
    pull: (input, cancelled) =>
      pullChart(input, (args, { env, ...more }) =>
        runWithin({ what: `helm ${args[0]}`, timeoutMs: PULL_MS, cancelled }, (listen) =>
          ports.startProcess(command, args, {
            env: { ...options.env, ...env },
            ...more,
            ...listen,
          }),
        ),
      ),
    lint: async (input, skipSchema = false) => {
      const args = ['lint', input.chart, '--namespace', options.namespace, ...valuesArgs(input)];
      if (skipSchema) args.push(SKIP_SCHEMA);
      return lintResult(await run(args, input.stdin));
    },
    defaultValues: async (chart, wanted) => {
      const args = ['show', 'values', chart, ...versionArgs(wanted)];
      return (parse(succeeded(args, await run(args)).stdout) ?? {}) as Values;
    },
    crds: async (chart) => {
      const args = ['show', 'crds', chart];
      const objects = parseManifest(succeeded(args, await run(args)).stdout);
      return objects.filter(({ kind }) => kind === 'CustomResourceDefinition');
    },
    render: async (input) => {
      const args = [...renderArgs(release, input), ...cluster];
      const answer = await run(args, input.stdin);
      if (answer.code !== 0) return { ok: false, error: helmError(answer.stderr.split('\n')) };
      return { ok: true, record: parseRelease(releaseIn(args, answer.stdout)) };
    },
    template: async (input, isUpgrade, skipSchema = false) => {
      const args = ['template', release, input.chart, '--namespace', options.namespace];
      if (isUpgrade) args.push('--is-upgrade');
      if (skipSchema) args.push(SKIP_SCHEMA);
      args.push('--skip-tests', ...versionArgs(input.version), ...valuesArgs(input));
      const answer = await run(args, input.stdin);
      if (answer.code !== 0) return { ok: false, error: helmError(answer.stderr.split('\n')) };
      return { ok: true, record: recordOfTemplate(answer.stdout) };
    },
    upgrade: async (input) => {
      const args = [...upgradeArgs(release, input, await version()), ...cluster];
      const said: string[] = [];
      const { pid, exited, signal } = await ports.startProcess(command, args, {
        env: options.env,
        input: input.stdin,
        onLine: (line) => {
          said.push(line);
          input.onLine(line);
        },
      });
      return { pid, exited, signal, error: () => helmError(said) };
    },
    history: async () => {
      const args = ['history', release, '--max', '256', '--output', 'json', ...cluster];
      return parseJson(args, succeeded(args, await run(args)).stdout) as RevisionDetail[];
    },
    rollback: async (revision, { historyMax, forceConflicts, timeoutMs }) => {
      const args = ['rollback', release, String(revision), ...cluster];
      args.push('--history-max', String(historyMax));
      args.push('--timeout', `${Math.ceil(timeoutMs / 1000)}s`);
      if (forceConflicts && !isHelm3(await version())) args.push('--force-conflicts');
      // Without a limit of ours: see above.
      const how = { env: options.env, allowFailure: true };
      succeeded(args, await ports.exec(command, args, how));
    },
    manifest: async () => {
      const args = ['get', 'manifest', release, ...cluster];
      return parseManifest(succeeded(args, await run(args)).stdout);
    },
  };
}

function succeeded(args: readonly string[], result: ExecResult): ExecResult {
  if (result.code !== 0) throw commandFailed('helm', args, result);
  return result;
}

async function readVersion(
  command: string,
  run: (args: readonly string[]) => Promise<ExecResult>,
): Promise<string> {
  const { code, stdout, stderr } = await run(['version', '--template', '{{.Version}}']);
  const said = stdout.trim();
  const [, major, minor] = /^v(\d+)\.(\d+)\./.exec(said) ?? [];
  if (code !== 0 || major === undefined) {
    const [words = ''] = (stderr.trim() || said || `nothing, and ended with code ${code}`).split(
      '\n',
    );
    throw new ActionError('helm-failed', `${command} does not say its version; it says: ${words}`, {
      hint: 'Is it helm, and made for this machine? `command -v helm; helm version` in an earlier step tells.',
    });
  }
  if (Number(major) < 3 || (Number(major) === 3 && Number(minor) < 18)) {
    throw new ActionError('helm-failed', `helm ${said} is too old`, {
      hint: 'Install Helm 3.18 or later in an earlier step (GitHub-hosted runners have it).',
    });
  }
  return said;
}

/** Since 4.2.1 helm prints what it pulled before the JSON. */
const releaseIn = (args: readonly string[], stdout: string): RawRelease =>
  parseJson(args, stdout.slice(Math.max(0, stdout.search(/^\{/m)))) as RawRelease;

function parseJson(args: readonly string[], text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const said = text.trim().slice(0, 200) || 'nothing';
    throw new ActionError('helm-failed', `helm ${args[0]} printed no JSON, but ${said}`, { cause });
  }
}
