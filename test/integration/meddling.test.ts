// Needs the sandbox: somebody else acts on what is being deployed, in the middle of it.
import { readdirSync, readFileSync } from 'node:fs';
import { eventually } from '../support/eventually.ts';
import { releaseName, withLog } from '../support/fault-case.ts';
import { serve, shell, web } from '../support/fault-chart.ts';
import { deployChart, type FaultDeploy } from '../support/fault-deploy.ts';
import { type FaultSite, faultSites } from '../support/fault-site.ts';
import { expectPage } from '../support/served.ts';

const sites = faultSites('meddling');

// Of two, so that one is still to come when somebody acts.
const good = web({ page: 'good', spec: { replicas: 2 } });
const next = web({
  spec: { replicas: 2 },
  container: { command: shell(`sleep 8; ${serve('next')}`) },
});

/** Until the new version's pod runs beside the old one's. */
async function untilNewPodRuns({ namespace }: FaultSite, release: string): Promise<void> {
  await eventually(async () => {
    const { items } = await namespace.get<{ items: { status: { phase: string } }[] }>(
      'pods',
      '-l',
      `app=${release}`,
    );
    return (
      (items.length > 2 && items.every(({ status }) => status.phase === 'Running')) || undefined
    );
  });
}

interface Meddling {
  readonly name: string;
  readonly act: (kubectl: Kubectl, release: string) => Promise<unknown>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly status: 'deployed' | 'rolled-back' | 'failed';
  /** The title and text of the first error. */
  readonly error?: readonly [code: string, text: RegExp];
  readonly page: string;
  readonly history: readonly string[];
}
type Kubectl = FaultSite['namespace']['kubectl'];

const cases: readonly Meddling[] = [
  {
    name: 'scales it and restarts it',
    act: async (kubectl, release) => {
      await kubectl('scale', `deployment/${release}`, '--replicas=3');
      await kubectl('rollout', 'restart', `deployment/${release}`);
    },
    status: 'deployed',
    page: 'next',
    history: ['1:superseded', '2:deployed'],
  },
  {
    name: 'undoes it',
    act: (kubectl, release) => kubectl('rollout', 'undo', `deployment/${release}`),
    status: 'rolled-back',
    error: [
      'changed-by-others',
      /spec\.template\.spec\.containers\[.*web.*\]\.command \(by kubectl/,
    ],
    page: 'good',
    history: ['1:superseded', '2:failed', '3:deployed'],
  },
  {
    name: 'deletes it',
    act: (kubectl, release) => kubectl('delete', 'deployment', release),
    status: 'rolled-back',
    error: ['helm-failed', /"deletes-it" not found[\s\S]*Somebody deleted it/],
    page: 'good',
    history: ['1:superseded', '2:failed', '3:deployed'],
  },
  {
    name: 'pauses it',
    act: (kubectl, release) => kubectl('rollout', 'pause', `deployment/${release}`),
    inputs: { timeout: '40s' },
    status: 'rolled-back',
    error: [
      'changed-by-others',
      /it is paused[\s\S]*kubectl -n \S+ rollout resume deployment\/pauses-it/,
    ],
    page: 'good',
    history: ['1:superseded', '2:failed', '3:deployed'],
  },
  {
    name: 'deletes its record',
    act: (kubectl, release) => kubectl('delete', 'secret', `sh.helm.release.v1.${release}.v2`),
    status: 'failed',
    error: ['helm-failed', /sh\.helm\.release\.v1\.deletes-its-record\.v2" not found/],
    page: 'next',
    history: ['1:superseded'],
  },
];

test.concurrent.each(cases)(
  'somebody $name',
  async (one) => {
    const site = sites.shared();
    const release = releaseName(one.name);
    await site.helm(release, good);
    const [run] = await Promise.all([
      deployChart(site, release, next, one.inputs),
      untilNewPodRuns(site, release).then(() => one.act(site.namespace.kubectl, release)),
    ]);
    await withLog(run, async () => {
      expect(run.outputs.status).toBe(one.status);
      expectError(run, one.error);
      expect(await site.history(release)).toEqual(one.history);
      await expectPage(site, release, one.page);
      expect({ leftovers: run.leftovers, orphans: run.orphans }).toEqual({
        leftovers: [],
        orphans: [],
      });
    });
    // Whatever it was, the next run is not stuck.
    await site.namespace.kubectl('rollout', 'resume', `deployment/${release}`).catch(() => {});
    const again = await deployChart(site, release, web({ page: 'again', spec: { replicas: 2 } }), {
      // What others set in the meantime is theirs, and helm 4 asks.
      'force-conflicts': 'true',
    });
    await withLog(again, async () => {
      expect(again.outputs.status).toBe('deployed');
      await expectPage(site, release, 'again');
    });
  },
  600_000,
);

function expectError({ annotations }: FaultDeploy, error: Meddling['error']): void {
  const errors = annotations.filter(({ level }) => level === 'error');
  if (error === undefined) {
    expect(errors).toEqual([]);
    return;
  }
  const [code, text] = error;
  expect(errors[0]).toMatchObject({ title: code, message: expect.stringMatching(text) });
}

test('a helm that is killed is told so, and what it left is put right', async () => {
  const site = sites.shared();
  const release = 'kills-helm';
  await site.helm(release, good);
  let killed = 0;
  const onLine = (line: string): void => {
    if (killed === 0 && /new pods? waiting/.test(line)) killed = killHelm(release);
  };
  const run = await deployChart(site, release, next, {}, { onLine });
  await withLog(run, async () => {
    expect(killed).toBe(1);
    expect(run.outputs.status).toBe('rolled-back');
    expectError(run, ['helm-failed', /ended from outside, by SIGKILL/]);
    expect(await site.history(release)).toEqual(['1:superseded', '2:failed', '3:deployed']);
    await expectPage(site, release, 'good');
  });
}, 300_000);

/** @returns how many helms were at work on the release */
function killHelm(release: string): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const helms = pids.filter((pid) => {
    try {
      const [program = '', ...args] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      return program.endsWith('helm') && args.includes('upgrade') && args.includes(release);
    } catch {
      return false; // It has ended.
    }
  });
  for (const pid of helms) process.kill(Number(pid), 'SIGKILL');
  return helms.length;
}

test('a Deployment that somebody has paused before is refused, and nothing changes', async () => {
  const site = sites.shared();
  const release = 'paused-before';
  await site.helm(release, good);
  await site.namespace.kubectl('rollout', 'pause', `deployment/${release}`);
  const refused = await deployChart(site, release, next);
  await withLog(refused, async () => {
    expect(refused.outputs.status).toBe('refused');
    const [error] = refused.annotations.filter(({ level }) => level === 'error');
    expect(error?.message).toMatch(
      /spec\.paused.*somebody has paused it[\s\S]*kubectl rollout resume/,
    );
    expect(await site.history(release)).toEqual(['1:deployed']);
  });
}, 300_000);

test('a namespace that goes in the middle ends the run soon, and is named', async () => {
  const site = await sites.another();
  const { name, kubectl } = site.namespace;
  await site.helm('web', good);
  const [run] = await Promise.all([
    deployChart(site, 'web', next),
    untilNewPodRuns(site, 'web').then(() => kubectl('delete', 'namespace', name, '--wait=false')),
  ]);
  await withLog(run, async () => {
    expect(run.outputs.status).toBe('failed');
    const error = run.annotations.find(({ level }) => level === 'error');
    expect(error?.message).toContain(name);
  });
}, 300_000);
