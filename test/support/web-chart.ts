import type { TestSandbox } from './sandbox.ts';

/** The chart's image by digest, as the `images` input takes it. */
export async function webImage(sandbox: TestSandbox): Promise<{ line: string; digest: string }> {
  const head = await sandbox.run([
    ...['curl', '-sSfI', '--cacert', sandbox.environment.env.SSL_CERT_FILE ?? ''],
    ...['-H', 'Accept: application/vnd.oci.image.manifest.v1+json'],
    `https://${sandbox.world.mirror}/v2/library/busybox/manifests/1.36`,
  ]);
  const digest = /docker-content-digest: (\S+)/i.exec(head)?.[1] ?? '';
  return { digest, line: `image=docker.io/library/busybox@${digest}` };
}

/** The files of a small chart: one Deployment of `httpd` with a Service; path → content. */
export const webChart = (): Record<string, string> => ({
  'chart/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
  'chart/values.yaml': VALUES,
  'chart/templates/web.yaml': TEMPLATE,
});

const VALUES = `replicas: 2
text: hello
warmUpSeconds: 0
password: ""
image: { repository: busybox, tag: "1.36", digest: "" }
`;

/** What differs between the test charts' Deployments; texts are YAML of Helm templates. */
interface Workload {
  readonly replicas: string;
  readonly graceSeconds: number;
  readonly strategy?: string;
  /** Lines of the container after its name. */
  readonly container: string;
}

/** A Secret and a Deployment of one container, both named as the release. */
export const workloadTemplate = ({
  replicas,
  graceSeconds,
  strategy = '{}',
  container,
}: Workload): string => `apiVersion: v1
kind: Secret
metadata: { name: {{ .Release.Name }} }
stringData: { password: {{ .Values.password | quote }} }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: {{ .Release.Name }} }
spec:
  replicas: ${replicas}
  strategy: ${strategy}
  selector: { matchLabels: { app: {{ .Release.Name }} } }
  template:
    metadata: { labels: { app: {{ .Release.Name }} } }
    spec:
      terminationGracePeriodSeconds: ${graceSeconds}
      containers:
      - name: web
${container.replace(/^(?=.)/gm, '        ')}`;

const SERVICE = `---
apiVersion: v1
kind: Service
metadata: { name: {{ .Release.Name }} }
spec:
  selector: { app: {{ .Release.Name }} }
  ports: [{ port: 80, targetPort: 8080 }]
`;

const TEMPLATE =
  workloadTemplate({
    replicas: '{{ .Values.replicas }}',
    graceSeconds: 0,
    container: `{{- with .Values.image }}
image: {{ if .digest }}{{ .repository }}@{{ .digest }}{{ else }}{{ .repository }}:{{ .tag }}{{ end }}
{{- end }}
command: [/bin/sh, -c]
args:
- sleep {{ .Values.warmUpSeconds }}; mkdir -p /tmp/www; echo {{ .Values.text }} > /tmp/www/index.html; exec httpd -f -p 8080 -h /tmp/www
readinessProbe: { httpGet: { path: /index.html, port: 8080 }, periodSeconds: 1, timeoutSeconds: 3 }
`,
  }) + SERVICE;
