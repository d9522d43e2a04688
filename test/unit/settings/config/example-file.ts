import type { KeyPath } from '../../../../src/settings/config/document.ts';
import type { Shape } from '../../../../src/settings/config/shape.ts';

/** A deploy.yml that uses every key there is. */
export const EVERY_KEY = `name: shop
registry: registry.example.com:5000/team
trusted-workflows: [.github/workflows/ship.yml]
services:
  api:
    context: services/api
    file: services/api/Dockerfile
    target: release
    build-args: { NODE_ENV: production }
    depends-on: []
  web: { image: ghcr.io/acme/web, depends-on: [api] }
release:
  name: shop-release
  chart: deploy/chart
  chart-version: "1.10"
  set: { ingress: { host: shop.example.com, ports: [80, 443] } }
  images: { api: backend.image }
  allow-tags: false
  create-namespace: true
  on-failure: keep
  fail-fast: false
  pull-attempts: 2
  max-restarts: 4
  unschedulable-after: 15s
  settle: 20s
  wait: watcher
  recover: foreign
  wait-for-jobs: false
  values-decrypt: sops decrypt
  crds: apply
  checks: lint schema
  strict-checks: true
  allow-delete: [PersistentVolumeClaim/cache]
  take-ownership: true
  force-conflicts: true
  timeout: 5m
  history-max: 10
  values: [deploy/values.yml]
flow:
  - push: develop
    deploy: [staging]
    promote-to: main
  - tag: v*
    deploy: [production]
environments:
  staging:
    namespace: shop-staging
    cluster: https://k8s.example.com:6443
    audience: https://k8s.example.com/staging
    server-ca: deploy/ca.pem
    url: https://staging.example.com
    values: [deploy/staging.yml]
    release:
      name: shop-staging
      chart: oci://registry.example.com/shop
      chart-version: "2"
      set: { debug: true }
      images: { web: image }
      allow-tags: true
      create-namespace: false
      on-failure: rollback
      fail-fast: false
      pull-attempts: 2
      max-restarts: 4
      unschedulable-after: 15s
      settle: 20s
      wait: watcher
      recover: foreign
      wait-for-jobs: false
      values-decrypt: sops decrypt
      crds: apply
      checks: lint schema
      strict-checks: true
      allow-delete: [PersistentVolumeClaim/cache]
      take-ownership: true
      force-conflicts: true
      timeout: 1h30m
      history-max: 5
    e2e:
      command: npm run e2e
      report: e2e.xml
      retries: 2
      timeout: 10m
      env: { BROWSER: chromium }
    probes:
      - path: /health
        status: 204
        body: ready
        version: "1"
      - url: http://status.example.com/shop
    probe-interval: 2s
    min-success: 99.9%
    soak: 90s
    max-flaky: 3
    on-inconclusive: stop
    proof: rollout
    production: false
  production:
    namespace: shop
    require:
      pass: [staging]
      checks: [quality]
      approvals: 1
      min-age: 1h
      max-age: 7d
    rollback:
      objective: 15m
`;

/** The smallest file that is right. */
export const SMALLEST = 'name: shop\n';

/** A key of `EVERY_KEY` with its declaration. */
export interface ExampleKey {
  readonly path: KeyPath;
  readonly shape: Shape<unknown>;
}

/** Walks declaration and example side by side; a declared key that the example lacks throws. */
export function keysOfExample(
  shape: Shape<unknown>,
  has: (path: KeyPath) => boolean,
): readonly ExampleKey[] {
  const walk = (it: Shape<unknown>, at: readonly KeyPath[]): readonly ExampleKey[] =>
    Object.entries(it.keys ?? {}).flatMap(([name, inner]) => {
      const places = at.map((path) => [...path, name]).filter(has);
      const [path] = places;
      if (!path) throw new Error(`EVERY_KEY has no ${[...(at[0] ?? []), name].join('.')}`);
      return [
        { path, shape: inner },
        ...walk(
          inner,
          places.flatMap((place) => inside(inner, place)),
        ),
      ];
    });
  return walk(shape, [[]]);
}

/** The ways from a list or a mapping of names into the records in it. */
function inside({ kind }: Shape<unknown>, path: KeyPath): readonly KeyPath[] {
  if (kind.startsWith('list')) return [0, 1].map((index) => [...path, index]);
  if (!kind.startsWith('mapping <')) return [path];
  return ['api', 'web', 'staging', 'production'].map((name) => [...path, name]);
}
