import type { Finding } from '../../../src/domain/dry-run-finding.ts';
import type { KubeObject } from '../../../src/domain/manifest.ts';
import { createWorld } from '../../../src/domain/world.ts';
import { type OwnPorts, requireOwn } from '../../../src/release/require-own.ts';

const web = (image: string, more: object = {}): KubeObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { template: { spec: { containers: [{ name: 'web', image, ...more }] } } },
});
const WANTED = web('web:2');
const plan = { namespace: 'shop', manifest: [WANTED] };

interface Live {
  /** What the watch has. */
  readonly seen?: KubeObject;
  /** What is there when it is asked for. */
  readonly live?: KubeObject;
  readonly result?: KubeObject;
  readonly findings?: readonly Finding[];
}

/** @returns the error, and how often the cluster was asked */
async function check({ seen, live = seen, result, findings = [] }: Live) {
  const world = createWorld();
  if (seen) world.apply({ gone: false, object: seen });
  let asked = 0;
  const objects: OwnPorts['objects'] = {
    read: async () => {
      asked++;
      return live;
    },
    dryRun: async ([object = WANTED]) => {
      asked++;
      return [{ object, result, findings }];
    },
  };
  const error: unknown = await requireOwn(plan, world, { objects }).catch((thrown) => thrown);
  return { error, asked };
}

test('what the manifest says is there: nothing is asked', async () => {
  const seen = web('web:2', { imagePullPolicy: 'IfNotPresent' });
  expect(await check({ seen })).toEqual({ error: undefined, asked: 0 });
});

test('somebody went back to the old template: told, with the fields', async () => {
  const { error } = await check({ seen: web('web:1'), result: WANTED });
  expect(error).toMatchObject({
    code: 'changed-by-others',
    message:
      'Deployment/web: its pod template was changed while it rolled out: spec.template.spec.containers[web].image',
  });
});

test('who it was is told where the API server knows', async () => {
  const conflict = (field: string): Finding => ({
    ...{ kind: 'conflict', object: WANTED, manager: 'kubectl', message: '' },
    field,
  });
  const image = 'spec.template.spec.containers[name="web"].image';
  const { error } = await check({
    ...{ seen: web('web:1'), result: WANTED },
    findings: [conflict('spec.replicas'), conflict(image)],
  });
  expect(error).toMatchObject({ message: expect.stringContaining(`${image} (by kubectl)`) });
});

test('somebody deleted it', async () => {
  expect((await check({})).error).toMatchObject({
    code: 'changed-by-others',
    message: 'Deployment/web: it was deleted while it rolled out',
  });
});

test('an admission webhook that rewrites what helm applies is not somebody', async () => {
  const rewritten = web('registry.example.com/web:2');
  expect((await check({ seen: rewritten, result: rewritten })).error).toBeUndefined();
});

test('a watch that is behind is not believed', async () => {
  expect((await check({ seen: web('web:1'), live: WANTED, result: WANTED })).error).toBeUndefined();
});

test('what cannot be asked is believed', async () => {
  expect((await check({ seen: web('web:1') })).error).toBeUndefined();
});
