/** What a `GITHUB_TOKEN` may do: scope → level; a scope that is absent has none. */
export type Permissions = Readonly<Record<string, 'read' | 'write'>>;

/** The scopes in the order in which GitHub's messages list them. */
const SCOPES = [
  'actions',
  'artifact-metadata',
  'attestations',
  'checks',
  'contents',
  'deployments',
  'discussions',
  'issues',
  'packages',
  'pages',
  'pull-requests',
  'repository-projects',
  'statuses',
  'security-events',
  'id-token',
  'models',
  'vulnerability-alerts',
] as const;

/** Scopes nobody can write. */
const READ_ONLY: readonly string[] = ['models', 'vulnerability-alerts'];

const RANK = { none: 0, read: 1, write: 2 };

const all = (level: 'read' | 'write', except: readonly string[] = []): Permissions =>
  Object.fromEntries(
    SCOPES.filter((scope) => !except.includes(scope)).map((scope) => [
      scope,
      READ_ONLY.includes(scope) ? 'read' : level,
    ]),
  );

/**
 * The value of a `permissions:` key.
 * @param value `read-all`, `write-all`, or scope → level; what is not named gets none
 */
export function readPermissions(value: unknown): Permissions {
  if (value === 'write-all') return all('write');
  // id-token has no read.
  if (value === 'read-all') return all('read', ['id-token']);
  const given = Object.entries((value ?? {}) as Record<string, string>);
  return Object.fromEntries(
    given.filter((pair): pair is [string, 'read' | 'write'] => pair[1] !== 'none'),
  );
}

/**
 * What a workflow has that names no permissions: the repository's setting.
 * Source: actions/runner, `WorkflowParser/Conversion/PermissionsHelper.cs`.
 */
export const defaultPermissions = (policy: 'read' | 'write'): Permissions =>
  policy === 'write' ? all('write', ['id-token']) : { contents: 'read', packages: 'read' };

/** The same, never above read: what a pull request of a fork gets. */
export const readOnly = (permissions: Permissions): Permissions =>
  Object.fromEntries(
    Object.keys(permissions)
      .filter((scope) => scope !== 'id-token')
      .map((scope) => [scope, 'read']),
  );

/**
 * Where a called workflow asks for more than it may have.
 * @returns GitHub's two lists for its message, `undefined` where nothing is too much
 */
export function excess(
  asked: Permissions,
  allowed: Permissions,
): { readonly requested: string; readonly allowed: string } | undefined {
  const level = (from: Permissions, scope: string) => from[scope] ?? 'none';
  const known = new Set<string>([...SCOPES, ...Object.keys(asked)]);
  const over = [...known].filter(
    (scope) => RANK[level(asked, scope)] > RANK[level(allowed, scope)],
  );
  if (over.length === 0) return undefined;
  const list = (from: Permissions): string =>
    over.map((scope) => `${scope}: ${level(from, scope)}`).join(', ');
  return { requested: list(asked), allowed: list(allowed) };
}
