/** Helm's own words for the state of a revision. */
export type RevisionStatus =
  | 'deployed'
  | 'superseded'
  | 'failed'
  | 'uninstalled'
  | 'uninstalling'
  | 'pending-install'
  | 'pending-upgrade'
  | 'pending-rollback'
  | 'unknown';

/** One revision of a release, as the metadata of its Secret tells it. */
export interface Revision {
  readonly number: number;
  readonly status: RevisionStatus;
  /** Our labels, empty unless they are valid for this very revision. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Labels that deploy-actions writes on a release; Helm stores them on the revision's Secret. */
export const LABEL = {
  run: 'deploy-actions/run',
  bundle: 'deploy-actions/bundle',
  commit: 'deploy-actions/commit',
  verdict: 'deploy-actions/verdict',
  forRevision: 'deploy-actions/for-revision',
} as const;

interface SecretMetadata {
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * Reads the revisions of one release out of the metadata of its Secrets, oldest first.
 * Helm copies all labels to the next revision, also in other people's upgrades: ours count only
 * where `for-revision` equals the Secret's own version (measured; docs: overview, "Names fixed once").
 */
export function readHistory(secrets: readonly SecretMetadata[]): readonly Revision[] {
  return secrets
    .map((secret) => toRevision(secret.labels ?? {}))
    .filter((revision) => Number.isInteger(revision.number) && revision.number > 0)
    .sort((a, b) => a.number - b.number);
}

function toRevision(labels: Readonly<Record<string, string>>): Revision {
  const valid = labels[LABEL.forRevision] === labels.version;
  const ours = Object.entries(labels).filter(([key]) => key.startsWith('deploy-actions/'));
  return {
    number: Number(labels.version),
    status: (labels.status ?? 'unknown') as RevisionStatus,
    labels: valid ? Object.fromEntries(ours) : {},
  };
}

export const isPending = (revision: Revision): boolean => revision.status.startsWith('pending-');

/** The revision that serves now: the newest that Helm calls deployed. */
export const liveRevision = (history: readonly Revision[]): Revision | undefined =>
  history.findLast((revision) => revision.status === 'deployed');

/** The number Helm will give to the next revision. */
export const nextNumber = (history: readonly Revision[]): number =>
  (history.at(-1)?.number ?? 0) + 1;

/**
 * The labels for the revision that is about to be made. What a former revision carried and this
 * one does not know is removed (`null` deletes a label in Helm), or Helm would copy it over. On a
 * first install Helm would store the word `null`.
 */
export function releaseLabels(
  next: number,
  known: { readonly run?: string; readonly commit?: string; readonly bundle?: string },
): Readonly<Record<string, string>> {
  const ours = {
    [LABEL.run]: known.run,
    [LABEL.commit]: known.commit,
    [LABEL.bundle]: known.bundle,
    [LABEL.verdict]: undefined,
  };
  const first = next === 1;
  const entries = Object.entries(ours).flatMap(([label, value]) =>
    value === undefined && first ? [] : [[label, value ?? 'null'] as const],
  );
  return { [LABEL.forRevision]: String(next), ...Object.fromEntries(entries) };
}
