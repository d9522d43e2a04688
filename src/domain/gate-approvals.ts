import type { Refusal } from './gate.ts';

/** One answer of a reviewer, as GitHub tells it. */
export interface Approval {
  readonly user: string;
  readonly state: 'approved' | 'rejected';
  /** Why this person's word does not count: `started the run`, `wrote commit 1f0c2d3`. */
  readonly involved?: string;
}

/** Approvals count when they come from people who neither wrote nor started what they approve. */
export function judgeApprovals(
  wanted: number,
  given: readonly Approval[],
  environment: string,
): readonly Refusal[] {
  if (wanted === 0) return [];
  const rejected = given.find((approval) => approval.state === 'rejected');
  if (rejected) {
    return [
      {
        code: 'approval-rejected',
        message: `${rejected.user} rejected this run for ${environment}`,
        fix: 'Talk to them; a new run asks again.',
      },
    ];
  }
  const counted = new Set(given.filter((it) => !it.involved).map((it) => it.user));
  if (counted.size >= wanted) return [];
  const self = given.filter((it) => it.involved).map((it) => `${it.user} (${it.involved})`);
  if (self.length > 0) {
    return [
      {
        code: 'self-approval',
        message: `${counted.size} of ${wanted} approvals count; not that of ${self.join(', ')}`,
        fix: 'Somebody else has to approve. “Prevent self-review” on the environment says so earlier.',
      },
    ];
  }
  return [
    {
      code: 'approval-missing',
      message: `${counted.size} of ${wanted} approvals for ${environment}`,
      fix: `Give the environment ${environment} required reviewers (Settings → Environments).`,
    },
  ];
}
