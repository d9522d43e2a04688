/** What an API server's trust in GitHub is narrowed down to. */
export interface Trust {
  /** `iss` of the tokens. */
  readonly issuer: string;
  readonly audience: string;
  /** PEM of the issuer's authority: for GHES or another issuer without a public certificate. */
  readonly issuerCa?: string;
  readonly ownerId: string;
  /** Empty: every repository of the owner gets an identity; RBAC alone decides what it may do. */
  readonly repositoryIds: readonly string[];
  readonly environments: readonly string[];
  /** Values of `job_workflow_ref`. No prefixes: who moves `v1` would get in. */
  readonly workflowRefs: readonly string[];
  /** Commits the workflow file is pinned to, where its ref can move. */
  readonly workflowShas?: readonly string[];
  readonly runner: 'github-hosted' | 'self-hosted';
}

/** Events whose jobs run code or data that nobody reviewed. */
export const REFUSED_EVENTS: readonly string[] = [
  ...['pull_request', 'pull_request_target', 'workflow_run', 'issue_comment'],
];

interface Rule {
  readonly expression: string;
  readonly message: string;
}

const text = (value: string): string => JSON.stringify(value);
const list = (values: readonly string[]): string => `[${values.map(text).join(', ')}]`;

const ROLLBACK_FILE = '/rollback.yml@';

/**
 * Rollback environments have no reviewers: without this rule, whoever may write a workflow file could
 * deploy forward through them.
 */
const ROLLBACK_ONLY: Rule = {
  expression: `claims.environment.endsWith("-rollback") == claims.job_workflow_ref.contains("${ROLLBACK_FILE}")`,
  message: 'rollback environments are for the rollback workflow, and it for them',
};

/** The rules of `claimValidationRules`, in CEL. */
export function trustRules(trust: Trust): readonly Rule[] {
  const repositories: Rule = {
    expression: `claims.repository_id in ${list(trust.repositoryIds)}`,
    message: 'not one of our repositories',
  };
  const shas: Rule = {
    expression: `has(claims.job_workflow_sha) && claims.job_workflow_sha in ${list(trust.workflowShas ?? [])}`,
    message: 'not the reviewed commit of the deploy workflow',
  };
  return [
    {
      expression: `claims.repository_owner_id == ${text(trust.ownerId)}`,
      message: 'not our organisation',
    },
    ...(trust.repositoryIds.length > 0 ? [repositories] : []),
    {
      expression: `has(claims.environment) && claims.environment in ${list(trust.environments)}`,
      message: 'the job names no allowed environment',
    },
    {
      expression: `has(claims.job_workflow_ref) && claims.job_workflow_ref in ${list(trust.workflowRefs)}`,
      message: 'not the released deploy workflow',
    },
    ...(trust.workflowShas ? [shas] : []),
    ...(trust.workflowRefs.some((ref) => ref.includes(ROLLBACK_FILE)) ? [ROLLBACK_ONLY] : []),
    {
      expression: `!(claims.event_name in ${list(REFUSED_EVENTS)})`,
      message: 'event may not deploy',
    },
    {
      expression: `claims.runner_environment == ${text(trust.runner)}`,
      message: `the runner is not ${trust.runner}`,
    },
    { expression: 'claims.exp - claims.nbf <= 900', message: 'token lives too long' },
  ];
}

/** The user name that the mapping below gives a job. */
export const trustedUser = (repositoryId: string, environment: string): string =>
  `gha:${repositoryId}:${environment}`;

/**
 * The file for `kube-apiserver --authentication-config` (stable since Kubernetes 1.34; use
 * `apiserver.config.k8s.io/v1beta1` on 1.30–1.33), read again by the server whenever it changes.
 */
export function authenticationConfiguration(trust: Trust): string {
  const rules = trustRules(trust).flatMap((rule) => [
    `  - expression: ${quoted(rule.expression)}`,
    `    message: ${rule.message}`,
  ]);
  const authority = trust.issuerCa
    ? ['    certificateAuthority: |', ...indent(trust.issuerCa.trim(), 6)]
    : [];
  return `${[
    'apiVersion: apiserver.config.k8s.io/v1 # v1beta1 on Kubernetes 1.30–1.33',
    'kind: AuthenticationConfiguration',
    'jwt:',
    '- issuer:',
    `    url: ${text(trust.issuer)}`,
    `    audiences: ${list([trust.audience])}`,
    ...authority,
    '  claimValidationRules:',
    ...rules,
    '  claimMappings:',
    `    username: { expression: '"gha:" + claims.repository_id + ":" + claims.environment' }`,
    `    groups: { expression: '["gha:repo:" + claims.repository_id, "gha:env:" + claims.environment]' }`,
    `    uid: { expression: 'claims.repository_id + "/" + claims.environment' }`,
    '    extra: # shows in the audit log',
    `    - { key: deploy-actions.github.io/run, valueExpression: 'claims.run_id + "/" + claims.run_attempt' }`,
    '  userValidationRules:',
    `  - expression: '!user.username.startsWith("system:") && user.groups.all(g, !g.startsWith("system:"))'`,
    '    message: reserved name',
  ].join('\n')}\n`;
}

/** YAML's single quotes: a quote inside is doubled. */
const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;

const indent = (block: string, by: number): string[] =>
  block.split('\n').map((line) => `${' '.repeat(by)}${line}`);

export interface Grant {
  readonly users: readonly string[];
  readonly namespace: string;
}

/** RoleBinding that lets job identities work in one namespace and nowhere else. */
export function roleBinding(grant: Grant): string {
  return `${[
    'apiVersion: rbac.authorization.k8s.io/v1',
    'kind: RoleBinding',
    `metadata: { name: gha-deploy, namespace: ${grant.namespace} }`,
    'subjects:',
    ...grant.users.map(
      (user) => `- { kind: User, apiGroup: rbac.authorization.k8s.io, name: ${text(user)} }`,
    ),
    'roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }',
  ].join('\n')}\n`;
}
