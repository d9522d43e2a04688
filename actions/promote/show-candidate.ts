import type { Bundle } from '../../src/domain/bundle.ts';
import type { GitHub } from '../../src/http/github/github.ts';
import type { DeploymentRecord } from '../../src/records/deployments.ts';
import { findBundle } from '../../src/records/find-bundle.ts';
import { recordedRunning } from '../../src/records/running.ts';
import { askGate, type GateAnswer, rulesOf } from './ask-gate.ts';
import type { PromotePorts, PromoteSettings } from './settings.ts';

/** What a reviewer decides by: what runs, what would come, and whether the rules allow it. */
export interface Candidate {
  readonly bundle: Bundle;
  /** By the records; undefined where nothing was ever deployed. */
  readonly running: DeploymentRecord | undefined;
  readonly gate: GateAnswer;
}

/** Compares running and candidate by the records: no cluster, no secrets, before people are asked. */
export async function showCandidate(
  settings: PromoteSettings,
  github: GitHub,
  ports: PromotePorts,
): Promise<Candidate> {
  const rules = rulesOf(settings);
  const sha = ports.env.GITHUB_SHA ?? '';
  const wish = { given: settings.bundle, sha, environments: rules.pass };
  const [found, running] = await Promise.all([
    findBundle(github, wish),
    recordedRunning(github, settings.environment),
  ]);
  const approvedIn = settings.afterApproval ? Number(ports.env.GITHUB_RUN_ID) : undefined;
  const question = {
    ...found,
    ...{ rules, running: running?.bundle },
    ...(approvedIn !== undefined && { approvedIn }),
  };
  const gate = await askGate(question, settings, github, ports);
  return { bundle: found.bundle, running, gate };
}
