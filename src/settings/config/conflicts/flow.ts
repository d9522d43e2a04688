import { type Conflict, type FileDraft, present, unknownName } from './conflict.ts';
import { findCycle } from './cycle.ts';

/** Entries that cannot be meant: twice the same start, unknown environments, endless promotions. */
export const flowConflicts = (file: FileDraft): readonly Conflict[] => [
  ...startConflicts(file),
  ...deployConflicts(file),
  ...promotionConflicts(file),
];

function startConflicts({ flow = [] }: FileDraft): readonly Conflict[] {
  const starts = flow.map((entry) =>
    entry?.push === undefined ? entry?.tag && `tag ${entry.tag}` : `push ${entry.push}`,
  );
  return starts.flatMap((start, index) =>
    start === undefined || starts.indexOf(start) === index
      ? []
      : [{ path: ['flow', index], message: `${start} has an entry before this one` }],
  );
}

function deployConflicts({ flow = [], environments }: FileDraft): readonly Conflict[] {
  return flow.flatMap((entry, index) => {
    const path = ['flow', index, 'deploy'];
    const deploy = present(entry?.deploy);
    // What pipeline.yml has jobs for: two environments, and a last one that waits for approval.
    const most = entry && 'promoteTo' in entry ? 2 : 3;
    const limit = most === 2 ? 'with promote-to at most 2' : 'at most 3';
    return [
      ...(environments
        ? deploy.flatMap((name, i) =>
            unknownName('environment', name, Object.keys(environments), [...path, i]),
          )
        : []),
      ...(deploy.length > most
        ? [{ path: [...path, most], message: `is one too many: ${limit} environments an entry` }]
        : []),
    ];
  });
}

/** A promotion that comes back to where it started would run for ever. */
function promotionConflicts({ flow = [] }: FileDraft): readonly Conflict[] {
  const next = (branch: string): readonly string[] =>
    present(flow.filter((entry) => entry?.push === branch).map((entry) => entry?.promoteTo));
  return flow.flatMap((entry, index) => {
    const { push, promoteTo } = entry ?? {};
    if (push === undefined || promoteTo === undefined) return [];
    const cycle = findCycle([push], next);
    if (!cycle?.includes(push)) return [];
    const path = ['flow', index, 'promote-to'];
    return [{ path, message: `comes back to where it started: ${cycle.join(' → ')}` }];
  });
}
