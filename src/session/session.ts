import { join } from 'node:path';
import { type ClusterAccess, type LoginPorts, login } from '../cloud/login.ts';
import type { LoginSettings } from '../cloud/login-inputs.ts';
import { explainRefusal } from '../cloud/refusal.ts';
import { type Cluster, connect } from '../cluster/connect.ts';
import { openLog, readLog } from '../cluster/logs.ts';
import { isPresent } from '../cluster/present.ts';
import { readReleaseRecord, settlePending } from '../cluster/release-record.ts';
import { labelRevision, readReleaseHistory } from '../cluster/releases.ts';
import { type Rights, readRights } from '../cluster/rights.ts';
import { readRunning, readStates } from '../cluster/running.ts';
import { type Board, openBoard } from '../records/board.ts';
import type { AwaitPorts } from '../release/await-revision.ts';
import type { View } from '../release/observe.ts';
import type { VerifyPorts } from '../release/verify.ts';
import { childEnvironment } from '../tools/child-environment.ts';
import type { Clock } from '../tools/clock.ts';
import type { Exec } from '../tools/exec.ts';
import { createHelm, type Helm } from '../tools/helm.ts';
import type { StartProcess } from '../tools/process.ts';
import { makeScratch } from '../tools/scratch.ts';
import { openView } from './view.ts';

/** Everything an action that works on a release needs of the outside world. */
export interface SessionPorts extends LoginPorts, Clock {
  readonly exec: Exec;
  readonly startProcess: StartProcess;
  readonly info: (line: string) => void;
  /** Aborted when the user cancels the run. */
  readonly cancelled: AbortSignal;
}

/** Which release, and how to reach its cluster. */
export interface SessionSettings extends LoginSettings {
  readonly release: string;
  readonly namespace: string;
  readonly tools?: Tools;
}

/** Paths of programs to use instead of those on PATH. */
export interface Tools {
  readonly helm?: string | undefined;
  readonly kubectl?: string | undefined;
}

/** All that talks to the cluster, bound to one release: opened once, used by every step. */
export interface Session {
  readonly cluster: Cluster;
  readonly helm: Helm;
  readonly board: Board;
  readonly reads: Pick<VerifyPorts, 'history' | 'running' | 'states'> & {
    /** Of the newest revision. */
    readonly manifest: Helm['manifest'];
  } & Pick<AwaitPorts, 'record' | 'present'>;
  /** Writes labels on a revision of the release. */
  readonly label: (
    revision: number,
    labels: Readonly<Record<string, string | null>>,
  ) => Promise<void>;
  /** Calls a revision that is pending failed, as helm would have; false when it is not pending. */
  readonly settlePending: (revision: number, description: string) => Promise<boolean>;
  /** What we may do in the namespace, beside what helm needs. */
  readonly rights: () => Promise<Rights>;
  /** Logs of containers. */
  readonly log: {
    readonly read: (at: Parameters<typeof readLog>[1]) => ReturnType<typeof readLog>;
    readonly open: (
      at: Parameters<typeof openLog>[1],
      onLine: (line: string) => void,
    ) => ReturnType<typeof openLog>;
  };
  /** What becomes of the pods; opened by the first who asks, closed with the session. */
  readonly view: () => Promise<View>;
  /** A private folder of this run, removed in post. */
  readonly scratch: string;
}

/** Measures one named phase of an action. */
export type Phase = <T>(name: string, body: () => Promise<T>) => Promise<T>;

/**
 * Logs in, connects, runs `body`, and closes the connection whatever happens.
 * @param early called while the connection is still being made
 */
export async function withSession(
  settings: SessionSettings,
  phase: Phase,
  ports: SessionPorts,
  body: (session: Session) => Promise<void>,
  early: (place: Pick<Session, 'helm' | 'scratch'>) => void = () => {},
): Promise<void> {
  const access = await phase('login', () => login(settings, ports));
  const opened = await phase('connect', () => openSession(access, settings, ports, early));
  const { cluster } = opened;
  ports.info(`Connected as ${cluster.identity.username}`);
  let view: Promise<View> | undefined;
  try {
    await body({
      ...opened,
      view: () => {
        view ??= openView(cluster, settings.namespace, ports);
        return view;
      },
    });
  } finally {
    (await view?.catch(() => undefined))?.close();
    await cluster.close();
  }
}

/** What needs helm only is begun while the connection to the API server comes up. */
async function openSession(
  access: ClusterAccess,
  { release, namespace, tools = {} }: SessionSettings,
  ports: SessionPorts,
  early: (place: Pick<Session, 'helm' | 'scratch'>) => void,
): Promise<Omit<Session, 'view'>> {
  const scratch = await makeScratch(ports.tempFolder, ports.saveState);
  // kubectl and helm would write their cache of the API's kinds below HOME.
  const env = childEnvironment(ports.env, { KUBECACHEDIR: join(scratch, 'kube') });
  const place = {
    kubeconfig: access.kubeconfig,
    ...(access.context && { context: access.context }),
    env,
  };
  const { helm: command, kubectl } = tools;
  const connecting = connect(
    { ...place, ...(kubectl && { kubectl }), folder: scratch, cancelled: ports.cancelled },
    ports,
  );
  const helm = createHelm({ ...place, ...(command && { command }), release, namespace }, ports);
  early({ helm, scratch });
  const cluster = await connecting.catch((error: unknown) => {
    throw explainRefusal(access, error);
  });
  return {
    cluster,
    scratch,
    helm,
    board: openBoard(cluster.call, namespace, release, ports.sleep),
    reads: {
      history: () => readReleaseHistory(cluster, namespace, release),
      manifest: helm.manifest,
      running: (refs) => readRunning(cluster, refs),
      states: (refs) => readStates(cluster, refs),
      present: (where, need) => isPresent(cluster, where, need),
      record: (revision) => readReleaseRecord(cluster, { namespace, release, revision }),
    },
    rights: () => readRights(cluster, namespace),
    log: {
      read: (at) => readLog(cluster, at),
      open: (at, onLine) => openLog(cluster, at, onLine),
    },
    settlePending: (revision, description) =>
      settlePending(cluster, { namespace, release, revision }, description),
    label: (revision, labels) => labelRevision(cluster, { namespace, release, revision }, labels),
  };
}
