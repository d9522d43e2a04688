import type { KubeObject } from '../../../src/domain/manifest.ts';
import {
  condition,
  daemonSet,
  deployment,
  event,
  exited,
  type PodOptions,
  pod,
  replicaSet,
  running,
  statefulSet,
  waiting,
  webPod,
} from './cluster-objects.ts';
import { play, type Scene } from './play.ts';

// What looks like trouble and is none. A false alarm is worse than a late one: it undoes a good
// version. The times are those of recordings on a real cluster.

interface Healthy {
  readonly name: string;
  readonly before?: readonly KubeObject[];
  readonly manifest?: readonly KubeObject[];
  readonly scenes: readonly Scene[];
}

const before: readonly KubeObject[] = [
  deployment('web', { generation: 1, image: 'ghcr.io/acme/web:1' }),
  replicaSet('web', 1),
  pod('web-old', ['ReplicaSet', 'web-rs1'], { ready: 0, image: 'ghcr.io/acme/web:1' }),
];
const web = deployment('web');
const rolled = deployment('web', { status: { availableReplicas: 1 } });
const oldPod = (options: PodOptions) => pod('web-old', ['ReplicaSet', 'web-rs1'], options);
const gone = [oldPod({ deleting: true })];
const made: Scene = [0, [web, replicaSet('web', 1), replicaSet('web', 2)]];
const creating = webPod('web-a', { state: waiting('ContainerCreating') });
const started = webPod('web-a', { state: running(2) });
/** From when the new pod is ready to the old one's end. */
const end = (seconds: number, restarts = 0): readonly Scene[] => [
  [seconds, [webPod('web-a', { ready: seconds, restarts })]],
  [seconds + 1, [rolled, oldPod({ deleting: true, ready: 0 })]],
  [seconds + 5, [], gone],
];
const about = (reason: string, message: string, count: number, seconds: number) =>
  event(creating, reason, message, { container: 'web', count, seconds });

