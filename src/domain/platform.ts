/** A GitHub Environment as far as a deploy depends on it; undefined: it does not exist. */
export interface PlatformEnvironment {
  /** Logins of people, `@` and slug of teams. */
  readonly reviewers: readonly string[];
  readonly preventSelfReview: boolean;
}

/** What a flow asks of an environment. */
export interface PlatformNeeds {
  readonly environment: string;
  readonly approvals: number;
  /** Who started the run. */
  readonly actor: string;
}

/** What GitHub lacks for an environment, said before anything is built; empty when all is there. */
export function platformProblems(
  { environment, approvals, actor }: PlatformNeeds,
  found: PlatformEnvironment | undefined,
): readonly { readonly code: string; readonly message: string; readonly fix: string }[] {
  const settings = `Settings → Environments → ${environment}`;
  if (found === undefined) {
    // GitHub creates what a job names, without any protection.
    return [
      {
        code: 'environment-missing',
        message: `The environment ${environment} does not exist; GitHub would create it unprotected`,
        fix: `Create it${approvals > 0 ? ', with required reviewers' : ''}: ${settings}.`,
      },
    ];
  }
  if (approvals === 0) return [];
  if (found.reviewers.length === 0) {
    return [
      {
        code: 'no-reviewers',
        message: `${environment} requires ${approvals} approval, but has no required reviewers`,
        fix: `${settings} → Required reviewers. Private repositories need GitHub Enterprise for it.`,
      },
    ];
  }
  const others = found.reviewers.filter((reviewer) => reviewer !== actor);
  if (others.length > 0) return [];
  return [
    {
      code: 'only-self-review',
      message: `${actor} is the only reviewer of ${environment}, and started this run`,
      fix: `Add another reviewer: ${settings}. What one approves oneself does not count.`,
    },
  ];
}
