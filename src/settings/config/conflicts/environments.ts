import { type Conflict, type FileDraft, present, unknownName } from './conflict.ts';
import { findCycle } from './cycle.ts';

/** Environments whose names clash, that share one release, or whose requirements cannot be met. */
export const environmentConflicts = (file: FileDraft): readonly Conflict[] => [
  ...nameConflicts(file),
  ...sameRelease(file),
  ...requireConflicts(file),
];

/** GitHub makes one environment of names that differ in case; some names we use ourselves. */
function nameConflicts({ environments = {} }: FileDraft): readonly Conflict[] {
  const names = Object.keys(environments);
  return names.flatMap((name, index) => {
    const lower = name.toLowerCase();
    const twin = names.slice(0, index).find((other) => other.toLowerCase() === lower);
    const base = names.find((other) => lower === `${other.toLowerCase()}-rollback`);
    const messages = [
      ...(twin ? [`is the same environment as ${twin} for GitHub`] : []),
      ...(base ? [`is the environment in which ${base} is rolled back`] : []),
      ...(lower === 'promote' ? ['is the environment in which branches are moved'] : []),
    ];
    return messages.map((message) => ({
      path: ['environments', name],
      atKey: true as const,
      message,
      hint: 'choose another name',
    }));
  });
}

/** Without `cluster` the kubeconfig decides, and it may be another one for each job. */
function sameRelease({ name, release, environments = {} }: FileDraft): readonly Conflict[] {
  const releases = Object.entries(environments).flatMap(([environment, it]) =>
    it?.cluster === undefined || it.namespace === undefined
      ? []
      : [
          {
            environment,
            id: [it.cluster, it.namespace, it.release?.name ?? release?.name ?? name],
          },
        ],
  );
  return releases.flatMap(({ environment, id }, index) => {
    const other = releases.slice(0, index).find((before) => before.id.join() === id.join());
    if (!other) return [];
    return [
      {
        path: ['environments', environment, 'namespace'],
        message: `makes it the release of ${other.environment}: cluster, namespace and release name are equal`,
      },
    ];
  });
}

function requireConflicts({ environments }: FileDraft): readonly Conflict[] {
  if (environments === undefined) return [];
  const names = Object.keys(environments);
  const pass = (name: string): readonly string[] => present(environments[name]?.require?.pass);
  const cycle = findCycle(names, pass);
  return [
    ...names.flatMap((name) => {
      const path = ['environments', name, 'require'];
      const { minAge = 0, maxAge = Number.POSITIVE_INFINITY } = environments[name]?.require ?? {};
      return [
        ...pass(name).flatMap((other, index) =>
          unknownName('environment', other, names, [...path, 'pass', index]),
        ),
        ...(minAge > maxAge
          ? [{ path: [...path, 'min-age'], message: 'is longer than max-age: nothing could pass' }]
          : []),
      ];
    }),
    ...(cycle
      ? [
          {
            path: ['environments', cycle[0] ?? '', 'require', 'pass'],
            message: `goes in a circle: ${cycle.join(' → ')}`,
          },
        ]
      : []),
  ];
}
