import type { Plan } from '../domain/assessment.ts';
import type { Diagnosis, Limits } from '../domain/diagnosis.ts';
import { humanTime } from '../domain/human-time.ts';
import type { RunningImage } from '../domain/identity.ts';
import { workloads } from '../domain/manifest.ts';
import type { ReleaseRecord } from '../domain/release-record.ts';
import { takeBaseline } from '../domain/rollout.ts';
import { ActionError } from '../errors.ts';
import type { Helm, HelmRun, UpgradeInput } from '../tools/helm.ts';
import type { Exit } from '../tools/process.ts';
import { notAfter } from './in-time.ts';
import { type Observation, type ObservePorts, observe, type View } from './observe.ts';
import {
  type Foresight,
  foresee,
  freshen,
  type ProveInput,
  proveRollout,
} from './prove-rollout.ts';
import { type OwnPorts, requireOwn } from './require-own.ts';
import { RolloutError } from './rollout-error.ts';
import { type SettleInput, settle } from './settle.ts';
import type { VerifyPorts } from './verify.ts';

export interface RolloutInput extends ProveInput, SettleInput {
  readonly upgrade: UpgradeInput;
  /** What the user gave for all of it, ms: for people. */
  readonly timeout: number;
  readonly limits: Limits;
}

export interface RolloutPorts extends ObservePorts, VerifyPorts, OwnPorts {
  readonly helm: Pick<Helm, 'upgrade'>;
  /** What helm wrote down for a revision; undefined until it has. */
  readonly record: (revision: number) => Promise<ReleaseRecord | undefined>;
  readonly phase: <T>(name: string, body: () => Promise<T>) => Promise<T>;
  /** Called with helm's pid: who comes after us must be able to end it. */
  readonly onStarted: (pid: number) => void;
  /** Called once there is something to see: the observation lives until `rollOut` has ended. */
  readonly onObserved: (observation: Observation) => void;
  /**
   * Called before anything is stopped or undone: evidence is still there.
   * @returns the diagnosis as it may be shown: without secrets, with the container's last lines
   */
  readonly onFailure: (scene: Scene) => Promise<Diagnosis | undefined>;
  /** Aborted when the user cancels, or another run asks us to stop. */
  readonly stop: AbortSignal;
}

/** What a failed rollout looks like in the moment it is given up. */
export interface Scene {
  /** Undefined where helm failed by itself for a reason that no pod tells. */
  readonly diagnosis: Diagnosis | undefined;
  readonly failure: ActionError;
  readonly observation: Observation;
}

/** How the time until helm's end went. */
type Turn =
  | { readonly kind: 'exited'; readonly exit: Exit }
  | { readonly kind: 'verdict'; readonly diagnosis: Diagnosis }
  | { readonly kind: 'late' | 'stopped' };

/**
 * Runs `helm upgrade --install --wait`, watches with it what becomes of the pods, and ends it as
 * soon as the rollout provably cannot succeed. Helm's exit code proves little (measured: it is green
 * on four kinds of broken rollout): afterwards the pods are compared with what was asked for, and
 * watched on for a while.
 * @returns what runs, by container
 * @throws {RolloutError} with the cause; {ActionError} `helm-failed`, `cancelled`, `wrong-revision`
 */
export async function rollOut(
  input: RolloutInput,
  ports: RolloutPorts,
): Promise<readonly RunningImage[]> {
  const baseline = takeBaseline(ports.view.world);
  const run = await ports.helm.upgrade(input.upgrade);
  ports.onStarted(run.pid);
  const helm = { run, exited: run.exited.then((exit) => ({ kind: 'exited', exit }) as const) };
  const forward = (): void => run.signal('SIGINT');
  ports.stop.addEventListener('abort', forward, { once: true });
  if (ports.stop.aborted) forward();
  try {
    return await watchHelm(helm, baseline, input, ports);
  } finally {
    ports.stop.removeEventListener('abort', forward);
    // It ends within 50 ms and leaves the revision `failed`, never pending (measured, 3.18 and 4.2).
    run.signal('SIGTERM');
    await run.exited;
  }
}

async function watchHelm(
  helm: HelmChild,
  baseline: Plan['baseline'],
  input: RolloutInput,
  ports: RolloutPorts,
): Promise<readonly RunningImage[]> {
  const { phase } = ports;
  let observation: Observation | undefined;
  let early: Foresight = async () => undefined;
  try {
    const seen = await phase('upgrade', async () => {
      const written = await findRecord(helm, input, ports);
      const plan = planOf(input.namespace, written, baseline);
      await notAfter(input.deadline, ports.view.include(namespacesOf(plan)), ports);
      refuseBlind(plan, ports.view);
      observation = observe(plan, input.limits, ports);
      ports.onObserved(observation);
      early = foresee(observation, input, ports);
      await waitForHelm(helm, observation, input, ports);
      return observation;
    });
    const images = await phase('verify', async () => {
      const proven = await proveRollout(seen, early, input, ports);
      await requireOwn(seen.plan(), seen.world, ports);
      return proven;
    });
    await phase('settle', () => settle(seen, input, ports));
    await requireOwn(seen.plan(), seen.world, ports);
    return images;
  } catch (failure) {
    if (!(failure instanceof ActionError) || failure.code === 'cancelled') throw failure;
    const diagnosis = failure instanceof RolloutError ? failure.diagnosis : undefined;
    const shown = observation && (await ports.onFailure({ diagnosis, failure, observation }));
    throw shown === undefined ? failure : new RolloutError(shown);
  } finally {
    observation?.end();
  }
}

