import { ActionError, describeError } from '../../src/errors.ts';
import { table } from '../../src/report/markdown.ts';
import { timingDetails } from '../../src/report/timing-details.ts';
import type { Move } from './move.ts';
import type { PromoteResult } from './promote.ts';
import type { PromoteSettings } from './settings.ts';
import { candidateSummary, gateLines } from './summary-candidate.ts';
import { proofSummary } from './summary-proof.ts';

/** The job summary: one screen that a reviewer can decide from. */
export function summaryOf(settings: PromoteSettings, result: PromoteResult): string {
  const { proven, candidate, gate, move, plan, timings } = result;
  return [
    `## ${titleOf(settings, result)}`,
    '',
    ...cause(result),
    ...(proven ? proofSummary(settings, proven) : []),
    ...(candidate ? candidateSummary(settings, candidate) : []),
    ...(gate ? gateLines(gate) : []),
    ...(move ? moveLines(move) : []),
    ...(plan ? planLines(result) : []),
    ...timingDetails(timings),
  ].join('\n');
}

const SIGN = { pass: '✅', fail: '❌', inconclusive: '❔', error: '⚠️' } as const;

function titleOf(settings: PromoteSettings, { proven, bundle, failure }: PromoteResult): string {
  const { mode, environment, to } = settings;
  const id = bundle?.id ?? 'no bundle';
  if (mode === 'plan') return failure ? '⛔ Plan: refused' : '🗺️ Plan';
  if (mode === 'candidate') {
    return `${failure ? '⛔' : '🔎'} ${environment}: ${id} ${failure ? 'is refused' : 'may enter'}`;
  }
  const verdict = proven?.judgement.verdict;
  const proof = verdict ? `${SIGN[verdict]} ${id} in ${environment}: ${verdict}` : id;
  if (mode === 'prove' || to === undefined)
    return verdict ? proof : `⛔ ${environment}: not proven`;
  const moved = failure ? `⛔ not promoted to ${to.name}` : `🚀 ${to.name} holds it`;
  return `${proof} · ${moved}`;
}

function cause({ failure, proven, gate, candidate }: PromoteResult): string[] {
  // Verdict and refusals have tables of their own.
  const told =
    (proven && failure instanceof ActionError && failure.code === 'not-proven') ||
    ((gate || candidate) && failure instanceof ActionError && failure.code === 'gate-refused');
  if (failure === undefined || told) return [];
  const quoted = describeError(failure)
    .split('\n')
    .map((line) => `> ${line}`);
  const hint = failure instanceof ActionError ? failure.hint : undefined;
  return [...quoted, '', ...(hint === undefined ? [] : [`**Next:** ${hint}`, ''])];
}

function moveLines(move: Move): string[] {
  const short = (sha: string): string => `\`${sha.slice(0, 8)}\``;
  const done = {
    moved: `\`${move.branch}\` moved from ${short(move.from)} to ${short(move.to)}.`,
    'already-there': `\`${move.branch}\` was at ${short(move.to)} already: nothing to do.`,
    newer: `\`${move.branch}\` at ${short(move.from)} holds ${short(move.to)} and more: left as it is.`,
  }[move.result];
  const started = move.started === undefined ? [] : [`Started \`${move.started}\` there.`];
  const commits = move.result === 'moved' ? move.commits : [];
  return [[done, ...started].join(' '), '', commitTable(commits)];
}

const commitTable = (commits: Move['commits']): string =>
  table(
    ['Commit', 'Title', 'By'],
    commits.slice(-50).map((it) => [`\`${it.sha.slice(0, 8)}\``, it.title, it.people[0] ?? '']),
  );

function planLines({ plan }: PromoteResult): string[] {
  if (plan === undefined) return [];
  const { flow, bundle, notes } = plan;
  const steps = [
    ...(bundle ? [] : ['build']),
    ...flow.environments.map((name) => (name === flow.last ? `${name} (after approval)` : name)),
    ...(flow.promoteTo === undefined ? [] : [`branch ${flow.promoteTo}`]),
  ];
  return [
    steps.map((step) => `**${step}**`).join(' → '),
    '',
    bundle ? `Nothing is built: \`${bundle.id}\` was proven from the same source tree.` : '',
    ...notes.map((note) => `- ${note}`),
    '',
  ];
}
