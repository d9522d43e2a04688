import type { Bundle } from '../../src/domain/bundle.ts';
import { decidingRecord } from '../../src/domain/gate-pass.ts';
import { humanTime } from '../../src/domain/human-time.ts';
import { shortDigest, table } from '../../src/report/markdown.ts';
import type { GateAnswer } from './ask-gate.ts';
import type { PromoteSettings } from './settings.ts';
import type { Candidate } from './show-candidate.ts';

/** Running against candidate: images, chart, commits, what proves it. */
export function candidateSummary(settings: PromoteSettings, candidate: Candidate): string[] {
  const { bundle, running, gate } = candidate;
  const since = running ? humanTime(gate.facts.now - running.createdAt) : '';
  return [
    running
      ? `\`${running.bundle.id}\` runs in ${settings.environment} since ${since} (by the records); \`${bundle.id}\` would come.`
      : `Nothing was recorded in ${settings.environment} yet; \`${bundle.id}\` would be the first.`,
    '',
    table(['', 'Running', 'Candidate'], changes(running?.bundle, bundle)),
    ...gateLines(gate),
    commitsOf(gate),
  ];
}

/** The gate's answer: what proves the bundle, and what is in the way. */
export function gateLines({ decision, facts }: GateAnswer): string[] {
  const environments = [...new Set(facts.records.map((record) => record.environment))];
  const proofs = environments.map((environment) => {
    const record = decidingRecord(facts.records, environment, facts.bundle);
    const age = record ? humanTime(Math.max(0, facts.now - record.at)) : '';
    return [
      environment,
      record?.verdict ?? 'not proven',
      record?.code ?? '',
      record?.run ?? '',
      age,
    ];
  });
  return [
    table(['Proven in', 'Verdict', 'Reason', 'Run', 'Age'], proofs),
    ...(decision.allowed
      ? ['The gate lets it through.', '']
      : [
          table(
            ['In the way', '', 'What would mend it'],
            decision.refusals.map((it) => [`\`${it.code}\``, it.message, it.fix]),
          ),
        ]),
  ];
}

function changes(running: Bundle | undefined, candidate: Bundle): string[][] {
  const names = [
    ...new Set([...Object.keys(running?.images ?? {}), ...Object.keys(candidate.images)]),
  ];
  const digest = (text: string | undefined): string =>
    text === undefined ? 'none' : `\`${shortDigest(text)}\``;
  const compared: [string, string | undefined, string | undefined][] = [
    ...names.map((name): [string, string | undefined, string | undefined] => [
      `image ${name}`,
      running?.images[name]?.digest,
      candidate.images[name]?.digest,
    ]),
    ['chart', running?.chart.digest, candidate.chart.digest],
    ['configuration', running?.config, candidate.config],
  ];
  const rows = compared.map(([what, before, after]) =>
    before === after ? [what, digest(before), 'the same'] : [what, digest(before), digest(after)],
  );
  const short = (bundle: Bundle | undefined): string =>
    bundle === undefined ? 'none' : `\`${bundle.commit.slice(0, 8)}\``;
  return [['commit', short(running), short(candidate)], ...rows];
}

function commitsOf({ distance }: GateAnswer): string {
  const commits = distance.commits.slice(-50);
  const list = table(
    ['Commit', 'Title', 'By'],
    commits.map((it) => [`\`${it.sha.slice(0, 8)}\``, it.title, it.people[0] ?? '']),
  );
  const more = distance.ahead - commits.length;
  return more > 0 ? `${list}\n… and ${more} more.\n` : list;
}
