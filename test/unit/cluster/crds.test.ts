import type { KubeAnswer, KubeCall } from '../../../src/cluster/connect.ts';
import { applyCrds } from '../../../src/cluster/crds.ts';

const CRD = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'toys.example.com' },
  spec: {
    group: 'example.com',
    names: { plural: 'toys' },
    versions: [
      { name: 'v1', served: true },
      { name: 'v1beta1', served: false },
    ],
  },
};
const ESTABLISHED = { status: { conditions: [{ type: 'Established', status: 'True' }] } };

/** An API server that lists the kind from a time on. @returns when the apply was over, ms */
async function apply(discovery: (elapsed: number) => KubeAnswer) {
  const asked: string[] = [];
  let elapsed = 0;
  const call = async ({ path, method }: KubeCall): Promise<KubeAnswer> => {
    if (method === 'PATCH') return { status: 200, body: CRD };
    if (path.includes('customresourcedefinitions')) return { status: 200, body: ESTABLISHED };
    asked.push(path);
    return discovery(elapsed);
  };
  await applyCrds([CRD], {
    cluster: { call },
    elapsed: () => elapsed,
    sleep: async (ms) => {
      elapsed += ms;
    },
  });
  return { asked: [...new Set(asked)], elapsed };
}

const listed = (...names: readonly string[]): KubeAnswer => ({
  status: 200,
  body: { resources: names.map((name) => ({ name })) },
});
const absent: KubeAnswer = { status: 404, body: { message: 'not found' } };

test('an established kind is waited for until discovery has it, in its served versions', async () => {
  const { asked, elapsed } = await apply((at) =>
    at < 1000 ? absent : listed('cars', ...(at < 2000 ? [] : ['toys', 'toys/status'])),
  );
  expect(elapsed).toBe(2000);
  expect(asked).toEqual(['/apis/example.com/v1']);
});

test('one that is never listed is an error that says so', async () => {
  await expect(apply(() => absent)).rejects.toMatchObject({
    code: 'too-slow',
    message: 'CustomResourceDefinition/toys.example.com is not served as v1 after 60 s',
  });
});

test('who may not ask is not held up', async () => {
  expect((await apply(() => ({ status: 403, body: {} }))).elapsed).toBe(0);
});
