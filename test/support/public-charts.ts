import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unzipFolder } from '../../sandbox/tools/unzip.ts';
import { cached } from '../../sandbox/world/cache.ts';
import { createSend } from '../../src/http/request.ts';

/**
 * Charts that projects ship in their Python packages, unchanged. They are fetched from the registry,
 * not kept here: dask-kubernetes has the BSD-3 licence, ZenML Apache-2.0, QHub BSD-3.
 */
const SHIPPED = {
  dask: {
    project: 'dask-kubernetes', // 2026.3.0
    sha256: '5cf138e03cb1851063b82b74e9fd4679251238e3867fcae1e3682aada6410728',
    path: 'dask_kubernetes/operator/deployment/helm/dask-kubernetes-operator',
  },
  zenml: {
    project: 'zenml', // 0.55.0
    sha256: '247f004c0349e8177da25ff78bf2e2934f7f416b3d51c1119e4f77a109b4b1cb',
    path: 'zenml/zen_server/deploy/helm',
  },
  prefect: {
    project: 'qhub', // 0.4.5
    sha256: 'b4a54296860c5e5787ec5edfefb1d045abb1f81711446e190e24d25b1700df50',
    path: 'qhub/template/stages/07-kubernetes-services/modules/kubernetes/services/prefect/chart',
  },
} as const;

/**
 * The folder of a chart that a Python package ships; fetched once, checked by its hash. A fresh
 * machine has neither Python nor pip: the index is asked as PEP 503 and 691 describe it.
 */
export async function shippedChart(name: keyof typeof SHIPPED): Promise<string> {
  const { project, sha256, path } = SHIPPED[name];
  const make = async (folder: string): Promise<void> => {
    const wheel = await fetchWheel(project, sha256);
    for (const [file, content] of unzipFolder(wheel, path)) {
      const target = join(folder, 'chart', file);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    }
  };
  const silent = { step: <T>(_: string, body: () => Promise<T>) => body(), note: () => {} };
  const key = sha256.slice(0, 16);
  return join(await cached({ name: `chart-${name}`, key, make }, silent), 'chart');
}

const LARGEST = 64 * 1024 * 1024;

/** The file of a project that has this hash, wherever the index says it is. */
async function fetchWheel(project: string, sha256: string): Promise<Buffer> {
  const send = createSend(process.env);
  const get = async (url: string): Promise<Buffer> => {
    const answer = await send({ url, timeoutMs: 120_000, maxBytes: LARGEST });
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
    return answer.body;
  };
  // pip's own variable: who has a mirror has set it.
  const index = (process.env.PIP_INDEX_URL ?? 'https://pypi.org/simple').replace(/\/$/, '');
  const page = `${index}/${project}/`;
  const [, link] =
    new RegExp(`href="([^"#]+)#sha256=${sha256}"`).exec(String(await get(page))) ?? [];
  if (link === undefined) throw new Error(`${page} has no file with the hash ${sha256}`);
  const wheel = await get(new URL(link.replaceAll('&amp;', '&'), page).href);
  const found = createHash('sha256').update(wheel).digest('hex');
  if (found !== sha256) throw new Error(`${link} has the hash ${found}, not ${sha256}`);
  return wheel;
}

/**
 * The web server of "StatefulSet Basics" in the documentation of Kubernetes (CC BY 4.0), written as
 * a chart: only the image and the class of its storage are values.
 */
export const STATEFUL_WEB: Readonly<Record<string, string>> = {
  'chart/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
  'chart/values.yaml':
    'image: { repository: registry.k8s.io/nginx-slim, tag: "0.24" }\nstorageClassName: my-storage-class\n',
  'chart/templates/web.yaml': `apiVersion: v1
kind: Service
metadata:
  name: nginx
  labels:
    app: nginx
spec:
  ports:
  - port: 80
    name: web
  clusterIP: None
  selector:
    app: nginx
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: web
spec:
  serviceName: "nginx"
  replicas: 2
  selector:
    matchLabels:
      app: nginx
  template:
    metadata:
      labels:
        app: nginx
    spec:
      containers:
      - name: nginx
        image: {{ .Values.image.repository }}:{{ .Values.image.tag }}
        ports:
        - containerPort: 80
          name: web
        volumeMounts:
        - name: www
          mountPath: /usr/share/nginx/html
  volumeClaimTemplates:
  - metadata:
      name: www
    spec:
      accessModes: [ "ReadWriteOnce" ]
      storageClassName: {{ .Values.storageClassName | quote }}
      resources:
        requests:
          storage: 1Gi
`,
};
