import { isHelm3 } from '../domain/helm-version.ts';

/** A chart and what it is rendered with. */
export interface ChartInput {
  /** Folder, archive, `oci://…` reference or `repository/chart`. */
  readonly chart: string;
  readonly version: string;
  /** Values files, the later wins. */
  readonly files: readonly string[];
  /** YAML given on stdin, over all files; the way for secrets, which never stand in argv. */
  readonly stdin: string;
}

/** A revision that is about to be made. */
export interface RevisionInput extends ChartInput {
  readonly timeoutMs: number;
  readonly historyMax: number;
  readonly createNamespace: boolean;
  readonly labels: Readonly<Record<string, string>>;
  /** What `helm history` shows of it; `''` for Helm's own words. */
  readonly description: string;
  /** Helm 4's strategy; Helm 3 has one only. */
  readonly wait: 'legacy' | 'watcher';
  readonly waitForJobs: boolean;
  /** Take over objects that another release, or nobody, owns. */
  readonly takeOwnership: boolean;
  /** Overwrite fields that others set; Helm 3 always does. */
  readonly forceConflicts: boolean;
}

/** `upgrade --install` of a release. */
export function upgradeArgs(release: string, input: RevisionInput, version: string): string[] {
  const args = revisionArgs(release, input);
  // Helm 4's default strategy rolls back releases with custom resources: always name the strategy.
  args.push(isHelm3(version) ? '--wait' : `--wait=${input.wait}`);
  if (input.forceConflicts && !isHelm3(version)) args.push('--force-conflicts');
  return args;
}

/** The same without any change: what says how to wait, and whom to overrule, changes no manifest. */
export const renderArgs = (release: string, input: RevisionInput): string[] => [
  ...revisionArgs(release, input),
  ...['--dry-run=server', '--output', 'json'],
];

function revisionArgs(release: string, input: RevisionInput): string[] {
  const args = ['upgrade', release, input.chart, '--install'];
  // Where the server validates fields itself (1.27 and later always) helm's own validation finds
  // nothing, and reading the API's description for it takes as long as the rest of helm's start.
  args.push('--disable-openapi-validation');
  if (input.waitForJobs) args.push('--wait-for-jobs');
  args.push('--timeout', `${Math.ceil(input.timeoutMs / 1000)}s`);
  args.push('--history-max', String(input.historyMax), '--labels', pairs(input.labels));
  if (input.description !== '') args.push('--description', input.description);
  if (input.createNamespace) args.push('--create-namespace');
  if (input.takeOwnership) args.push('--take-ownership');
  return [...args, ...versionArgs(input.version), ...valuesArgs(input)];
}

export const versionArgs = (version: string): string[] =>
  version === '' ? [] : ['--version', version];

export const valuesArgs = (input: ChartInput): string[] => [
  ...input.files.flatMap((file) => ['--values', file]),
  ...(input.stdin === '' ? [] : ['--values', '-']),
];

const pairs = (labels: Readonly<Record<string, string>>): string =>
  Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
