import type { DryRun } from '../cluster/dry-run.ts';
import type { LiveState } from '../cluster/live-states.ts';
import type { Hook } from '../domain/assessment.ts';
import type { CheckFinding } from '../domain/check-finding.ts';
import { type Coming, runsIn } from '../domain/coming-objects.ts';
import type { Compared } from '../domain/diff.ts';
import { foldNotChecked } from '../domain/fold-not-checked.ts';
import { asFreshHook } from '../domain/fresh-hook.ts';
import { judgeHeld } from '../domain/held-rollout.ts';
import { asApplied, judgeOwnership } from '../domain/helm-metadata.ts';
import type { KubeObject } from '../domain/manifest.ts';
import { objectKey } from '../domain/object-key.ts';
import { judgeSize } from '../domain/release-size.ts';
import { type AllowedRemoval, judgeRemoval, removalBetween } from '../domain/removal.ts';
import { type Located, type RightNeeded, rightsNeeded } from '../domain/rights-needed.ts';
import { type ApplyOptions, asHelmMeets, judgeDryRun } from '../domain/trial-findings.ts';
import { type TryPodsPorts, tryPods } from './try-pods.ts';

export interface PreflightInput extends ApplyOptions {
  readonly release: string;
  readonly coming: Coming;
  /** The manifest of the revision that is live, of which helm takes away what is no more. */
  readonly before: readonly KubeObject[];
  /** The history is full. */
  readonly prunes: boolean;
  readonly dryRun: boolean;
  readonly access: boolean;
  /** Data whose removal is meant. */
  readonly allowDelete: readonly AllowedRemoval[];
  readonly takeOwnership: boolean;
  /** Bytes of Helm's record as it would be stored (`recordBytes`); undefined where nobody knows. */
  readonly recordBytes: number | undefined;
}

export interface PreflightPorts extends TryPodsPorts {
  readonly readLive: (objects: readonly KubeObject[]) => Promise<readonly LiveState[]>;
  readonly dryRun: (objects: readonly KubeObject[]) => Promise<readonly DryRun[]>;
  readonly checkReferences: (coming: Coming) => Promise<readonly CheckFinding[]>;
  readonly checkAccess: (needed: readonly RightNeeded[]) => Promise<readonly CheckFinding[]>;
}

export interface Preflight {
  readonly findings: readonly CheckFinding[];
  /** Every object of the manifest, for the diff. */
  readonly compared: readonly Compared[];
  /** What helm would delete. */
  readonly removed: readonly KubeObject[];
}

/**
 * Everything that the cluster can say about a release before anything is changed. What does not
 * depend on each other is asked at the same time; what could not be asked is a finding
 * `not-checked`. Never throws for what the cluster says.
 */
export async function preflight(input: PreflightInput, ports: PreflightPorts): Promise<Preflight> {
  const { coming, release } = input;
  const { namespace } = coming;
  const manifest = asApplied(coming.manifest, { release, namespace });
  const hooks = coming.hooks.filter((hook) => runsIn(hook, coming));
  const gone = removalBetween(input.before, manifest, namespace, () => undefined).removed;
  const [references, live, tried, triedHooks] = await Promise.all([
    input.dryRun ? ports.checkReferences(coming) : [],
    readAll([manifest, gone, hooks.map(({ object }) => object)], ports),
    dryRunAsHelm(manifest, input, ports),
    input.dryRun ? ports.dryRun(hooks.map(asFreshHook)) : [],
  ]);
  const [manifestLive = [], goneLive = [], hooksLive = []] = live;
  const compared = compare(input, manifest, manifestLive, tried);
  const undertaking = {
    ...{ namespace, serverSide: input.serverSide, prunes: input.prunes },
    applied: located(manifest, manifestLive),
    removed: located(gone, goneLive),
    hooks: hooks.flatMap((hook, index) =>
      located([hook.object], hooksLive.slice(index, index + 1)).map((one) => ({ ...one, hook })),
    ),
  };
  const [access, pods] = await Promise.all([
    input.access ? ports.checkAccess(rightsNeeded(undertaking)) : [],
    input.dryRun ? tryPods(compared.filter(isValid(tried)), hooks, coming, ports) : [],
  ]);
  const removal = removalBetween(input.before, manifest, namespace, (object) =>
    objectOf(goneLive[gone.indexOf(object)]),
  );
  const dryRuns = [...tried, ...underOwnName(triedHooks, hooks)].flatMap((run) => run.findings);
  const findings = [
    ...judgeRemoval(removal, input.allowDelete),
    ...(input.recordBytes === undefined ? [] : judgeSize(input.recordBytes)),
    ...(input.dryRun ? ownership(input, compared) : []),
    ...references,
    ...(input.dryRun ? judgeDryRun(dryRuns, coming, input) : []),
    ...(input.dryRun ? judgeHeld(compared) : []),
    ...pods,
    ...access,
  ];
  return { findings: foldNotChecked(findings), compared, removed: removal.removed };
}

