import { judgeE2e } from './e2e-verdict.ts';
import type { Evidence, IdentityCheck } from './evidence.ts';
import { judgeProbe } from './probe-verdict.ts';

/** From the best to the worst; the worst wins. */
const ORDER = ['pass', 'inconclusive', 'error', 'fail'] as const;
export type Verdict = (typeof ORDER)[number];

/** Why the verdict is what it is. A reason of verdict `pass` is worth knowing and changes nothing. */
export interface Reason {
  /** Stable: `e2e-failed`, `flaky`, `superseded` … */
  readonly code: string;
  readonly verdict: Verdict;
  readonly message: string;
}

export interface Judgement {
  readonly verdict: Verdict;
  /** The worst first. */
  readonly reasons: readonly Reason[];
}

/** What was asked for; what was asked for and is absent never passes. */
export interface ProofRules {
  readonly e2e: boolean;
  /** Specs that may pass on a retry only. */
  readonly maxFlaky: number;
  readonly probes: readonly string[];
  /** Share of good answers each probe needs, 0–1. */
  readonly minSuccess: number;
  readonly soakMs: number;
  /** `rollout`: a verified rollout alone may pass. */
  readonly proof: 'rollout' | 'required';
}

/**
 * The verdict about one bundle in one environment. No evidence is never `pass`; evidence about
 * another bundle is no evidence: a test that fails against somebody else's version proves nothing.
 */
export function judge(evidence: Evidence, rules: ProofRules): Judgement {
  const foreign = judgeIdentity(evidence.first, evidence.last);
  if (evidence.cancelled) {
    return conclude([reason('cancelled', 'error', 'The run was cancelled before all was seen')]);
  }
  if (foreign.some((it) => ['wrong-bundle', 'superseded'].includes(it.code))) {
    return conclude(foreign);
  }
  return conclude([...foreign, ...judgeRules(evidence, rules)]);
}

/** Reasons that say the evidence is about something else: no policy turns it into a verdict. */
const FOREIGN = ['wrong-bundle', 'superseded', 'not-checked'];

/** What becomes of doubt when the user has said what it counts as; the reasons stay. */
export function settleDoubt(judgement: Judgement, policy: 'stop' | 'pass' | 'fail'): Judgement {
  const foreign = judgement.reasons.some((it) => FOREIGN.includes(it.code));
  if (policy === 'stop' || judgement.verdict !== 'inconclusive' || foreign) return judgement;
  const asked = reason(`inconclusive-counts-as-${policy}`, policy, `on-inconclusive: ${policy}`);
  return { verdict: policy, reasons: [asked, ...judgement.reasons] };
}

export const isWorse = (a: Verdict, b: Verdict): boolean => ORDER.indexOf(a) > ORDER.indexOf(b);

export const isVerdict = (text: string | undefined): text is Verdict =>
  (ORDER as readonly string[]).includes(text ?? '');

function conclude(reasons: readonly Reason[]): Judgement {
  const worstFirst = [...reasons].sort(
    (a, b) => ORDER.indexOf(b.verdict) - ORDER.indexOf(a.verdict),
  );
  return { verdict: worstFirst[0]?.verdict ?? 'pass', reasons: worstFirst };
}

const reason = (code: string, verdict: Verdict, message: string): Reason => ({
  code,
  verdict,
  message,
});

function judgeIdentity(
  first: IdentityCheck | undefined,
  last: IdentityCheck | undefined,
): readonly Reason[] {
  const say = (check: IdentityCheck): string => check.problems.join('; ');
  if (!first) return [reason('not-checked', 'inconclusive', 'What runs was never looked at')];
  if (first.state === 'other') return [reason('wrong-bundle', 'inconclusive', say(first))];
  if (first.state === 'behind') {
    return [reason('rollout-not-verified', 'inconclusive', say(first))];
  }
  if (!last) return [reason('not-checked', 'inconclusive', 'What ran at the end is not known')];
  if (last.state === 'other') return [reason('superseded', 'inconclusive', say(last))];
  if (last.state === 'behind') return [reason('not-ready', 'inconclusive', say(last))];
  return [];
}

function judgeRules(evidence: Evidence, rules: ProofRules): readonly Reason[] {
  if (!rules.e2e && rules.probes.length === 0) {
    return rules.proof === 'rollout'
      ? [...judgeSoak(evidence, rules), reason('rollout-only', 'pass', 'Proven by rollout alone')]
      : [reason('no-evidence', 'inconclusive', 'Neither E2E nor probes were configured')];
  }
  const probes = rules.probes.flatMap((name) =>
    judgeProbe(
      evidence.probes.find((probe) => probe.name === name) ?? { name, ticks: [] },
      rules.minSuccess,
    ),
  );
  const e2e = rules.e2e ? judgeE2e(evidence.e2e, rules.maxFlaky) : [];
  const found = withoutCut([...e2e, ...probes]);
  // What is known to be bad ends the soak early: that it was cut says nothing more.
  const decided = found.some((it) => it.verdict !== 'pass');
  return decided ? found : [...found, ...judgeSoak(evidence, rules)];
}

/** What a failure ended early has too little to say; that is no reason of its own. */
function withoutCut(reasons: readonly Reason[]): readonly Reason[] {
  if (!reasons.some((it) => it.verdict === 'fail')) return reasons;
  return reasons.filter((it) => !['no-samples', 'e2e-stopped'].includes(it.code));
}

function judgeSoak(evidence: Evidence, rules: ProofRules): readonly Reason[] {
  if (evidence.watched >= rules.soakMs) return [];
  const seconds = (ms: number): number => Math.round(ms / 1000);
  const message = `Watched ${seconds(evidence.watched)} s of ${seconds(rules.soakMs)} s`;
  return [reason('soak-cut', 'inconclusive', message)];
}
