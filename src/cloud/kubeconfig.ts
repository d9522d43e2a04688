export interface ExecKubeconfig {
  /** `https://…` of the API server. */
  readonly server: string;
  /** PEM; without it the system's authorities are trusted. */
  readonly serverCa?: string;
  /** Absolute path: self-hosted runners have no node on PATH. */
  readonly nodePath: string;
  /** Absolute paths of the plugin and of its configuration, which holds nothing secret. */
  readonly args: readonly string[];
}

const NAME = 'deploy-actions';

/**
 * A kubeconfig (JSON, which is YAML) whose user is an exec credential plugin: it holds no token and
 * so outlives every token. https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins
 */
export function execKubeconfig(options: ExecKubeconfig): string {
  const cluster = {
    server: options.server,
    ...(options.serverCa && {
      'certificate-authority-data': Buffer.from(options.serverCa).toString('base64'),
    }),
  };
  const exec = {
    apiVersion: 'client.authentication.k8s.io/v1',
    command: options.nodePath,
    args: options.args,
    // The plugin reads ACTIONS_ID_TOKEN_REQUEST_* from the environment that kubectl passes on.
    env: null,
    interactiveMode: 'Never',
    provideClusterInfo: false,
  };
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: NAME, cluster }],
    users: [{ name: NAME, user: { exec } }],
    contexts: [{ name: NAME, context: { cluster: NAME, user: NAME } }],
    'current-context': NAME,
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
