import { type Claims, claim, isImmutableSubject, otherSubject } from './claims.ts';

export interface Refusal {
  /** 401: the cluster does not know us. 403: it knows us, and we have no right. */
  readonly status: 401 | 403;
  /** ms since 1970. */
  readonly now: number;
}

/** https://docs.github.com/actions/reference/security/oidc */
const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';

/**
 * Why a cluster may have refused a job, and what it compares. The API server never says which rule
 * failed (its log does), so everything it can have compared is shown; the token is not.
 */
export function explain(claims: Claims, provider: 'direct', refusal: Refusal): readonly string[] {
  const suspects = refusal.status === 401 ? suspicions(claims, refusal.now) : noRights(claims);
  return [
    'What this job’s ID token says:',
    ...claimLines(claims).map((line) => `  ${line}`),
    ...(suspects.length > 0 ? ['Look at this first:'] : []),
    ...suspects.map((line) => `  - ${line}`),
    ...COMPARED[provider][refusal.status],
  ];
}

const COMPARED = {
  direct: {
    401: [
      'The API server’s AuthenticationConfiguration compares, letter by letter: issuer.url with iss; ' +
        'issuer.audiences with aud; then every expression of claimValidationRules must be true. ' +
        'Its log names the rule that was not.',
      'mode: verify-trust of cluster-login prints the configuration that lets exactly this job in.',
    ],
    403: ['mode: verify-trust of cluster-login prints a RoleBinding for this job.'],
  },
} as const;

/** The claims that trust conditions are made of, one a line; actor and names of people are left out. */
export function claimLines(claims: Claims): readonly string[] {
  const other = otherSubject(claims);
  const form = isImmutableSubject(claims.sub) ? 'with ids' : 'without ids';
  const otherForm = isImmutableSubject(claims.sub) ? 'without ids' : 'with ids';
  return [
    ...shown(claims, ['iss', 'aud']),
    `sub = ${claims.sub} (form ${form})`,
    ...(other ? [`  form ${otherForm}, not in this token: ${other}`] : []),
    ...shown(claims, [
      ...['repository_id', 'repository_owner_id', 'environment', 'ref', 'event_name'],
      ...['job_workflow_ref', 'job_workflow_sha', 'runner_environment'],
    ]),
  ];
}

const shown = (claims: Claims, names: readonly string[]): string[] =>
  names.map((name) => `${name} = ${claim(claims, name) || '(not in the token)'}`);

interface Suspicion {
  readonly when: (is: (name: string) => string, claims: Claims, now: number) => boolean;
  readonly say: (is: (name: string) => string, claims: Claims, now: number) => string;
}

const SUSPICIONS: readonly Suspicion[] = [
  {
    when: (_, claims, now) => claims.exp * 1000 <= now,
    say: (_, claims, now) =>
      `The token expired ${Math.round((now - claims.exp * 1000) / 1000)} s ago: compare the clocks of runner, GitHub and API server.`,
  },
  {
    when: (is) => is('environment') === '',
    say: () =>
      'The job names no environment, so the token has no environment claim: write `environment: NAME` in the job.',
  },
  {
    when: (is) => is('event_name').startsWith('pull_request'),
    say: (is) =>
      `The event is ${is('event_name')}: rules that protect a deploy refuse it. Deploy from a push, a dispatch or a release.`,
  },
  {
    when: (_, claims) => isImmutableSubject(claims.sub),
    say: () =>
      'sub holds ids (`@`): repositories made, renamed or transferred since 2026-07-15 have that form; a rule written for the old form never matches. Better compare repository_id and environment.',
  },
  {
    when: (_, claims) => !isImmutableSubject(claims.sub) && otherSubject(claims) !== undefined,
    say: () =>
      'sub holds no ids: a rule written for the form with ids never matches. Better compare repository_id and environment.',
  },
  {
    when: (is) => is('environment') !== '' && is('ref') !== '',
    say: () => 'With an environment, sub names no branch or tag: a rule must look at ref for that.',
  },
  {
    when: (_, claims) => claims.iss !== GITHUB_ISSUER,
    say: (_, claims) =>
      `The issuer is not ${GITHUB_ISSUER} (an enterprise with a slug, GHES or ghe.com): issuer.url must be ${claims.iss}`,
  },
  {
    when: (is) => is('runner_environment') === 'self-hosted',
    say: () => 'The runner is self-hosted: a rule for "github-hosted" refuses it.',
  },
  {
    when: (is) => is('job_workflow_ref') !== '' && !is('job_workflow_ref').includes('@refs/tags/'),
    say: () =>
      'job_workflow_ref is no tag: a rule for released workflows refuses a branch or commit.',
  },
  {
    when: (is) => /[A-Z]/.test(is('environment') + is('job_workflow_ref')),
    say: () =>
      'Claims are compared with upper and lower case: check environment and job_workflow_ref.',
  },
];

function suspicions(claims: Claims, now: number): readonly string[] {
  const is = (name: string): string => claim(claims, name);
  return SUSPICIONS.filter(({ when }) => when(is, claims, now)).map(({ say }) =>
    say(is, claims, now),
  );
}

const noRights = (claims: Claims): readonly string[] => [
  `The cluster accepted the token of repository ${claim(claims, 'repository_id')}, environment ` +
    `${claim(claims, 'environment') || '(none)'}; the trust is right, a RoleBinding is missing.`,
];
