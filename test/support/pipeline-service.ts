import { caFile } from '../../sandbox/cluster/pki.ts';
import { clusterAudience } from '../../sandbox/issuer/authentication.ts';
import type { World } from '../../sandbox/world/world.ts';
import type { PipelinePlace } from './pipeline-place.ts';
import { workloadTemplate } from './web-chart.ts';

/** The Helm release of a test's service. */
export const RELEASE = 'web';
/** What its pipeline.yml needs, by GITHUB_TOKEN scope. */
export const PERMISSIONS: Readonly<Record<string, string>> = {
  contents: 'write',
  packages: 'write',
  'id-token': 'write',
  deployments: 'write',
  actions: 'write',
  checks: 'read',
};

/**
 * The files of the smallest service there is: busybox serving one page, whose text is its version,
 * so that each version is an image of its own. Path → content.
 */
export function serviceFiles(
  name: string,
  world: World,
  places: Readonly<Record<'staging' | 'production', PipelinePlace>>,
): Readonly<Record<string, string>> {
  return {
    '.github/deploy.yml': deployFile(name, world, places),
    '.github/workflows/deploy.yml': deployWorkflow(PERMISSIONS),
    '.github/workflows/rollback.yml': ROLLBACK_WORKFLOW,
    'service/Dockerfile': 'FROM busybox:1.36\nCOPY page /www/index.html\n',
    'deploy/chart/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
    'deploy/chart/values.yaml':
      'api: { image: { repository: "", digest: "" } }\nready: true\npassword: ""\n',
    'deploy/chart/templates/web.yaml': TEMPLATE,
    'deploy/staging.yml': 'ready: true\n',
    'deploy/production.yml': 'ready: true\n',
  };
}

/** The caller's workflow file as docs/templates has it, with these permissions. */
export const deployWorkflow = (
  permissions: Readonly<Record<string, string>>,
): string => `name: deploy
on: { push: { branches: [develop, main] }, workflow_dispatch: }
permissions: {}
jobs:
  pipeline:
    uses: acme/deploy-actions/.github/workflows/pipeline.yml@v1.0.0
    permissions: ${JSON.stringify(permissions)}
    secrets: inherit
`;

const ROLLBACK_WORKFLOW = `name: rollback
on: { workflow_dispatch: { inputs: { mode: { type: choice, options: [apply, plan, lift] }, reason: { required: true } } } }
permissions: {}
jobs:
  rollback:
    uses: acme/deploy-actions/.github/workflows/rollback.yml@v1.0.0
    permissions: { contents: read, id-token: write, deployments: write }
    with: { environment: production, mode: '\${{ inputs.mode }}', reason: '\${{ inputs.reason }}' }
    secrets: inherit
`;

/** A machine that stalls may take seconds to know the way to a new pod, or to carry a request. */
const CURL = 'curl -fsS --max-time 15 --retry 5 --retry-delay 1 --retry-all-errors';

/**
 * The E2E test also shows all it can see, in letters that no mask recognises (ROT13): secrets it
 * should never have seen are found that way.
 */
const E2E = `env | tr 'A-Za-z' 'N-ZA-Mn-za-m'; ${CURL} "$DEPLOY_URL" | grep good`;

function deployFile(
  name: string,
  world: World,
  { staging, production }: Readonly<Record<'staging' | 'production', PipelinePlace>>,
): string {
  const cluster = {
    cluster: world.apiServer,
    audience: clusterAudience(world),
    'server-ca': caFile(world),
  };
  // JSON is YAML.
  return JSON.stringify(
    {
      name,
      registry: world.registry,
      services: { api: { context: 'service' } },
      release: { name: RELEASE, chart: 'deploy/chart', timeout: '4m' },
      flow: [
        { push: 'develop', deploy: ['staging'], 'promote-to': 'main' },
        { push: 'main', deploy: ['production'] },
      ],
      environments: {
        staging: {
          ...cluster,
          namespace: staging.namespace,
          url: staging.url,
          values: ['deploy/staging.yml'],
          e2e: { command: E2E, retries: 0, timeout: '2m' },
        },
        production: {
          ...cluster,
          namespace: production.namespace,
          url: production.url,
          values: ['deploy/production.yml'],
          probes: [{ path: '/' }],
          'probe-interval': '500ms',
          require: { pass: ['staging'], approvals: 1 },
        },
      },
    },
    null,
    2,
  );
}

const TEMPLATE = workloadTemplate({
  replicas: '1',
  graceSeconds: 2,
  strategy: '{ rollingUpdate: { maxUnavailable: 0 } }',
  container: `image: {{ .Values.api.image.repository }}@{{ .Values.api.image.digest }}
command: [httpd, -f, -p, "8080", -h, /www]
readinessProbe: { httpGet: { path: {{ .Values.ready | ternary "/" "/never" }}, port: 8080 }, periodSeconds: 1 }
# Answers on while the Service forgets it.
lifecycle: { preStop: { sleep: { seconds: 1 } } }
`,
});
