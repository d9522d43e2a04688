import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { RemoteChart } from '../domain/chart-source.ts';
import { ActionError } from '../errors.ts';
import type { ExecResult } from './exec.ts';

export interface PullInput {
  readonly source: RemoteChart;
  /** `''`: the newest, or the digest says it. */
  readonly version: string;
  /** For a private registry or repository; without, the user's own logins are used. */
  readonly login: { readonly username: string; readonly password: string } | undefined;
  /** An existing private folder, where the chart is kept. */
  readonly folder: string;
}

/** A chart that lies on this machine now. */
export interface PulledChart {
  /** Path of the archive. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** Of the registry's manifest; undefined where it came from no registry. */
  readonly digest: string | undefined;
}

/** Runs helm within a limit of time. */
export type RunHelm = (args: readonly string[], more: HelmExtras) => Promise<ExecResult>;

interface HelmExtras {
  readonly env: Readonly<Record<string, string>>;
  readonly input?: string;
}

/**
 * Fetches a chart once, so that lint, render and upgrade work on the same bytes. Credentials reach
 * helm on stdin; what helm keeps of them lies in `folder` and is removed again.
 * @throws {ActionError} `chart-unavailable`
 */
export async function pullChart(input: PullInput, run: RunHelm): Promise<PulledChart> {
  const into = await mkdtemp(join(input.folder, 'chart-'));
  const own = join(into, 'helm');
  const drop = join(into, 'pulled');
  await Promise.all([own, drop].map((folder) => mkdir(folder)));
  const env = ownFiles(input, own);
  const call = async (args: readonly string[], stdin?: string): Promise<ExecResult> => {
    const answer = await run(args, { env, ...(stdin !== undefined && { input: stdin }) });
    if (answer.code !== 0) throw unavailable(input, answer);
    return answer;
  };
  try {
    await introduce(input, call);
    const said = await call(['pull', ...reference(input), '--destination', drop]);
    const [file = ''] = await readdir(drop);
    // Helm names it `web@sha256-….tgz` by its digest.
    const path = join(into, 'chart.tgz');
    await rename(join(drop, file), path);
    const about = parse((await call(['show', 'chart', path])).stdout) as Pick<
      PulledChart,
      'name' | 'version'
    >;
    const pulled = { path, name: about.name, version: about.version, digest: digestIn(said) };
    refuseOther(input, pulled);
    return pulled;
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

/** Where helm keeps what is ours; the user's own logins and repositories are never written to. */
function ownFiles({ source, login }: PullInput, own: string): Record<string, string> {
  // Helm 4 keeps a copy of what it pulls, and would do so below HOME.
  const env: Record<string, string> = { HELM_CONTENT_CACHE: join(own, 'content') };
  if (source.kind === 'registry' && login) env.HELM_REGISTRY_CONFIG = join(own, 'registry.json');
  if (source.kind === 'repository') {
    env.HELM_REPOSITORY_CONFIG = join(own, 'repositories.yaml');
    env.HELM_REPOSITORY_CACHE = join(own, 'repository');
  }
  return env;
}

type Call = (args: readonly string[], stdin?: string) => Promise<ExecResult>;

/** Our name of the repository; helm needs one. */
const OURS = 'ours';

/** Makes registry or repository known to helm, with the credentials where there are some. */
async function introduce({ source, login }: PullInput, call: Call): Promise<void> {
  const known = login ? ['--username', login.username, '--password-stdin'] : [];
  if (source.kind === 'registry' && login) {
    // The host only: Helm 4 takes no scheme and no path there.
    await call(['registry', 'login', source.host, ...known], login.password);
  }
  if (source.kind === 'repository') {
    await call(['repo', 'add', OURS, source.url, ...known], login?.password);
  }
}

function reference({ source, version }: PullInput): readonly string[] {
  if (source.kind === 'registry' && source.digest) {
    return [`${source.repository}@${source.digest}`];
  }
  return [nameOf(source), ...(version === '' ? [] : ['--version', version])];
}

function nameOf(source: RemoteChart): string {
  if (source.kind === 'registry') return source.repository;
  return `${source.kind === 'known' ? source.repository : OURS}/${source.name}`;
}

/** Helm 3 says it on stderr, Helm 4 on stdout. */
const digestIn = ({ stdout, stderr }: ExecResult): string | undefined =>
  /^Digest: (sha256:[0-9a-f]{64})$/m.exec(`${stdout}\n${stderr}`)?.[1];

/** By digest helm ignores the version that was asked for, so it is compared here. */
function refuseOther({ source, version }: PullInput, pulled: PulledChart): void {
  if (source.kind !== 'registry' || source.digest === undefined) return;
  const { repository, digest } = source;
  if (pulled.digest !== digest) {
    const came = pulled.digest ?? 'without a digest';
    throw new ActionError(
      'chart-unavailable',
      `${repository}: ${digest} was asked for, ${came} came`,
    );
  }
  if (version !== '' && version !== pulled.version) {
    throw new ActionError(
      'chart-unavailable',
      `${repository}@${digest} is ${pulled.name} ${pulled.version}, not ${version}`,
      { hint: 'Correct chart-version, or leave it out: the digest says which chart it is.' },
    );
  }
}

function unavailable({ source, login }: PullInput, answer: ExecResult): ActionError {
  const lines = answer.stderr.trim().split('\n');
  const from = lines.findLastIndex((line) => line.startsWith('Error: '));
  const said = (from < 0 ? lines.slice(-3) : lines.slice(from)).join('\n').replace(/^Error: /, '');
  const where = source.kind === 'repository' ? `${source.url}/${source.name}` : nameOf(source);
  return new ActionError('chart-unavailable', `No chart from ${where}: ${said}`, {
    hint: hintOf(said, source, login !== undefined),
  });
}

function hintOf(said: string, source: RemoteChart, loggedIn: boolean): string {
  if (/\b(401|403)\b|unauthorized|denied|forbidden|credential|no basic auth/i.test(said)) {
    return loggedIn
      ? 'Check chart-username and chart-password, and that they may read the chart.'
      : 'Give chart-username and chart-password, or log in with helm in an earlier step.';
  }
  if (/certificate|x509/i.test(said)) {
    return 'Helm trusts the authorities of the system and of SSL_CERT_FILE.';
  }
  if (source.kind === 'known' && /repo .*not found|no cached repo|no repo/i.test(said)) {
    return `Is ${source.repository}/${source.name} meant as a folder? Then it is not there: is actions/checkout an earlier step? Else run helm repo add in an earlier step, or give the address: https://host/charts/name.`;
  }
  if (/not found|no chart/i.test(said)) return 'Check chart and chart-version.';
  return 'Check the address, and that the runner can reach it.';
}