async function dryRunAsHelm(
  manifest: readonly KubeObject[],
  options: ApplyOptions,
  { dryRun }: PreflightPorts,
): Promise<readonly DryRun[]> {
  const runs = await dryRun(manifest);
  return runs.map((run) => ({ ...run, findings: asHelmMeets(run.findings, options) }));
}

/** Reads several lists at once, and keeps them apart. */
const readAll = (
  lists: readonly (readonly KubeObject[])[],
  { readLive }: PreflightPorts,
): Promise<readonly (readonly LiveState[])[]> => Promise.all(lists.map(readLive));

const objectOf = (state: LiveState | undefined): KubeObject | undefined =>
  state?.state === 'live' ? state.object : undefined;

function compare(
  { before, coming }: PreflightInput,
  manifest: readonly KubeObject[],
  live: readonly LiveState[],
  tried: readonly DryRun[],
): readonly Compared[] {
  const key = (object: KubeObject): string => objectKey(object, coming.namespace);
  const recorded = new Map(before.map((object) => [key(object), object] as const));
  return manifest.map((wanted, index) => {
    const state = live[index];
    const isAbsent = state?.state === 'absent' || state?.state === 'unserved';
    return {
      wanted,
      live: objectOf(state) ?? (isAbsent ? 'absent' : 'unknown'),
      result: tried[index]?.result,
      recorded: recorded.get(key(wanted)),
    };
  });
}

/** Objects whose kind the API server knows. */
const located = (
  objects: readonly KubeObject[],
  states: readonly LiveState[],
): readonly Located[] =>
  objects.flatMap((object, index) => {
    const state = states[index];
    if (state === undefined || state.state === 'unserved' || !state.place) return [];
    const { plural, namespaced } = state.place;
    const live = state.state === 'not-checked' ? undefined : state.state === 'live';
    return [{ object, plural, namespaced, live }];
  });

/** Not those whose own dry run has told already what is wrong with their template. */
const isValid =
  (tried: readonly DryRun[]) =>
  (_: Compared, index: number): boolean =>
    !tried[index]?.findings.some(({ kind }) => kind === 'invalid');

/** Only what the release did not have before can be somebody else's. */
const ownership = (
  { release, coming, takeOwnership }: PreflightInput,
  compared: readonly Compared[],
): readonly CheckFinding[] =>
  judgeOwnership(
    compared.flatMap(({ live, recorded }) => (recorded || typeof live === 'string' ? [] : [live])),
    { release, namespace: coming.namespace },
    takeOwnership,
  );

const underOwnName = (runs: readonly DryRun[], hooks: readonly Hook[]): readonly DryRun[] =>
  runs.map((run, index) => {
    const object = hooks[index]?.object ?? run.object;
    return { ...run, object, findings: run.findings.map((finding) => ({ ...finding, object })) };
  });
