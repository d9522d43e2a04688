// Needs the sandbox: what pods refer to is looked for on a real API server.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cluster } from '../../src/cluster/connect.ts';
import { checkReferences } from '../../src/cluster/references.ts';
import type { Coming } from '../../src/domain/coming-objects.ts';
import { parseManifest } from '../../src/tools/parse-manifest.ts';
import { connectAs } from '../support/cluster-as.ts';
import { makeNamespace, type TestNamespace } from '../support/namespace.ts';
import { testSandbox } from '../support/sandbox.ts';

let namespace: TestNamespace;
let folder: string;
let admin: Cluster;
/** May do nothing at all. */
let stranger: Cluster;

beforeAll(async () => {
  const sandbox = await testSandbox();
  namespace = await makeNamespace(sandbox, 'references');
  folder = await mkdtemp(join(tmpdir(), 'references-'));
  [admin, stranger] = await Promise.all([
    connectAs(sandbox, folder),
    connectAs(sandbox, folder, 'stranger'),
  ]);
  await namespace.apply(THERE);
}, 900_000);

afterAll(async () => {
  await Promise.all([admin?.close(), stranger?.close(), namespace?.drop()]);
  if (folder) await rm(folder, { recursive: true, force: true });
});

const THERE = `
apiVersion: v1
kind: Secret
metadata: { name: db }
stringData: { password: hunter2-hunter2 }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: config }
data: { mode: fast }
binaryData: { logo: AAAA }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: robot }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data }
spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Mi } } }
`;

/** One Deployment that refers to one of each kind. */
const web = (names: {
  readonly secret?: string;
  readonly key?: string;
  readonly config?: string;
  readonly account?: string;
  readonly claim?: string;
}): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  template:
    spec:
      serviceAccountName: ${names.account ?? 'robot'}
      containers:
      - name: web
        env:
        - { name: PASSWORD, valueFrom: { secretKeyRef: { name: ${names.secret ?? 'db'}, key: ${names.key ?? 'password'} } } }
      volumes:
      - { name: config, configMap: { name: ${names.config ?? 'config'}, items: [{ key: mode, path: mode }, { key: logo, path: logo }] } }
      - { name: data, persistentVolumeClaim: { claimName: ${names.claim ?? 'data'} } }
`;

async function check(
  manifest: string,
  cluster: Pick<Cluster, 'call'> = admin,
): Promise<readonly string[]> {
  const coming: Coming = {
    operation: 'install',
    namespace: namespace.name,
    namespaceIsNew: false,
    manifest: parseManifest(manifest),
    hooks: [],
  };
  const findings = await checkReferences(coming, cluster);
  return findings.map(({ outcome, field, message }) =>
    `${outcome} ${field.replace('spec.template.spec.', '')}: ${message}`.replaceAll(
      namespace.name,
      'NAMESPACE',
    ),
  );
}

const gone = (what: string): string => `${what} is neither in NAMESPACE nor in the release`;

test('what is there is good', async () => {
  await expect(check(web({}))).resolves.toEqual([]);
});

test('all that is missing is found at once, each thing once', async () => {
  const names = { secret: 'nope', config: 'nope', account: 'nope', claim: 'nope' };
  await expect(check(web(names))).resolves.toEqual([
    `refused serviceAccountName: ${gone('ServiceAccount/nope')}`,
    `refused containers[web].env[PASSWORD]: ${gone('Secret/nope')}`,
    `refused volumes[config]: ${gone('ConfigMap/nope')} (needed in 2 places)`,
    `refused volumes[data]: ${gone('PersistentVolumeClaim/nope')}`,
  ]);
});

test('a key that is missing is named; a value is never shown', async () => {
  const findings = await check(web({ key: 'pass' }));
  expect(findings).toEqual(['refused containers[web].env[PASSWORD]: Secret/db has no key pass']);
  expect(JSON.stringify(findings)).not.toContain('hunter2');
});

test('what the release brings itself is not asked for', async () => {
  const brought = THERE.replaceAll('name: ', 'name: own-');
  const names = { secret: 'own-db', config: 'own-config', account: 'own-robot', claim: 'own-data' };
  const calls: string[] = [];
  const counting: Pick<Cluster, 'call'> = {
    call: (call) => {
      calls.push(call.path);
      return admin.call(call);
    },
  };
  await expect(check(`${brought}---${web(names)}`, counting)).resolves.toEqual([]);
  expect(calls).toEqual([]);
});

test('who may not look is told that nothing was checked', async () => {
  const findings = await check(web({}), stranger);
  expect(findings).toHaveLength(4);
  for (const finding of findings)
    expect(finding).toMatch(/^not-checked .* is not known: .*cannot get/);
});

test('without a connection nothing was checked either', async () => {
  const closed = await connectAs(await testSandbox(), folder);
  await closed.close();
  const findings = await check(web({}), closed);
  expect(findings).toHaveLength(4);
  for (const finding of findings) expect(finding).toMatch(/^not-checked .* No connection/);
});
