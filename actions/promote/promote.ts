import type { Bundle } from '../../src/domain/bundle.ts';
import { ActionError } from '../../src/errors.ts';
import type { GitHub } from '../../src/http/github/github.ts';
import { type FoundBundle, findBundle } from '../../src/records/find-bundle.ts';
import { createStopwatch, type Timings } from '../../src/report/stopwatch.ts';
import type { Phase } from '../../src/session/session.ts';
import { askGate, type GateAnswer, requireAllowed, rulesOf } from './ask-gate.ts';
import { makePlan, type Plan } from './make-plan.ts';
import { type Move, moveBranch } from './move.ts';
import { type Proven, proveBundle } from './prove-bundle.ts';
import type { PromotePorts, PromoteSettings } from './settings.ts';
import { type Candidate, showCandidate } from './show-candidate.ts';

/** What a run of promote found out and did; complete also when it failed half-way. */
export interface PromoteResult {
  readonly failure?: unknown;
  readonly bundle?: Bundle;
  readonly proven?: Proven;
  readonly gate?: GateAnswer;
  readonly move?: Move;
  readonly plan?: Plan;
  readonly candidate?: Candidate;
  readonly timings: Timings;
}

type Found = { -readonly [K in keyof Omit<PromoteResult, 'timings'>]: PromoteResult[K] };

/** Proves a bundle in its environment, then lets it into the next stage. */
export async function promote(
  settings: PromoteSettings,
  ports: PromotePorts,
): Promise<PromoteResult> {
  const { phase, timings } = createStopwatch(ports.elapsed);
  const found: Found = {};
  const github = ports.github(settings.githubToken);
  try {
    switch (settings.mode) {
      case 'plan':
        found.plan = await phase('plan', () => makePlan(settings, github, ports));
        if (found.plan.bundle) found.bundle = found.plan.bundle;
        break;
      case 'candidate':
        found.candidate = await phase('compare', () => showCandidate(settings, github, ports));
        found.bundle = found.candidate.bundle;
        requireAllowed(found.candidate.gate, settings.environment);
        break;
      case 'prove':
        await proveFirst(found, settings, github, phase, ports);
        break;
      case 'promote':
        await promoteProven(found, settings, github, phase, ports);
        break;
      case 'prove-and-promote':
        await proveFirst(found, settings, github, phase, ports);
        if (settings.to) await promoteProven(found, settings, github, phase, ports);
        break;
    }
  } catch (error) {
    found.failure = error;
  }
  ports.info(`${github.requests()} requests to GitHub`);
  return { ...found, timings: timings() };
}

/** @throws {ActionError} `not-proven` for everything but a pass */
async function proveFirst(
  found: Found,
  settings: PromoteSettings,
  github: GitHub,
  phase: Phase,
  ports: PromotePorts,
): Promise<void> {
  found.proven = await proveBundle(settings, github, phase, ports);
  found.bundle = found.proven.bundle;
  const { verdict, reasons } = found.proven.judgement;
  if (verdict === 'pass') return;
  if (ports.cancelled.aborted) throw new ActionError('cancelled', 'The run was cancelled');
  const why = reasons.map((reason) => `${reason.code}: ${reason.message}`).join('\n');
  throw new ActionError('not-proven', `${found.bundle.id}: verdict ${verdict}\n${why}`, {
    hint: HINT[verdict],
  });
}

const HINT = {
  fail: 'The bundle is bad here: mend it and push, nothing was promoted.',
  inconclusive: 'Nothing is known to be bad, and nothing is proven: run the job again.',
  error: 'Our own side failed: run the job again.',
} as const;

/** Gate first, then the move. @throws {ActionError} `gate-refused`, `diverged`, `github-refused` */
async function promoteProven(
  found: Found,
  settings: PromoteSettings,
  github: GitHub,
  phase: Phase,
  ports: PromotePorts,
): Promise<void> {
  const { environment, to } = settings;
  if (to === undefined) return;
  const bundle = await phase('bundle', () => bundleToMove(found, settings, github, ports));
  found.bundle = bundle.bundle;
  const rules = rulesOf(settings);
  const gate = await phase('gate', () =>
    askGate(
      {
        ...bundle,
        // What is asked of the environment holds; and it must have passed there. People are asked
        // where it goes next.
        rules: { ...rules, approvals: 0, pass: [...new Set([environment, ...rules.pass])] },
        running: undefined,
        ...(found.proven && { ownJob: found.proven.job.id }),
      },
      settings,
      github,
      ports,
    ),
  );
  found.gate = gate;
  requireAllowed(gate, to.name);
  found.move = await phase('move', async () =>
    moveBranch({
      branch: to.name,
      bundle: bundle.bundle,
      github,
      pusher: await pusherOf(settings, ports),
      workflowRef: ports.env.GITHUB_WORKFLOW_REF ?? '',
    }),
  );
}

/** Who moves the branch, when it is not the workflow's own token: what that pushes starts nothing. */
async function pusherOf(
  { pushToken, appId, appKey }: PromoteSettings,
  ports: PromotePorts,
): Promise<GitHub | undefined> {
  if (pushToken !== '') return ports.github(pushToken);
  if (appId === '') return undefined;
  const token = await ports.mintAppToken({ id: appId, key: appKey });
  ports.mask(token);
  return ports.github(token);
}

/** The bundle that was just proven, with the records read again; else the recorded one. */
const bundleToMove = (
  found: Found,
  settings: PromoteSettings,
  github: GitHub,
  { env }: PromotePorts,
): Promise<FoundBundle> =>
  findBundle(github, {
    given: found.proven ? JSON.stringify(found.proven.bundle) : settings.bundle,
    sha: env.GITHUB_SHA ?? '',
    environments: [settings.environment],
  });
