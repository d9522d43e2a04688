// Needs the sandbox: a real cluster, Helm 3.18 and 4.2.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringCrds, describeCrds, planCrds } from '../../actions/helm-deploy/crds.ts';
import type { HelmDeployPorts, HelmDeploySettings } from '../../actions/helm-deploy/settings.ts';
import { runAction } from '../../sandbox/runner/run-action.ts';
import type { Cluster } from '../../src/cluster/connect.ts';
import { systemClock } from '../../src/tools/clock.ts';
import { exec } from '../../src/tools/exec.ts';
import { createHelm, type Helm } from '../../src/tools/helm.ts';
import { startProcess } from '../../src/tools/process.ts';
import { connectAs } from '../support/cluster-as.ts';
import { helmFirst } from '../support/helm-first.ts';
import { type TestSandbox, testSandbox } from '../support/sandbox.ts';
import { webChart } from '../support/web-chart.ts';
import { writeFiles } from '../support/write-files.ts';

const GROUP = `g${randomBytes(3).toString('hex')}.example.com`;
let sandbox: TestSandbox;
let folder: string;
let cluster: Cluster;
let nobody: Cluster;
let helm: Helm;
const made: string[] = [];

beforeAll(async () => {
  sandbox = await testSandbox();
  folder = mkdtempSync(join(tmpdir(), 'crds-'));
  cluster = await connectAs(sandbox, folder);
  nobody = await connectAs(sandbox, folder, 'system:serviceaccount:default:crds-nobody');
  const { env, helm: program } = sandbox.environment;
  const options = { command: program.v4, release: 'web', namespace: 'default', env };
  helm = await createHelm(options, { exec, startProcess });
}, 900_000);

afterAll(async () => {
  await Promise.all([cluster?.close(), nobody?.close()]);
  await sandbox?.run(['kubectl', 'delete', 'crd', '--ignore-not-found', '--wait=false', ...made]);
  rmSync(folder, { recursive: true });
});

interface Crd {
  readonly plural: string;
  readonly versions?: readonly string[];
  readonly properties?: object;
  readonly kind?: string;
}

const nameOf = ({ plural }: Crd): string => `${plural}.${GROUP}`;

const definition = (crd: Crd) => {
  const { plural, versions = ['v1'], properties = { size: { type: 'integer' } } } = crd;
  const kind = crd.kind ?? `K${plural}`;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: nameOf(crd) },
    spec: {
      group: GROUP,
      scope: 'Namespaced',
      names: { plural, kind },
      versions: versions.map((name, index) => ({
        name,
        served: true,
        storage: index === versions.length - 1,
        schema: {
          openAPIV3Schema: { type: 'object', properties: { spec: { type: 'object', properties } } },
        },
      })),
    },
  };
};

/** A chart with these definitions in crds/, all in one file. */
async function chartOf(...crds: readonly Crd[]): Promise<string> {
  const home = mkdtempSync(join(folder, 'chart-'));
  made.push(...crds.map(nameOf));
  const text = crds.map((crd) => JSON.stringify(definition(crd))).join('\n---\n');
  await writeFiles(home, { ...webChart(), 'chart/crds/all.yaml': text });
  return join(home, 'chart');
}

const settings = (more: Partial<HelmDeploySettings> = {}): HelmDeploySettings =>
  ({ crds: 'apply', namespace: 'default', forceConflicts: false, ...more }) as HelmDeploySettings;
const ports = (said: string[] = []): HelmDeployPorts =>
  ({ ...systemClock, info: (line: string) => void said.push(line) }) as HelmDeployPorts;

const plan = (chart: string, more: Partial<HelmDeploySettings> = {}, as = cluster) =>
  planCrds({ cluster: as, helm }, { chart }, settings(more));

interface Stored {
  readonly spec: { readonly versions: readonly { readonly schema: unknown }[] };
}
const stored = async (crd: Crd): Promise<Stored> =>
  JSON.parse(await sandbox.run(['kubectl', 'get', 'crd', nameOf(crd), '-o', 'json']));

