import { LABEL, type Revision } from './history.ts';

/** A revision one could go back to. */
export interface Candidate {
  readonly revision: Revision;
  readonly bundle: string;
  readonly commit: string;
  readonly verdict: string;
  /** ISO 8601. */
  readonly deployedAt: string;
  /** It was once deployed, as far as Helm can tell. */
  readonly good: boolean;
}

export interface Detail {
  readonly revision: number;
  readonly updated: string;
  readonly description: string;
}

/**
 * Helm's status alone misleads: a failed revision turns `superseded` after a later attempt. Good is
 * what is deployed, or superseded after one of these (measured; anchors: "Failed becomes superseded").
 */
const GOOD = /^(Install complete|Upgrade complete|Rollback to \d+)$/;

/**
 * Every revision but the newest, newest first. The newest is what the cluster holds now, also when
 * it failed: Helm then still calls the one before `deployed`, and going back to that is the point.
 */
export function rollbackCandidates(
  history: readonly Revision[],
  details: readonly Detail[],
): readonly Candidate[] {
  return history
    .slice(0, -1)
    .map((revision) => {
      const detail = details.find((one) => one.revision === revision.number);
      return {
        revision,
        bundle: revision.labels[LABEL.bundle] ?? '',
        commit: revision.labels[LABEL.commit] ?? '',
        verdict: revision.labels[LABEL.verdict] ?? '',
        deployedAt: detail?.updated ?? '',
        good:
          revision.status === 'deployed' ||
          (revision.status === 'superseded' && GOOD.test(detail?.description ?? '')),
      };
    })
    .reverse();
}

/** What the user asked to go back to. */
export type Wish =
  | { readonly kind: 'last-verified' }
  | { readonly kind: 'revision'; readonly number: number }
  | { readonly kind: 'bundle' | 'commit'; readonly id: string };

export type Choice =
  | { readonly found: Candidate; readonly verified: boolean }
  | { readonly found: undefined; readonly refusal: string; readonly hint: string };

/**
 * The newest revision proven `pass` that is not what runs now; never blindly "current − 1". With
 * none verified the newest good one, which the caller must say loudly.
 * @param rejected bundles this environment refuses: a second rollback must not bring back what the
 *   first one took away. A target that is named is the user's own decision.
 */
export function chooseTarget(
  wish: Wish,
  candidates: readonly Candidate[],
  current: Revision | undefined,
  rejected: readonly string[] = [],
): Choice {
  const other = candidates.filter(
    (candidate) => !sameBundle(candidate, current) && !rejected.includes(candidate.bundle),
  );
  const matching = wish.kind === 'last-verified' ? other : candidates.filter(matches(wish));
  const verified = matching.find((candidate) => candidate.verdict === 'pass' && candidate.good);
  if (verified) return { found: verified, verified: true };
  const good = matching.find((candidate) => candidate.good);
  if (good) return { found: good, verified: false };
  return {
    found: undefined,
    refusal: refusalOf(wish, matching),
    hint: 'mode: plan lists the candidates. Without one, fix forward with a new deploy.',
  };
}

const sameBundle = (candidate: Candidate, current: Revision | undefined): boolean =>
  candidate.bundle !== '' && candidate.bundle === current?.labels[LABEL.bundle];

function matches(wish: Wish): (candidate: Candidate) => boolean {
  if (wish.kind === 'revision') return ({ revision }) => revision.number === wish.number;
  if (wish.kind === 'bundle') return ({ bundle }) => bundle === wish.id;
  if (wish.kind === 'commit') return ({ commit }) => wish.id !== '' && commit.startsWith(wish.id);
  return () => true;
}

function refusalOf(wish: Wish, matching: readonly Candidate[]): string {
  if (wish.kind === 'last-verified') return 'No earlier revision was ever good';
  const name = wish.kind === 'revision' ? `Revision ${wish.number}` : `${wish.kind} ${wish.id}`;
  return matching.length === 0 ? `${name} is not in the history` : `${name} was never good here`;
}

/**
 * True when a rollback has already brought the environment to where it is, and it is held there:
 * somebody else was quicker, or pressed the button twice.
 */
export const isRestored = (
  current: Revision | undefined,
  details: readonly Detail[],
  held: boolean,
): boolean =>
  held &&
  details.some(
    ({ revision, description }) =>
      revision === current?.number && /^Rollback to \d+$/.test(description),
  );
