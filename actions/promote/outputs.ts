import type { outputs } from './inputs.ts';
import type { PromoteResult } from './promote.ts';
import type { PromoteSettings } from './settings.ts';
import { summaryOf } from './summary.ts';

interface ResultIo {
  readonly output: (name: string, value: string) => void;
  readonly summary: (markdown: string) => Promise<void>;
}

/** Outputs and summary: written whatever came of it. */
export async function writeResult(
  settings: PromoteSettings,
  result: PromoteResult,
  io: ResultIo,
): Promise<void> {
  for (const [name, value] of Object.entries(outputsOf(settings, result))) io.output(name, value);
  await io.summary(summaryOf(settings, result));
}

/** The action's outputs: always all of them, `''` where there is nothing to say. */
function outputsOf(
  settings: PromoteSettings,
  result: PromoteResult,
): Record<keyof typeof outputs, string> {
  const { bundle, proven, move, plan, timings } = result;
  const reasons = (proven?.judgement.reasons ?? []).map(({ code, message }) => ({ code, message }));
  return {
    verdict: proven?.judgement.verdict ?? '',
    reasons: JSON.stringify({ schema: 1, reasons: [...reasons, ...refusals(result)] }),
    bundle: bundle?.id ?? '',
    promoted: settings.to ? String(move !== undefined && move.result !== 'newer') : '',
    target: settings.to ? `${settings.to.kind}:${settings.to.name}` : '',
    first: plan?.flow.first ?? '',
    second: plan?.flow.second ?? '',
    last: plan?.flow.last ?? '',
    'promote-to': plan?.flow.promoteTo ?? '',
    evidence: proven?.evidenceFile ?? '',
    timings: JSON.stringify(timings),
  };
}

function refusals({ gate, candidate }: PromoteResult) {
  const decision = (gate ?? candidate?.gate)?.decision;
  if (decision === undefined || decision.allowed) return [];
  return decision.refusals.map(({ code, message }) => ({ code, message }));
}