interface HelmChild {
  readonly run: HelmRun;
  readonly exited: Promise<Turn & { readonly kind: 'exited' }>;
}

const RECORD_POLL_MS = 100;
const FRESH_MS = 10_000;

/**
 * Waits until helm has written down the new revision: it does so before it changes anything else,
 * and this, not a second rendering, is what it will apply.
 */
async function findRecord(
  { exited }: HelmChild,
  { revision, deadline }: RolloutInput,
  { record, sleep, elapsed }: RolloutPorts,
): Promise<ReleaseRecord | undefined> {
  let ended = false;
  void exited.then(() => {
    ended = true;
  });
  for (;;) {
    // Asked before it is read: what was written before the end is then read after it.
    const last = ended || elapsed() > deadline;
    const found = await record(revision);
    if (found || last) return found;
    await Promise.race([sleep(RECORD_POLL_MS), exited]);
  }
}

function planOf(
  namespace: string,
  record: ReleaseRecord | undefined,
  baseline: Plan['baseline'],
): Plan {
  const { manifest = [], hooks = [] } = record ?? {};
  return { namespace, manifest, hooks, baseline };
}

const namespacesOf = ({ namespace, manifest, hooks }: Plan): readonly string[] => [
  ...new Set(
    [...manifest, ...hooks.map((hook) => hook.object)].map(
      (object) => object.metadata.namespace ?? namespace,
    ),
  ),
];

/** Without the right to read what rolls, nothing could be told of it until the time is up. */
function refuseBlind({ namespace, manifest }: Plan, view: View): void {
  const rolling = workloads(manifest, namespace);
  if (rolling.length === 0) return;
  const kinds = ['Pod', ...rolling.map(({ kind }) => kind)];
  if (rolling.some(({ kind }) => kind === 'Deployment')) kinds.push('ReplicaSet');
  const blind = view.lost().filter((kind) => kinds.includes(kind));
  if (blind.length === 0) return;
  throw new ActionError('cluster-refused', `These kinds cannot be read: ${blind.join(', ')}`, {
    hint: 'The deployer needs get and list on pods, replicasets and the workload kinds (docs/rights.md).',
  });
}

async function waitForHelm(
  { run, exited }: HelmChild,
  observation: Observation,
  { deadline, failFast, timeout }: RolloutInput,
  ports: RolloutPorts,
): Promise<void> {
  const { stop, elapsed } = ports;
  const watched = observation.until<Turn>(({ verdict, now }) => {
    if (stop.aborted) return { kind: 'stopped' };
    if (verdict && failFast) return { kind: 'verdict', diagnosis: verdict };
    return now > deadline ? { kind: 'late' } : undefined;
  });
  const turn = await Promise.race([exited, watched]);
  if (stop.aborted) {
    await exited;
    throw new ActionError('cancelled', `The run was cancelled; helm stopped: ${run.error()}`);
  }
  if (turn.kind === 'verdict') throw new RolloutError(turn.diagnosis);
  if (turn.kind === 'late') {
    throw new RolloutError(observation.explain(`not done within ${humanTime(timeout)}`));
  }
  if (turn.kind !== 'exited' || turn.exit.code === 0) return;
  // What helm says after our time is only that its own was over.
  if (elapsed() > deadline) {
    throw new RolloutError(observation.explain(`not done within ${humanTime(timeout)}`));
  }
  await freshen(elapsed() + FRESH_MS, ports);
  const { signal } = turn.exit;
  if (signal) {
    throw new ActionError('helm-failed', `helm was ended from outside, by ${signal}`, {
      hint: 'Is the runner short of memory? Its kernel ends programs then, and says so: dmesg.',
    });
  }
  if (WAIT_FAILURE.test(run.error())) throw new RolloutError(observation.explain(run.error()));
  throw new ActionError('helm-failed', run.error(), {
    hint: GONE.test(run.error())
      ? 'Somebody deleted it while it was deployed. Run this job again when nobody else works on the release.'
      : 'No pod is the cause: helm itself stopped. Its own words are above, under “What helm said”.',
  });
}

/** Helm gave up waiting, for pods, Jobs or hooks: the cluster knows why, helm does not. */
const WAIT_FAILURE =
  /context deadline exceeded|timed out waiting|not ready|Available: |job failed|BackoffLimitExceeded|DeadlineExceeded|(pre|post)-(install|upgrade) hooks? failed|resource .* failed/i;

/** An object of the release that helm had found or made a moment ago. */
const GONE = /UPGRADE FAILED: (?!update: )[\w.]+ "[^"]+" not found/;
