import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { makeNamespace } from '../test/support/namespace.ts';
import { writeChart } from './chart.ts';
import { type Counted, startCountingProxy } from './counting-proxy.ts';
import { deploy, mustBe } from './deploy.ts';
import { helmUpgrade, mustSucceed } from './helm.ts';
import type { Place } from './place.ts';
import type { Line } from './row.ts';

const PODS = [5, 100] as const;
const WAIT_SECONDS = 60;
/** From helm's first change until the window begins: what is asked once does not grow with a wait. */
const AFTER_MS = 5000;
/** Of the smaller number of requests. */
const MOST_MORE = 0.2;

const OURS = /^deploy-actions/;
const HELM = /^Helm\//;
const isHelmsPatch = ({ userAgent, method }: Counted): boolean =>
  HELM.test(userAgent) && method === 'PATCH';

/** Requests during a wait of 60 s, for a release of few and one of many pods, side by side. */
export async function requests(place: Place): Promise<readonly Line[]> {
  const counts = await Promise.all(PODS.map((pods) => countRequests(place, pods)));
  const [few, many] = counts;
  if (few === undefined || many === undefined) throw new Error('nothing was counted');
  const ratio = many.ours / few.ours;
  return [
    {
      what: `API requests during a ${WAIT_SECONDS} s wait, ${PODS.join(' and ')} pods`,
      goal: 'the same ± 20 %',
      ours: `${few.ours} and ${many.ours}`,
      bare: `helm: ${few.helm} and ${many.helm}`,
      ratio,
      verdict: few.ours > 0 && Math.abs(ratio - 1) <= MOST_MORE ? 'pass' : 'fail',
      note: `counted at the API server by user agent; ratio: ${PODS[1]} to ${PODS[0]} pods; ours with ${PODS[1]} pods: ${many.kinds}`,
      samples: { oursRequests: [few.ours, many.ours], helmRequests: [few.helm, many.helm] },
    },
  ];
}

async function countRequests(place: Place, pods: number) {
  const folder = await mkdtemp(join(place.folder, 'count-'));
  const namespace = await makeNamespace(place.sandbox, 'bench');
  const proxy = await startCountingProxy(place.sandbox.world, folder);
  const here = { ...place, namespace, folder };
  const chart = await writeChart(here);
  const values = (text: string, readyAfter: string): string =>
    `replicas: ${pods}\nrecreate: true\ntext: ${text}\nplayedReadyAfter: ${readyAfter}`;
  try {
    mustSucceed(await helmUpgrade(here, { release: 'wait', chart, values: values('one', '1ms') }));
    const run = await deploy(here, {
      ...{ release: 'wait', chart, kubeconfig: proxy.kubeconfig },
      values: values('two', `${WAIT_SECONDS + 15}s`),
    });
    mustBe('deployed', run);
    const applied = proxy.requests.find(isHelmsPatch)?.at ?? Number.NaN;
    const from = applied + AFTER_MS;
    const until = from + WAIT_SECONDS * 1000;
    const counted = proxy.requests.filter(({ at }) => at >= from && at < until);
    const ours = counted.filter(({ userAgent }) => OURS.test(userAgent));
    const ofHelm = counted.filter(({ userAgent }) => HELM.test(userAgent));
    return { ours: ours.length, helm: ofHelm.length, kinds: kindsOf(ours) };
  } finally {
    await namespace.drop();
    await proxy.close();
  }
}

/** `12 GET leases, 12 PUT leases`: what was asked, the most frequent first. */
function kindsOf(counted: readonly Counted[]): string {
  const groups = Map.groupBy(counted, ({ method, path }) => `${method} ${resourceOf(path)}`);
  return [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([kind, all]) => `${all.length} ${kind}`)
    .join(', ');
}

/** The plural that a path of the API names: `leases` of `/apis/…/namespaces/x/leases/y?…`. */
function resourceOf(path: string): string {
  const [plain = '', query = ''] = path.split('?');
  const parts = plain.split('/').filter((part) => part !== '');
  const at = parts.indexOf('namespaces');
  const plural = at >= 0 ? parts[at + 2] : parts.at(-1);
  return /(^|&)watch=(1|true)/.test(query) ? `${plural} (watch)` : `${plural ?? plain}`;
}