const cases: readonly Healthy[] = [
  {
    name: 'a start of 60 s with readiness failures all along',
    scenes: [
      made,
      [2, [started]],
      ...[4, 14, 24, 34, 44, 54].map(
        (seconds, index): Scene => [
          seconds,
          [
            about(
              'Unhealthy',
              'Readiness probe failed: HTTP probe failed with statuscode: 503',
              index * 4 + 1,
              seconds,
            ),
          ],
        ],
      ),
      ...end(60),
    ],
  },
  {
    name: 'old pods that take 35 s to end, and end badly',
    scenes: [
      made,
      [2, [webPod('web-a', { ready: 2 })]],
      [3, [rolled, oldPod({ deleting: true, ready: 0 })]],
      [
        4,
        [
          event(gone[0] as KubeObject, 'Unhealthy', 'Readiness probe failed: connection refused', {
            container: 'web',
            count: 9,
          }),
        ],
      ],
      [37, [oldPod({ deleting: true, phase: 'Failed', state: exited(137, 0, 37) })]],
      [38, [], gone],
    ],
  },
  {
    name: 'a pull that fails once with 503',
    scenes: [
      made,
      [
        3,
        [
          about(
            'Failed',
            'Failed to pull image "ghcr.io/acme/web:2": unexpected status from HEAD request to https://ghcr.io/v2/: 503 Service Unavailable',
            1,
            3,
          ),
          webPod('web-a', { state: waiting('ErrImagePull', '503 Service Unavailable') }),
        ],
      ],
      [
        4,
        [
          webPod('web-a', {
            state: waiting('ImagePullBackOff', 'Back-off pulling image "ghcr.io/acme/web:2"'),
          }),
        ],
      ],
      ...end(20),
    ],
  },
  {
    name: 'a new pod that is evicted and replaced',
    scenes: [
      made,
      [2, [started]],
      [9, [webPod('web-a', { phase: 'Failed', reason: 'Evicted', state: exited(137, 2, 9) })]],
      [10, [webPod('web-b', { state: running(10) })]],
      [25, [webPod('web-b', { ready: 25 })]],
      [26, [rolled, oldPod({ deleting: true, ready: 0 })]],
      [31, [], gone],
    ],
  },
  {
    name: 'a node that goes away with the new pod on it',
    scenes: [
      made,
      [
        2,
        [
          webPod('web-a', {
            state: running(2),
            conditions: [condition('DisruptionTarget', 'True', 'DeletionByTaintManager')],
          }),
        ],
      ],
      [60, [webPod('web-a', { deleting: true })]],
      [61, [webPod('web-b', { node: 'node-2', ready: 61 })]],
      [62, [rolled, oldPod({ deleting: true, ready: 0 })]],
      [65, [], [...gone, webPod('web-a', { deleting: true })]],
    ],
  },
  {
    name: 'one crash, then up',
    scenes: [
      made,
      [2, [webPod('web-a', { state: exited(1, 1, 2) })]],
      [3, [webPod('web-a', { restarts: 1, state: running(3), lastState: exited(1, 1, 2) })]],
      ...end(5, 1),
    ],
  },
  {
    name: 'one kill by a liveness probe, then up',
    scenes: [
      made,
      [2, [started]],
      [12, [about('Killing', 'Container web failed liveness probe, will be restarted', 1, 12)]],
      [13, [webPod('web-a', { restarts: 1, state: running(13), lastState: exited(137, 2, 13) })]],
      ...end(20, 1),
    ],
  },
  {
    name: 'a Secret that an operator brings 12 s late',
    scenes: [
      made,
      [
        2,
        [
          webPod('web-a', {
            state: waiting('CreateContainerConfigError', 'secret "late" not found'),
          }),
        ],
      ],
      [14, [started]],
      ...end(16),
    ],
  },
  {
    name: 'an admission webhook that is down for 12 s',
    scenes: [
      [
        0,
        [
          web,
          replicaSet('web', 1),
          replicaSet('web', 2, [
            condition(
              'ReplicaFailure',
              'True',
              'FailedCreate',
              'Internal error occurred: failed calling webhook "inject.mesh.test": failed to call webhook: Post "https://inject": dial tcp: connect: connection refused',
            ),
          ]),
        ],
      ],
      [22, [replicaSet('web', 2), started]],
      ...end(25),
    ],
  },
  {
    name: 'cpu that becomes free when old pods end',
    scenes: [
      made,
      [
        1,
        [
          webPod('web-a', {
            unscheduled:
              '0/1 nodes are available: 1 Insufficient cpu. preemption: 0/1 nodes are available: 1 No preemption victims found for incoming pod.',
          }),
        ],
      ],
      ...end(45),
    ],
  },
  {
    name: 'a scale-up of 90 s, as the cluster autoscaler tells it',
    scenes: [
      made,
      [
        1,
        [
          webPod('web-a', {
            unscheduled:
              "0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector. preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.",
          }),
        ],
      ],
      [
        4,
        [
          event(creating, 'TriggeredScaleUp', 'pod triggered scale-up: [{pool 0->1 (max: 5)}]', {
            seconds: 4,
            type: 'Normal',
          }),
        ],
      ],
      [
        70,
        [
          webPod('web-a', {
            unscheduled:
              "0/4 nodes are available: 1 node(s) had untolerated taint {node.kubernetes.io/not-ready: }, 3 node(s) didn't match. preemption: 0/4 nodes are available: 4 Preemption is not helpful for scheduling.",
          }),
        ],
      ],
      [90, [creating]],
      ...end(95),
    ],
  },
  {
    name: 'a volume that its last owner lets go of after 40 s',
    scenes: [
      made,
      [
        2,
        [
          creating,
          event(
            creating,
            'FailedAttachVolume',
            'Multi-Attach error for volume "pvc-1" Volume is already used by pod(s) web-old',
            { count: 1 },
          ),
        ],
      ],
      [
        30,
        [
          event(
            creating,
            'FailedAttachVolume',
            'Multi-Attach error for volume "pvc-1" Volume is already used by pod(s) web-old',
            { count: 4 },
          ),
        ],
      ],
      ...end(42),
    ],
  },
  {
    name: 'a network plugin that needs a minute',
    scenes: [
      made,
      [2, [creating]],
      ...[3, 17, 31, 45].map(
        (seconds, index): Scene => [
          seconds,
          [
            event(
              creating,
              'FailedCreatePodSandBox',
              'Failed to create pod sandbox: plugin type="aws-cni" failed (add)',
              { count: index + 1, seconds },
            ),
          ],
        ],
      ),
      ...end(60),
    ],
  },
  {
    name: 'an injected sidecar that is ready before the application',
    scenes: [made, [2, [started]], ...end(20)],
  },
  {
    name: 'a Deployment that its chart pauses',
    manifest: [deployment('web', { spec: { paused: true } })],
    scenes: [
      [1, [deployment('web', { revision: 1, spec: { paused: true } })]],
      [90, []],
    ],
  },
  {
    name: 'a Deployment that is scaled to zero',
    scenes: [
      [1, [deployment('web', { replicas: 0 }), replicaSet('web', 2), oldPod({ deleting: true })]],
      [9, [], gone],
    ],
  },
  {
    name: 'a StatefulSet that is updated on delete',
    before: [
      statefulSet('db', { generation: 1 }),
      pod('db-0', ['StatefulSet', 'db'], {
        ready: 0,
        labels: { 'controller-revision-hash': 'db-1' },
      }),
    ],
    manifest: [statefulSet('db', { spec: { updateStrategy: { type: 'OnDelete' } } })],
    scenes: [
      [1, [statefulSet('db', { spec: { updateStrategy: { type: 'OnDelete' } } })]],
      [90, []],
    ],
  },
  {
    name: 'a StatefulSet whose pod is recreated under its name',
    before: [
      statefulSet('db', { generation: 1 }),
      pod('db-0', ['StatefulSet', 'db'], {
        ready: 0,
        labels: { 'controller-revision-hash': 'db-1' },
      }),
    ],
    manifest: [statefulSet('db')],
    scenes: [
      [
        1,
        [
          statefulSet('db'),
          pod('db-0', ['StatefulSet', 'db'], {
            deleting: true,
            labels: { 'controller-revision-hash': 'db-1' },
          }),
        ],
      ],
      [
        3,
        [
          event(
            statefulSet('db'),
            'FailedCreate',
            'create Pod db-0 in StatefulSet db failed error: object is being deleted: pods "db-0" already exists',
            { seconds: 3 },
          ),
        ],
      ],
      [32, [], [pod('db-0', ['StatefulSet', 'db'], { deleting: true })]],
      [
        33,
        [
          event(
            statefulSet('db'),
            'SuccessfulCreate',
            'create Pod db-0 in StatefulSet db successful',
            { seconds: 33, type: 'Normal' },
          ),
          pod('db-0', ['StatefulSet', 'db'], {
            ready: 40,
            labels: { 'controller-revision-hash': 'db-2' },
          }),
          statefulSet('db', { status: { availableReplicas: 1 } }),
        ],
      ],
    ],
  },
  {
    name: 'a DaemonSet that rolls from node to node',
    before: [
      daemonSet('log', { generation: 1, replicas: 2 }),
      ...['1', '2'].map((node) =>
        pod(`log-old-${node}`, ['DaemonSet', 'log'], {
          ready: 0,
          node: `node-${node}`,
          labels: { 'pod-template-generation': '1' },
        }),
      ),
    ],
    manifest: [daemonSet('log', { replicas: 2 })],
    scenes: ['1', '2'].flatMap((node, index): Scene[] => [
      [
        1 + index * 30,
        [daemonSet('log', { replicas: 2 })],
        [pod(`log-old-${node}`, ['DaemonSet', 'log'])],
      ],
      [
        2 + index * 30,
        [
          pod(`log-new-${node}`, ['DaemonSet', 'log'], {
            node: `node-${node}`,
            state: waiting('ContainerCreating'),
            labels: { 'pod-template-generation': '2' },
          }),
        ],
      ],
      [
        25 + index * 30,
        [
          pod(`log-new-${node}`, ['DaemonSet', 'log'], {
            node: `node-${node}`,
            ready: 25,
            labels: { 'pod-template-generation': '2' },
          }),
          daemonSet('log', { replicas: 2, status: { numberAvailable: index + 1 } }),
        ],
      ],
    ]),
  },
];

describe('no verdict, and done at the end', () => {
  test.each(cases)('$name', (healthy) => {
    const manifest = healthy.manifest ?? [web];
    const played = play({ before, manifest, ...healthy }, healthy.scenes);
    expect(played.verdict).toBeUndefined();
    expect(
      played.assessment.workloads.map(({ note, phase }) => ({ note, phase })),
    ).not.toContainEqual({
      note: expect.any(String),
      phase: expect.stringMatching(/rolling|waiting/),
    });
    expect(played.assessment.done).toBe(true);
  });

  test.each(cases)('$name, seen by a poll every 3 s', (healthy) => {
    const manifest = healthy.manifest ?? [web];
    const polled = healthy.scenes.map(
      ([seconds, ...rest]): Scene => [Math.ceil(seconds / 3) * 3, ...rest],
    );
    expect(play({ before, manifest, ...healthy }, polled).verdict).toBeUndefined();
  });
});
