// Needs the sandbox. We leave out helm's own validation, for it costs as long as the rest of helm's
// start: a server that validates fields itself must find everything that helm would have found.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeWorkspace } from '../../sandbox/runner/runner-environment.ts';
import { upgradeArgs } from '../../src/tools/helm-args.ts';
import { makeNamespace, type TestNamespace } from '../support/namespace.ts';
import { type TestSandbox, testSandbox } from '../support/sandbox.ts';

const FLAG = '--disable-openapi-validation';

const deployment = (fields: string): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: {{ .Release.Name }} }
spec:
  replicas: 0
  ${fields}
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "busybox:1.36" }] }
`;
const SELECTOR = 'selector: { matchLabels: { app: web } }';

const FAULTS = {
  nothing: deployment(SELECTOR),
  'a field that is none': deployment(`${SELECTOR}\n  replcas: 3`),
  'a field of another type': deployment(`${SELECTOR}\n  minReadySeconds: soon`),
  'a field that is missing': deployment(''),
  'a key given twice': deployment(`${SELECTOR}\n  minReadySeconds: 1\n  minReadySeconds: 2`),
  'a value that cannot be': deployment(`${SELECTOR}\n  minReadySeconds: -1`),
  'a kind that is none': 'apiVersion: apps/v1\nkind: Deploymnt\nmetadata: { name: web }\n',
} as const;

let sandbox: TestSandbox;
let namespace: TestNamespace;
let folder: string;

beforeAll(async () => {
  sandbox = await testSandbox();
  namespace = await makeNamespace(sandbox, 'validation');
  folder = await mkdtemp(join(tmpdir(), 'validation-'));
}, 900_000);

afterAll(async () => {
  await namespace?.drop();
  await rm(folder, { recursive: true, force: true });
});

describe.each(['v3', 'v4'] as const)('helm %s', (major) => {
  test.each(Object.entries(FAULTS))('%s', async (fault, template) => {
    const chart = makeWorkspace(await mkdtemp(join(folder, 'chart-')), {
      'chart/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
      'chart/templates/web.yaml': template,
    });
    const install = (release: string, validates: boolean): Promise<string> => {
      const args = upgradeArgs(release, { ...INPUT, chart: join(chart, 'chart') }, `${major}.18.0`);
      expect(args).toContain(FLAG);
      const where = ['--namespace', namespace.name];
      const argv = [sandbox.environment.helm[major], ...args, ...where];
      return sandbox.run(validates ? argv.filter((arg) => arg !== FLAG) : argv).then(
        () => 'installed',
        (error: Error) => error.message.slice(error.message.indexOf('Error:')),
      );
    };
    const word = `${major}-${Object.keys(FAULTS).indexOf(fault)}`;
    const [theirs, ours] = [`${word}-a`, `${word}-b`];
    const expected = await install(theirs, true);
    expect((await install(ours, false)).replaceAll(ours, theirs)).toBe(expected);
    // That they agree says something only where both of them look.
    const passes = ['nothing', ...(major === 'v3' ? ['a field that is none'] : [])];
    if (passes.includes(fault)) expect(expected).toBe('installed');
    if (['a field of another type', 'a kind that is none'].includes(fault)) {
      expect(expected).toContain('Error:');
    }
  });
});

const INPUT = {
  ...{ version: '', files: [], stdin: '', timeoutMs: 60_000, historyMax: 10, labels: { a: 'b' } },
  ...{ createNamespace: false, description: '', wait: 'legacy' as const, waitForJobs: false },
  ...{ takeOwnership: false, forceConflicts: false },
};
