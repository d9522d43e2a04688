import { type Conflict, type FileDraft, present, unknownName } from './conflict.ts';
import { findCycle } from './cycle.ts';

/** Services that other keys name and that are not there; services that wait for themselves. */
export function serviceConflicts(file: FileDraft): readonly Conflict[] {
  const { services, release, environments = {} } = file;
  if (services === undefined) return [];
  const names = Object.keys(services);
  const dependsOn = (name: string): readonly string[] => present(services[name]?.dependsOn);
  const unknown = names.flatMap((name) =>
    dependsOn(name).flatMap((other, index) =>
      unknownName('service', other, names, ['services', name, 'depends-on', index]),
    ),
  );
  const images = (paths: object | undefined, path: readonly string[]): readonly Conflict[] =>
    Object.keys(paths ?? {})
      .flatMap((name) => unknownName('service', name, names, [...path, 'images', name]))
      .map((conflict) => ({ ...conflict, atKey: true }));
  const cycle = findCycle(names, dependsOn);
  return [
    ...unknown,
    ...images(release?.images, ['release']),
    ...Object.entries(environments).flatMap(([name, environment]) =>
      images(environment?.release?.images, ['environments', name, 'release']),
    ),
    ...(cycle
      ? [
          {
            path: ['services', cycle[0] ?? '', 'depends-on'],
            message: `goes in a circle: ${cycle.join(' → ')}`,
          },
        ]
      : []),
  ];
}
