import type { KubeObject } from '../../../src/domain/manifest.ts';

const API_VERSIONS: Readonly<Record<string, string>> = {
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  Job: 'batch/v1',
  CronJob: 'batch/v1',
  Ingress: 'networking.k8s.io/v1',
};

/** An object of a built-in kind; `more` is what it has beside its name, e.g. `spec`. */
export const kubeObject = (
  kind: string,
  name: string,
  more: Readonly<Record<string, unknown>> = {},
): KubeObject => ({
  apiVersion: API_VERSIONS[kind] ?? 'v1',
  kind,
  ...more,
  metadata: { name, ...(more.metadata as object | undefined) },
});

/** A Deployment around a pod spec. */
export const deployment = (name: string, spec: Readonly<Record<string, unknown>>): KubeObject =>
  kubeObject('Deployment', name, { spec: { template: { spec: { containers: [], ...spec } } } });
