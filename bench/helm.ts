import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { type Timed, timeCommand } from './command.ts';
import type { Place } from './place.ts';

export interface HelmUpgrade {
  readonly release: string;
  readonly chart: string;
  /** YAML, given on stdin as our action does. */
  readonly values: string;
  readonly timeoutSeconds?: number;
  /** Instead of the place's. */
  readonly kubeconfig?: string;
}

/** Bare `helm upgrade --install --wait`, with the wait strategy that our action names. */
export async function helmUpgrade(place: Place, upgrade: HelmUpgrade): Promise<Timed> {
  const { release, chart, values, timeoutSeconds = 300, kubeconfig } = upgrade;
  return helm(
    place,
    [
      ...['upgrade', release, chart, '--install', '--wait=legacy', '--values', '-'],
      ...['--timeout', `${timeoutSeconds}s`, '--history-max', '20'],
    ],
    { input: values, ...(kubeconfig && { kubeconfig }) },
  );
}

/** Helm without us, with a HOME of its own: a job on a fresh runner has no cache of the API either. */
export async function helm(
  place: Place,
  args: readonly string[],
  options: { readonly input?: string; readonly kubeconfig?: string } = {},
): Promise<Timed> {
  const home = await mkdtemp(join(place.folder, 'home-'));
  const { input, kubeconfig = place.kubeconfig } = options;
  const where = ['--namespace', place.namespace.name, '--kubeconfig', kubeconfig];
  return timeCommand(['helm', ...args, ...where], {
    env: { PATH: place.path, HOME: home, LANG: 'C.UTF-8' },
    ...(input !== undefined && { input }),
  });
}

/** @throws {Error} with what helm said, when it did not succeed: nothing can be compared then */
export function mustSucceed(timed: Timed): Timed {
  if (timed.code === 0) return timed;
  throw new Error(`helm ended with ${timed.code}: ${timed.lines.slice(-5).join('\n')}`);
}

/** What helm said went wrong, shortened for a table. */
export const helmError = (timed: Timed): string =>
  timed.lines
    .filter((line) => line.startsWith('Error: '))
    .at(-1)
    ?.slice(7, 160) ?? 'nothing';
