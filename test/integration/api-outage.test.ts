// Needs the sandbox; starts one of its own, because its API server is stopped for 15 s.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { caFile } from '../../sandbox/cluster/pki.ts';
import { stopDaemon } from '../../sandbox/world/daemons.ts';
import { type ApiProxy, startApiProxy } from '../support/api-proxy.ts';
import { withLog } from '../support/fault-case.ts';
import { serve, shell, web } from '../support/fault-chart.ts';
import { deployChart } from '../support/fault-deploy.ts';
import { startFaultRegistry } from '../support/fault-registry.ts';
import { type FaultSite, openFaultSite } from '../support/fault-site.ts';
import { testSandbox } from '../support/sandbox.ts';
import { sandboxCommand } from '../support/sandbox-command.ts';
import { expectPage } from '../support/served.ts';

const name = `outage${process.pid}`;
const home = mkdtempSync(join(tmpdir(), 'outage-'));
let site: FaultSite;
let proxy: ApiProxy;

beforeAll(async () => {
  // The tools are made for the shared one: with them, another is a matter of seconds.
  await testSandbox();
  const sandbox = await testSandbox(name);
  proxy = await startApiProxy({
    upstream: sandbox.world.apiServer,
    upstreamCa: caFile(sandbox.world),
    folder: home,
  });
  const direct = await openFaultSite(sandbox, await startFaultRegistry(sandbox), 'outage');
  const login = { ...direct.namespace.login, cluster: proxy.url, 'server-ca': proxy.caFile };
  site = { ...direct, namespace: { ...direct.namespace, login } };
}, 900_000);
afterAll(async () => {
  site?.registry.close();
  await proxy?.close();
  rmSync(home, { recursive: true });
  await sandboxCommand(['reset', '--name', name]);
}, 120_000);

/**
 * Stops the API server as soon as both releases are being upgraded, and starts it 15 s later. What
 * is in front of it lets nobody through before it is ready, as load balancers do: until it has
 * read its roles it forbids everything to everybody, and helm gives up on that.
 */
async function outage(releases: readonly string[]): Promise<void> {
  const pending = async (release: string): Promise<boolean> =>
    (await site.history(release)).at(-1) === '2:pending-upgrade';
  // Side by side: the bad one is pending for some seconds only.
  await Promise.all(
    releases.map(async (release) => {
      while (!(await pending(release))) await sleep(100);
    }),
  );
  await sleep(1500);
  proxy.gateway.down = true;
  proxy.cut();
  await stopDaemon(site.sandbox.world, 'kube-apiserver', 0);
  await sleep(15_000);
  expect((await sandboxCommand(['up', '--name', name])).code).toBe(0);
  proxy.gateway.down = false;
}

test('15 s without API server: what is good is deployed, what crashes is explained and undone', async () => {
  const releases = ['good', 'bad'];
  await Promise.all(releases.map((release) => site.helm(release, web({ page: 'one' }))));
  const slow = web({ container: { command: shell(`sleep 25; ${serve('two')}`) } });
  const crashing = web({ container: { command: shell('echo no database; sleep 2; exit 1') } });
  const [good, bad] = await Promise.all([
    deployChart(site, 'good', slow),
    deployChart(site, 'bad', crashing),
    outage(releases),
  ]);
  await withLog(good, async () => {
    expect(good.outputs).toMatchObject({ status: 'deployed', revision: '2' });
    expect(await site.history('good')).toEqual(['1:superseded', '2:deployed']);
    await expectPage(site, 'good', 'two');
    expect({ left: good.leftovers, orphans: good.orphans }).toEqual({ left: [], orphans: [] });
  });
  await withLog(bad, async () => {
    expect(bad.outputs.status).toBe('rolled-back');
    expect(JSON.parse(bad.outputs.diagnosis ?? '{}')).toMatchObject({ code: 'crash-loop' });
    expect(await site.history('bad')).toEqual(['1:superseded', '2:failed', '3:deployed']);
    await expectPage(site, 'bad', 'one');
  });
}, 900_000);
