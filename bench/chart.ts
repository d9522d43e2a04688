import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Place } from './place.ts';

/** Writes the chart that most rows deploy. @returns its folder */
export async function writeChart({ folder, image }: Pick<Place, 'folder' | 'image'>) {
  const chart = join(folder, 'chart');
  await mkdir(join(chart, 'templates'), { recursive: true });
  for (const [path, content] of Object.entries(filesOf(image))) {
    await writeFile(join(chart, path), content);
  }
  return chart;
}

const valuesOf = (image: string): string => `replicas: 2
text: hello
image: ${image}
# Seconds until the server is there.
startsAfter: 0
# All old pods end before a new one starts.
recreate: false
# On the node that KWOK plays: how long a pod takes until it is ready, e.g. 75s.
playedReadyAfter: ""
`;

const TEMPLATE = `apiVersion: apps/v1
kind: Deployment
metadata: { name: {{ .Release.Name }} }
spec:
  replicas: {{ .Values.replicas }}
  selector: { matchLabels: { app: {{ .Release.Name }} } }
  {{- if .Values.recreate }}
  strategy: { type: Recreate }
  {{- end }}
  template:
    metadata:
      labels: { app: {{ .Release.Name }} }
      {{- with .Values.playedReadyAfter }}
      annotations: { pod-ready.stage.kwok.x-k8s.io/delay: {{ . }} }
      {{- end }}
    spec:
      terminationGracePeriodSeconds: 0
      {{- if .Values.playedReadyAfter }}
      nodeSelector: { type: kwok }
      tolerations: [{ key: kwok.x-k8s.io/node, operator: Exists, effect: NoSchedule }]
      {{- end }}
      containers:
      - name: web
        image: {{ .Values.image }}
        command: [/bin/sh, -c]
        args: [sleep {{ .Values.startsAfter }}; mkdir -p /tmp/www; echo "$TEXT" > /tmp/www/index.html; exec httpd -f -p 8080 -h /tmp/www]
        env: [{ name: TEXT, value: {{ .Values.text | quote }} }]
        readinessProbe: { httpGet: { path: /index.html, port: 8080 }, periodSeconds: 1 }
---
apiVersion: v1
kind: Service
metadata: { name: {{ .Release.Name }} }
spec:
  selector: { app: {{ .Release.Name }} }
  ports: [{ port: 80, targetPort: 8080 }]
`;

const filesOf = (image: string) => ({
  'Chart.yaml': 'apiVersion: v2\nname: bench\nversion: 1.0.0\n',
  'values.yaml': valuesOf(image),
  'templates/web.yaml': TEMPLATE,
});
