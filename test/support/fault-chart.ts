/** An object of a chart; it is written as JSON, which is YAML, so `{{ … }}` in a string is rendered. */
export interface ChartObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Fields;
  readonly [field: string]: unknown;
}
type Fields = Readonly<Record<string, unknown>>;

/** What a workload has beside the plain web server's; each is merged over the fields of its level. */
export interface Changes {
  readonly container?: Fields;
  readonly pod?: Fields;
  readonly spec?: Fields;
  /** Text of the page, to tell versions apart. */
  readonly page?: string;
  /** Added to the release's name. */
  readonly suffix?: string;
}

/** The release's name, filled in by helm: one chart serves any release. */
export const RELEASE = '{{ .Release.Name }}';
export const IMAGE = 'docker.io/library/busybox:1.36';

/** A shell command as a container's `command`. */
export const shell = (script: string): readonly string[] => ['sh', '-c', script];

/** Serves a page that says which version it is. */
export const serve = (page: string): string =>
  `mkdir -p /tmp/www && echo ${page} > /tmp/www/index.html && exec httpd -f -p 8080 -h /tmp/www`;

/** A machine that is busy is no pod that is ill. */
const READY = { httpGet: { path: '/index.html', port: 8080 }, periodSeconds: 1, timeoutSeconds: 2 };

function template({ container, pod, page = 'bad', suffix = '' }: Changes): Fields {
  return {
    metadata: { labels: { app: `${RELEASE}${suffix}` } },
    spec: {
      // busybox's httpd as process 1 does not end on SIGTERM.
      terminationGracePeriodSeconds: 1,
      ...pod,
      containers: [
        {
          name: 'web',
          image: IMAGE,
          command: shell(serve(page)),
          readinessProbe: READY,
          ...container,
        },
      ],
    },
  };
}

function workload(kind: string, fields: Fields, changes: Changes): ChartObject {
  const name = `${RELEASE}${changes.suffix ?? ''}`;
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name },
    spec: {
      ...fields,
      selector: { matchLabels: { app: name } },
      ...changes.spec,
      template: template(changes),
    },
  };
}

/** One replica, which no update takes away before the next one is ready. */
export const deployment = (changes: Changes = {}): ChartObject =>
  workload('Deployment', { replicas: 1, strategy: SURGE }, changes);
const SURGE = { rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } };

export const statefulSet = (changes: Changes = {}): ChartObject =>
  workload('StatefulSet', { replicas: 1, serviceName: RELEASE }, changes);

export const daemonSet = (changes: Changes = {}): ChartObject => workload('DaemonSet', {}, changes);

export const service = (
  suffix = '',
  selector: Fields = { app: `${RELEASE}${suffix}` },
): ChartObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: `${RELEASE}${suffix}` },
  spec: { selector, ports: [{ port: 80, targetPort: 8080 }] },
});

/** A Deployment with its Service. */
export const web = (changes: Changes = {}): readonly ChartObject[] => [
  deployment(changes),
  service(changes.suffix),
];

/** A Job of one try; with `hooks` (e.g. `pre-upgrade`) helm runs it at that moment. */
export function job(
  script: string,
  { hooks = '', container = {}, pod = {}, spec = {} }: Changes & { readonly hooks?: string } = {},
): ChartObject {
  const annotations = {
    'helm.sh/hook': hooks,
    'helm.sh/hook-delete-policy': 'before-hook-creation',
  };
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: `${RELEASE}-migrate`, ...(hooks === '' ? {} : { annotations }) },
    spec: {
      backoffLimit: 0,
      ...spec,
      template: {
        spec: {
          restartPolicy: 'Never',
          terminationGracePeriodSeconds: 1,
          ...pod,
          containers: [{ name: 'migrate', image: IMAGE, command: shell(script), ...container }],
        },
      },
    },
  };
}

/** A container's environment with one variable from a Secret's key. */
export const fromSecret = (name: string, key: string): Fields => ({
  env: [{ name: 'PASSWORD', valueFrom: { secretKeyRef: { name, key } } }],
});

/** A volume `data` in the container and the pod. */
export const withVolume = (source: Fields): Required<Pick<Changes, 'container' | 'pod'>> => ({
  container: { volumeMounts: [{ name: 'data', mountPath: '/data' }] },
  pod: { volumes: [{ name: 'data', ...source }] },
});

/** The chart's files: path → content, below the folder `chart`. */
export const chartFiles = (objects: readonly ChartObject[]): Record<string, string> => ({
  'chart/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
  'chart/templates/all.yaml': objects.map((object) => JSON.stringify(object)).join('\n---\n'),
});