test('definitions are added, changed and left alone, each said; their kinds are served at once', async () => {
  const [one, two] = [{ plural: 'ones' }, { plural: 'twos' }];
  const first = await plan(await chartOf(one, two));
  expect(describeCrds(first)).toEqual([
    `CustomResourceDefinition/${nameOf(one)} is added`,
    `CustomResourceDefinition/${nameOf(two)} is added`,
  ]);
  expect((await cluster.call({ path: `/apis/${GROUP}/v1` })).status).toBe(404);
  const said: string[] = [];
  await bringCrds(first, { cluster }, ports(said));
  expect(said).toEqual(describeCrds(first));
  await sandbox.run(
    ['kubectl', 'apply', '--dry-run=server', '-f', '-'],
    JSON.stringify({
      apiVersion: `${GROUP}/v1`,
      kind: 'Kones',
      metadata: { name: 'x' },
      spec: { size: 1 },
    }),
  );

  const changed = { ...one, properties: { color: { type: 'string' } } };
  const second = await plan(await chartOf(changed, two));
  expect(describeCrds(second)).toEqual([`CustomResourceDefinition/${nameOf(one)} is changed`]);
  expect(JSON.stringify(await stored(one))).not.toContain('color');
  await bringCrds(second, { cluster }, ports());
  const schema = JSON.stringify((await stored(one)).spec.versions[0]?.schema);
  expect(schema).toContain('color');
  expect(schema).not.toContain('size');
  expect(await plan(await chartOf(changed, two))).toEqual({ coming: [], findings: [] });
}, 120_000);

test('what helm itself has installed is brought up to date, as helm never does', async () => {
  for (const [major, plural] of [
    ['v3', 'threes'],
    ['v4', 'fours'],
  ] as const) {
    const crd = { plural };
    const release = ['upgrade', '--install', `crds-${GROUP.split('.')[0]}`, await chartOf(crd)];
    const place = ['--namespace', `crds-${GROUP.split('.')[0]}-${major}`, '--create-namespace'];
    const command = sandbox.environment.helm[major];
    await sandbox.run([command, ...release, ...place, '--set', 'replicas=0']);
    const changed = { ...crd, properties: { color: { type: 'string' } } };
    const next = await plan(await chartOf(changed));
    expect(next.findings).toEqual([]);
    await bringCrds(next, { cluster }, ports());
    const schema = JSON.stringify((await stored(crd)).spec.versions[0]?.schema);
    expect([major, schema.includes('color'), schema.includes('size')]).toEqual([
      major,
      true,
      false,
    ]);
    await sandbox.run(['kubectl', 'delete', 'namespace', place[1] ?? '', '--wait=false']);
  }
}, 120_000);

test('a change that the API server refuses is found before anything is changed', async () => {
  const crd = { plural: 'stores' };
  await bringCrds(await plan(await chartOf(crd)), { cluster }, ports());
  const { findings } = await plan(await chartOf({ ...crd, versions: ['v2'] }));
  expect(findings).toEqual([
    expect.objectContaining({
      outcome: 'refused',
      object: `CustomResourceDefinition/${nameOf(crd)}`,
      field: 'status.storedVersions[0]',
      message: expect.stringContaining('missing from spec.versions'),
    }),
  ]);
  const broken = await plan(
    await chartOf({ plural: 'broken', properties: { a: { type: 'nope' } } }),
  );
  expect(broken.findings[0]).toMatchObject({ outcome: 'refused' });
}, 120_000);

test("another's field is refused, and taken over with force-conflicts", async () => {
  const crd = { plural: 'shared' };
  made.push(nameOf(crd));
  await sandbox.run(
    ['kubectl', 'apply', '--server-side', '--field-manager=operator', '-f', '-'],
    JSON.stringify(definition(crd)),
  );
  const chart = await chartOf({ ...crd, properties: { color: { type: 'string' } } });
  const refused = await plan(chart);
  expect(refused.findings[0]).toMatchObject({
    outcome: 'refused',
    field: 'spec.versions',
    message: expect.stringContaining('operator'),
  });
  const forced = await plan(chart, { forceConflicts: true });
  expect(forced.findings[0]).toMatchObject({ outcome: 'warning' });
  await bringCrds(forced, { cluster }, ports());
  expect(JSON.stringify(await stored(crd))).toContain('color');
}, 120_000);

