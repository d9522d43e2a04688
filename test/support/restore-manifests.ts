// Manifests of releases that are broken and restored; `---` stands at the end of each object.

interface Workload {
  readonly image?: string;
  readonly replicas?: number;
}

const podTemplate = (name: string, image: string): string => `
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      terminationGracePeriodSeconds: 0
      containers:
      - { name: web, image: "${image}", command: [sleep, "1000000"] }`;

/** One pod by default, of an image that is there. */
export const deployment = (name: string, { image = GOOD, replicas = 1 }: Workload = {}): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  replicas: ${replicas} # what the chart says${podTemplate(name, image)}
---`;

/** Two pods by default, one after the other. */
export const statefulSet = (
  name: string,
  { image = GOOD, replicas = 2 }: Workload = {},
): string => `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: ${name} }
spec:
  serviceName: ${name}
  replicas: ${replicas}${podTemplate(name, image)}
---`;

/** A claim, a StatefulSet and a definition, which may hold data, and a ConfigMap, which does not. */
export const withData = (name: string, kinds: string): string => `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: ${name} }
spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Mi } } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: ${name} }
---${statefulSet(name, { replicas: 0 })}
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: ${kinds} }
spec:
  group: ${kinds.slice(kinds.indexOf('.') + 1)}
  names: { kind: Toy, plural: ${kinds.slice(0, kinds.indexOf('.'))} }
  scope: Namespaced
  versions:
  - { name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }
---`;

/** An image that every node of the sandbox has. */
export const GOOD = 'busybox:1.36';
export const MISSING = 'busybox:no-such-tag';
