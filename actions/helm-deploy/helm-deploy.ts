import { join } from 'node:path';
import { type ClusterAccess, login } from '../../src/cloud/login.ts';
import { explainRefusal } from '../../src/cloud/refusal.ts';
import { type Cluster, connect } from '../../src/cluster/connect.ts';
import { readReleaseHistory } from '../../src/cluster/releases.ts';
import { readRunning } from '../../src/cluster/running.ts';
import {
  isPending,
  liveRevision,
  nextNumber,
  type Revision,
  releaseLabels,
} from '../../src/domain/history.ts';
import type { RunningImage } from '../../src/domain/identity.ts';
import { ActionError } from '../../src/errors.ts';
import { upgradeRelease } from '../../src/release/upgrade.ts';
import { type VerifyPorts, verifyRelease } from '../../src/release/verify.ts';
import { createStopwatch, type Timings } from '../../src/report/stopwatch.ts';
import { childEnvironment } from '../../src/tools/child-environment.ts';
import { createHelm, type Helm } from '../../src/tools/helm.ts';
import { makeScratch } from '../../src/tools/scratch.ts';
import { type Chart, composeChart, lintChart } from './chart.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

/** What a run of helm-deploy found out and did; complete also when it failed half-way. */
export interface HelmDeployResult {
  /** `refused`: nothing was changed. `failed`: helm was started and the result is not good. */
  readonly status: 'deployed' | 'failed' | 'refused';
  readonly failure?: unknown;
  readonly identity: string;
  readonly revision: number | undefined;
  readonly previousRevision: number | undefined;
  readonly images: readonly RunningImage[];
  readonly timings: Timings;
}

/** Puts a chart with its images into a namespace and proves that exactly these images serve. */
export async function helmDeploy(
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<HelmDeployResult> {
  const { phase, timings } = createStopwatch(ports.elapsed);
  const found: { -readonly [K in keyof HelmDeployResult]: HelmDeployResult[K] } = {
    status: 'refused',
    identity: '',
    revision: undefined,
    previousRevision: undefined,
    images: [],
    timings: {},
  };
  let cluster: Cluster | undefined;
  try {
    const deadline = ports.elapsed() + settings.timeout;
    const access = await phase('login', () => login(settings, ports));
    const opened = await phase('connect', () => open(access, settings, ports));
    cluster = opened.cluster;
    found.identity = cluster.identity.username;
    ports.info(`Connected as ${found.identity}, helm ${opened.helm.version}`);

    const { history, chart } = await phase('check', () => check(opened, settings, ports));
    found.previousRevision = liveRevision(history)?.number;

    found.status = 'failed';
    const upgrade = upgradeInput(nextNumber(history), chart, settings, ports);
    found.revision = upgrade.revision;
    await phase('upgrade', () =>
      ports.group(`helm upgrade ${settings.release}`, () =>
        upgradeRelease(opened.helm, upgrade, ports.cancelled),
      ),
    );

    found.images = await phase('verify', () =>
      verifyRelease(
        { ...settings, expected: upgrade.revision, asked: chart.images, deadline },
        { ...ports, ...opened.reads },
      ),
    );
    found.status = 'deployed';
  } catch (error) {
    found.failure = error;
  } finally {
    await cluster?.close();
  }
  return { ...found, timings: timings() };
}

interface Opened {
  readonly cluster: Cluster;
  readonly helm: Helm;
  readonly reads: Pick<VerifyPorts, 'history' | 'manifest' | 'running'>;
}

/** The connection to the API server and helm's version come up side by side. */
async function open(
  access: ClusterAccess,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<Opened> {
  const scratch = await makeScratch(ports.tempFolder, ports.saveState);
  // kubectl and helm would write their cache of the API's kinds below HOME.
  const env = childEnvironment(ports.env, { KUBECACHEDIR: join(scratch, 'kube') });
  const place = {
    kubeconfig: access.kubeconfig,
    ...(access.context && { context: access.context }),
    env,
  };
  const [cluster, helm] = await Promise.allSettled([
    connect({ ...place, folder: scratch, cancelled: ports.cancelled }, ports).catch(
      (error: unknown) => {
        throw explainRefusal(access, error);
      },
    ),
    createHelm({ ...place, release: settings.release, namespace: settings.namespace }, ports),
  ]);
  if (cluster.status === 'rejected') throw cluster.reason;
  if (helm.status === 'rejected') {
    await cluster.value.close();
    throw helm.reason;
  }
  return {
    cluster: cluster.value,
    helm: helm.value,
    reads: {
      history: () => readReleaseHistory(cluster.value, settings.namespace, settings.release),
      manifest: helm.value.manifest,
      running: (refs) => readRunning(cluster.value, refs),
    },
  };
}

/** Everything that can be known before anything changes. */
async function check(
  { helm, reads }: Opened,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Promise<{ readonly history: readonly Revision[]; readonly chart: Chart }> {
  const [history, chart] = await Promise.all([reads.history(), composeChart(helm, settings)]);
  refusePending(history.at(-1), settings);
  await lintChart(helm, chart, ports);
  return { history, chart };
}

function refusePending(newest: Revision | undefined, settings: HelmDeploySettings): void {
  if (!newest || !isPending(newest)) return;
  const where = `${settings.release} --namespace ${settings.namespace}`;
  throw new ActionError(
    'release-pending',
    `Revision ${newest.number} of ${settings.release} is ${newest.status}: another operation is running or was killed`,
    {
      hint: `When none is running: helm rollback ${where} (or helm uninstall ${where} for a first install).`,
    },
  );
}

function upgradeInput(
  next: number,
  chart: Chart,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
) {
  const { GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt, GITHUB_SHA: commit } = ports.env;
  return {
    ...chart,
    revision: next,
    timeoutMs: settings.timeout,
    historyMax: settings.historyMax,
    createNamespace: settings.createNamespace,
    labels: releaseLabels(next, {
      ...(run && { run: `${run}.${attempt ?? '1'}` }),
      ...(commit && { commit }),
    }),
    onLine: ports.info,
  };
}