test('without the right to, the run is refused and the right is named', async () => {
  const { findings } = await plan(await chartOf({ plural: 'rights' }), {}, nobody);
  expect(findings).toEqual([
    expect.objectContaining({
      outcome: 'refused',
      message: expect.stringContaining('cannot patch resource'),
      hint: expect.stringContaining('get, create and patch on customresourcedefinitions'),
    }),
  ]);
}, 120_000);

test('names that another definition has are told at once', async () => {
  const first = { plural: 'takens', kind: 'Taken' };
  await bringCrds(await plan(await chartOf(first)), { cluster }, ports());
  const second = await plan(await chartOf({ plural: 'takenstoo', kind: 'Taken' }));
  await expect(bringCrds(second, { cluster }, ports())).rejects.toMatchObject({
    code: 'cluster-refused',
    message: expect.stringContaining('is already in use'),
  });
}, 120_000);

test('skip, and a chart without definitions, ask nothing', async () => {
  expect(await plan(await chartOf({ plural: 'skipped' }), { crds: 'skip' })).toEqual({
    coming: [],
    findings: [],
  });
  const home = mkdtempSync(join(folder, 'chart-'));
  await writeFiles(home, webChart());
  expect(await plan(join(home, 'chart'))).toEqual({ coming: [], findings: [] });
});

test.each(['v3', 'v4'] as const)(
  'the built action with helm %s: definitions, then their objects; plan, change, nothing',
  async (major) => {
    const crd = { plural: `bundles${major}`, kind: `Bundle${major}` };
    const namespace = `crds-${GROUP.split('.')[0]}-run-${major}`;
    made.push(nameOf(crd));
    const object = {
      apiVersion: `${GROUP}/v1`,
      kind: crd.kind,
      metadata: { name: 'x' },
      spec: { size: 1 },
    };
    const { env, helm: program } = sandbox.environment;
    const run = (definitionOf: Crd, mode: string) =>
      runAction(join(import.meta.dirname, '../../helm-deploy'), {
        files: {
          'chart/Chart.yaml': 'apiVersion: v2\nname: crds\nversion: 1.0.0\n',
          'chart/crds/all.yaml': JSON.stringify(definition(definitionOf)),
          'chart/templates/x.yaml': JSON.stringify(object),
        },
        env: {
          ...helmFirst(sandbox, program[major]),
          KUBECONFIG: env.KUBECONFIG ?? '',
        },
        inputs: { release: 'crds', namespace, chart: 'chart', crds: 'apply', mode, timeout: '3m' },
      });
    await sandbox.run(['kubectl', 'create', 'namespace', namespace]);
    const planned = await run(crd, 'plan');
    expect(planned.lines.join('\n')).toContain(`${nameOf(crd)} is added before the release`);
    expect(planned.outputs.status).toBe('planned');
    await expect(stored(crd)).rejects.toThrow();
    const first = await run(crd, 'deploy');
    expect([first.outputs.status, first.outputs.revision]).toEqual(['deployed', '1']);
    const same = await run(crd, 'deploy');
    expect([same.outputs.status, same.outputs.revision]).toEqual(['unchanged', '1']);
    const properties = { size: { type: 'integer' }, color: { type: 'string' } };
    const changed = await run({ ...crd, properties }, 'deploy');
    expect([changed.outputs.status, changed.outputs.revision]).toEqual(['deployed', '2']);
    expect(JSON.stringify(await stored(crd))).toContain('color');
    const refused = await run({ ...crd, versions: ['v2'] }, 'deploy');
    expect(refused.outputs.status).toBe('refused');
    await sandbox.run(['kubectl', 'delete', 'namespace', namespace, '--wait=false']);
  },
  600_000,
);
