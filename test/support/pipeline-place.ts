import { randomBytes } from 'node:crypto';
import { roleBinding, trustedUser } from '../../src/cloud/trust.ts';
import { type Revision, readHistory } from '../../src/domain/history.ts';
import type { Notices } from '../../src/domain/notices.ts';
import { eventually } from './eventually.ts';
import { untilGranted } from './granted.ts';
import type { TestSandbox } from './sandbox.ts';

/** The namespace behind an environment, as its administrator sees it. */
export interface PipelinePlace {
  readonly namespace: string;
  /** Where the service answers from this machine. */
  readonly url: string;
  readonly kubectl: (...args: readonly string[]) => Promise<string>;
  /** What the page says, when the pods that were replaced are gone. */
  readonly page: () => Promise<string>;
  /** Digests of the images that the pods run, without duplicates. */
  readonly digests: () => Promise<readonly string[]>;
  /** All revisions of the release, oldest first. */
  readonly history: () => Promise<readonly Revision[]>;
  readonly notices: () => Promise<Notices>;
}

/**
 * A namespace with the RoleBinding of docs/login-direct.md and a Service that no deploy touches:
 * the cluster chooses its port, so that suites never collide.
 */
export async function openPipelinePlace(
  sandbox: TestSandbox,
  repositoryId: number,
  environment: string,
  release: string,
): Promise<PipelinePlace> {
  const namespace = `pipeline-${environment}-${randomBytes(3).toString('hex')}`;
  const kubectl = (...args: readonly string[]) =>
    sandbox.run(['kubectl', '--namespace', namespace, ...args]);
  await kubectl('create', 'namespace', namespace);
  const users = [environment, `${environment}-rollback`].map((name) =>
    trustedUser(String(repositoryId), name),
  );
  const manifest = `${roleBinding({ users, namespace })}---\n${doorOf(release)}`;
  await sandbox.run(['kubectl', '--namespace', namespace, 'apply', '--filename', '-'], manifest);
  for (const user of users) await untilGranted(sandbox, { user, namespace }, ['get', 'secrets']);
  const port = await kubectl('get', 'service', 'door', '-o', 'jsonpath={.spec.ports[0].nodePort}');
  const url = `http://${sandbox.environment.nodeIp}:${port}`;
  const get = async <T>(...args: readonly string[]): Promise<T> =>
    JSON.parse(await kubectl('get', ...args, '--output', 'json'));
  const pods = async () => (await get<PodList>('pods', '--selector', `app=${release}`)).items;
  /** A pod that was replaced answers for a moment more, as it should. */
  const leaversGone = async (): Promise<void> => {
    const leavers = (await pods()).filter(({ metadata }) => metadata.deletionTimestamp);
    const names = leavers.map(({ metadata }) => `pod/${metadata.name}`);
    if (names.length > 0) await kubectl('wait', '--for=delete', '--timeout=120s', ...names);
  };
  return {
    ...{ namespace, url, kubectl },
    page: async () => {
      await leaversGone();
      // The node may send a request to a pod that is gone for a moment more.
      const ask = () => fetch(url, { headers: { connection: 'close' } });
      const answer = await eventually(() => ask().catch(() => undefined));
      return (await answer.text()).trim();
    },
    digests: async () => {
      await leaversGone();
      const images = (await pods()).flatMap(({ spec }) =>
        spec.containers.map(({ image }) => image),
      );
      return [...new Set(images.map((image) => image.split('@')[1] ?? image))];
    },
    history: async () => {
      const { items } = await get<SecretList>(
        'secrets',
        '--selector',
        `owner=helm,name=${release}`,
      );
      return readHistory(items.map(({ metadata }) => metadata));
    },
    notices: async () => {
      const lease = await get<Lease>('lease', `deploy-actions.${release}`);
      return JSON.parse(lease.metadata.annotations['deploy-actions/notices'] ?? '');
    },
  };
}

interface PodList {
  readonly items: readonly {
    readonly metadata: { readonly name: string; readonly deletionTimestamp?: string };
    readonly spec: { readonly containers: readonly { readonly image: string }[] };
  }[];
}

interface SecretList {
  readonly items: readonly {
    readonly metadata: { readonly labels?: Readonly<Record<string, string>> };
  }[];
}

interface Lease {
  readonly metadata: { readonly annotations: Readonly<Record<string, string>> };
}

const doorOf = (release: string): string => `apiVersion: v1
kind: Service
metadata: { name: door }
spec:
  type: NodePort
  selector: { app: ${release} }
  ports: [{ port: 80, targetPort: 8080 }]
`;
