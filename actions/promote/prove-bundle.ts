import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Bundle } from '../../src/domain/bundle.ts';
import { e2eEnvironment } from '../../src/domain/e2e-environment.ts';
import { LABEL, liveRevision } from '../../src/domain/history.ts';
import { withoutReject } from '../../src/domain/notices.ts';
import type { Probe } from '../../src/domain/probe.ts';
import { type Judgement, judge, type ProofRules, settleDoubt } from '../../src/domain/verdict.ts';
import { describeError } from '../../src/errors.ts';
import type { GitHub } from '../../src/http/github/github.ts';
import type { Proof } from '../../src/proof/prove.ts';
import { prove } from '../../src/proof/prove.ts';
import { createRecord } from '../../src/records/deployments.ts';
import { type FoundBundle, findBundle } from '../../src/records/find-bundle.ts';
import { findOwnJob, type OwnJob } from '../../src/records/own-job.ts';
import { addVerdict } from '../../src/records/verdicts.ts';
import { runOf } from '../../src/session/run-of.ts';
import { type Phase, type Session, withSession } from '../../src/session/session.ts';
import type { PromotePorts, PromoteSettings } from './settings.ts';

export interface Proven extends FoundBundle {
  readonly proof: Proof;
  readonly judgement: Judgement;
  readonly job: OwnJob;
  /** Path of the evidence as JSON. */
  readonly evidenceFile: string;
}

/** Proves what an environment runs, and writes the verdict down where later runs look for it. */
export async function proveBundle(
  settings: PromoteSettings,
  github: GitHub,
  phase: Phase,
  ports: PromotePorts,
): Promise<Proven> {
  const done: { proven?: Proven } = {};
  await withSession(settings, phase, ports, async (session) => {
    const live = liveRevision(await session.reads.history());
    const found = await phase('bundle', () =>
      findBundle(github, {
        given: settings.bundle,
        ...(live?.labels[LABEL.bundle] && { live: live.labels[LABEL.bundle] }),
        sha: ports.env.GITHUB_SHA ?? '',
        environments: [settings.environment],
      }),
    );
    const { bundle } = found;
    ports.info(`Proving ${bundle.id} in ${settings.environment}`);
    const [deployment, job] = await phase('record', () =>
      Promise.all([
        ownRecord(found, live?.number ?? 0, settings, github, ports),
        findOwnJob(github, ports.env),
      ]),
    );
    const options = proveOptions(bundle, settings, ports);
    const proof = await phase('prove', () => prove(options, { ...ports, ...session.reads }));
    const judgement = settleDoubt(
      judge(proof.evidence, proofRules(settings)),
      settings.onInconclusive,
    );
    const proven = { ...found, proof, judgement, job };
    await phase('record', () =>
      recordVerdict({ ...proven, deployment }, settings, session, github, ports),
    );
    done.proven = { ...proven, evidenceFile: await writeEvidence(proven, ports) };
  });
  if (done.proven === undefined) throw new Error('the session ended without its story');
  return done.proven;
}

/** The deployment that is judged; made here where the deploy itself left none. */
async function ownRecord(
  { bundle, records }: FoundBundle,
  revision: number,
  settings: PromoteSettings,
  github: GitHub,
  ports: PromotePorts,
): Promise<number> {
  const { environment, release, namespace, production } = settings;
  const known = records.find(
    (record) => record.bundle.id === bundle.id && record.environment === environment,
  );
  if (known) return known.id;
  const run = runOf(ports.env);
  const place = { environment, release, namespace, revision, run, production };
  return createRecord(github, { ...place, kind: 'deploy', bundle });
}

function proveOptions(bundle: Bundle, settings: PromoteSettings, ports: PromotePorts) {
  const { environment, namespace, url } = settings;
  const target = { url, environment, bundle: bundle.id };
  return {
    ...{ bundle, environment, namespace, url },
    run: runOf(ports.env),
    probes: probesOf(settings),
    intervalMs: settings.probeInterval,
    soakMs: settings.soak,
    ...(settings.e2eCommand !== '' && {
      e2e: {
        command: settings.e2eCommand,
        report: settings.e2eReport,
        retries: settings.e2eRetries,
        timeoutMs: settings.e2eTimeout,
        env: e2eEnvironment(ports.env, target, settings.e2eEnv ?? {}),
      },
    }),
  };
}

function probesOf({ probes = [] }: PromoteSettings): readonly Probe[] {
  return probes.map(({ path, url, status = 200, body, version }, index) => {
    const where = path ?? url ?? '';
    const twice = probes.findIndex((other) => (other.path ?? other.url) === where) !== index;
    return {
      name: twice ? `${where} (${index + 1})` : where,
      path: where,
      status,
      ...(body !== undefined && { body }),
      ...(version !== undefined && { version }),
    };
  });
}

const proofRules = (settings: PromoteSettings): ProofRules => ({
  e2e: settings.e2eCommand !== '',
  maxFlaky: settings.maxFlaky,
  probes: probesOf(settings).map((probe) => probe.name),
  minSuccess: settings.minSuccess,
  soakMs: settings.soak,
  proof: settings.proof ?? 'required',
});

/** The release's labels are the truth for rollback; GitHub's record is what later gates find. */
async function recordVerdict(
  seen: Omit<Proven, 'evidenceFile'> & { readonly deployment: number },
  settings: PromoteSettings,
  session: Session,
  github: GitHub,
  ports: PromotePorts,
): Promise<void> {
  const { bundle, proof, judgement, job, deployment } = seen;
  const ours = proof.evidence.last?.state === 'verified' || judgement.verdict === 'fail';
  if (ours && proof.revision !== undefined) {
    await session.label(proof.revision, {
      [LABEL.forRevision]: String(proof.revision),
      [LABEL.bundle]: bundle.id,
      [LABEL.commit]: bundle.commit,
      [LABEL.run]: runOf(ports.env),
      [LABEL.verdict]: judgement.verdict,
    });
  }
  if (judgement.verdict === 'pass' && !settings.production) {
    await liftReject(session, bundle.id, ports);
  }
  await addVerdict(github, deployment, {
    verdict: judgement.verdict,
    code: judgement.reasons[0]?.code ?? '',
    bundle: bundle.id,
    logUrl: job.url,
    ...(settings.url !== '' && { url: settings.url }),
  });
}

/** Below production a bundle may be proven again: its pass lifts the reject. */
async function liftReject({ board }: Session, bundle: string, ports: PromotePorts): Promise<void> {
  try {
    await board.update((now) =>
      now.rejects.some((reject) => reject.bundle === bundle)
        ? withoutReject(now, bundle)
        : undefined,
    );
  } catch (error) {
    ports.warn(`Whether ${bundle} was rejected here before is not known: ${describeError(error)}`);
  }
}

/** Kept until the job ends, so that later steps can upload it. */
async function writeEvidence(
  { proof, judgement, bundle }: Omit<Proven, 'evidenceFile'>,
  ports: PromotePorts,
): Promise<string> {
  const file = join(ports.tempFolder, `evidence-${randomUUID()}.json`);
  ports.saveState('evidence-file', file);
  const content = { ...proof.evidence, ...judgement, content: bundle, images: proof.images };
  await ports.writeFile(file, `${JSON.stringify(content, undefined, 2)}\n`);
  return file;
}
