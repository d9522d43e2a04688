import {
  decideGate,
  type GateDecision,
  type GateFacts,
  type GateRules,
} from '../../src/domain/gate.ts';
import { ActionError } from '../../src/errors.ts';
import type { GitHub } from '../../src/http/github/github.ts';
import { awaitChecks } from '../../src/records/checks.ts';
import type { FoundBundle } from '../../src/records/find-bundle.ts';
import { type GateRequest, gatherFacts } from '../../src/records/gate-facts.ts';
import type { Distance } from '../../src/records/running.ts';
import type { PromotePorts, PromoteSettings } from './settings.ts';
import { trustedRuns } from './trusted.ts';

export interface GateAnswer {
  readonly decision: GateDecision;
  readonly facts: GateFacts;
  readonly distance: Distance;
}

export interface GateQuestion extends FoundBundle {
  readonly rules: GateRules;
  readonly running: GateRequest['running'];
  /** The job that asks, when it is the one that proved. */
  readonly ownJob?: string;
  /** This run, when people have been asked in it. */
  readonly approvedIn?: number;
}

/** Waits for checks that still run, gathers the facts, and decides. */
export async function askGate(
  { bundle, records, rules, running, ownJob, approvedIn }: GateQuestion,
  settings: PromoteSettings,
  github: GitHub,
  ports: PromotePorts,
): Promise<GateAnswer> {
  const trust = await trustedRuns(settings, github, ports);
  const checks =
    rules.checks.length === 0
      ? {}
      : await awaitChecks(github, bundle.commit, rules.checks, settings.checksTimeout, ports);
  const { facts, distance } = await gatherFacts(github, {
    ...{ bundle, records, rules, running, checks },
    environment: settings.environment,
    trust: { ...trust, ...(ownJob && { ownJob }) },
    now: ports.now(),
    ...(approvedIn !== undefined && { approvedIn }),
  });
  return { decision: decideGate(rules, facts), facts, distance };
}

/** The rules of the input; absent ones ask for nothing. */
export function rulesOf({ require: given }: PromoteSettings): GateRules {
  return {
    pass: given?.pass ?? [],
    checks: given?.checks ?? [],
    approvals: given?.approvals ?? 0,
    ...(given?.minAge !== undefined && { minAge: given.minAge }),
    ...(given?.maxAge !== undefined && { maxAge: given.maxAge }),
  };
}

/** @throws {ActionError} `gate-refused` naming everything that is in the way */
export function requireAllowed({ decision, facts }: GateAnswer, where: string): void {
  if (decision.allowed) return;
  const said = decision.refusals.map((it) => `${it.code}: ${it.message}`).join('\n');
  throw new ActionError('gate-refused', `${facts.bundle} may not enter ${where}:\n${said}`, {
    hint: decision.refusals.map((it) => it.fix).join('\n'),
  });
}
