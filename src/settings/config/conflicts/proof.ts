import { type Conflict, type FileDraft, present } from './conflict.ts';

/**
 * An environment that lets something on must be able to prove it. Without any rule its verdict
 * would always be `inconclusive`, and the flow would be stuck on its second day.
 */
export function proofConflicts({ flow = [], environments = {} }: FileDraft): readonly Conflict[] {
  const leadsTo = new Map<string, string>();
  for (const entry of flow) {
    const deploy = present(entry?.deploy);
    for (const [index, name] of deploy.entries()) {
      const next = deploy[index + 1] ?? (entry?.promoteTo && `branch ${entry.promoteTo}`);
      if (next !== undefined && !leadsTo.has(name)) leadsTo.set(name, next);
    }
  }
  for (const [name, environment] of Object.entries(environments)) {
    for (const needed of present(environment?.require?.pass)) {
      if (!leadsTo.has(needed)) leadsTo.set(needed, name);
    }
  }
  return [...leadsTo].flatMap(([name, next]) => {
    const environment = environments[name];
    // One that is not there or could not be read at all is told elsewhere.
    if (environment === undefined || canProve(environment)) return [];
    return [
      {
        path: ['environments', name],
        atKey: true,
        message: `proves nothing, and what passes here goes on to ${next}`,
        hint: 'give it e2e or probes; or say proof: rollout when a verified rollout is proof enough',
      },
    ];
  });
}

/** A key that was refused is there, too: it was meant. */
const canProve = (environment: { readonly probes?: readonly unknown[] | undefined }): boolean =>
  'e2e' in environment || 'proof' in environment || environment.probes?.length !== 0;
