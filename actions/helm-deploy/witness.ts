import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plan } from '../../src/domain/assessment.ts';
import type { Diagnosis } from '../../src/domain/diagnosis.ts';
import { createRedactor, type Redact, secretsIn } from '../../src/domain/redact.ts';
import { describeError } from '../../src/errors.ts';
import { collectEvidence } from '../../src/release/evidence.ts';
import type { Observation, ObservePorts } from '../../src/release/observe.ts';
import { followPodLogs } from '../../src/release/pod-logs.ts';
import type { Scene } from '../../src/release/rollout.ts';
import { diagnosisLines } from '../../src/report/diagnosis-block.ts';
import { createProgress } from '../../src/report/progress.ts';
import type { Span } from '../../src/report/stopwatch.ts';
import { runOf } from '../../src/session/run-of.ts';
import type { Session } from '../../src/session/session.ts';
import { ownSecrets } from './own-secrets.ts';
import type { HelmDeployPorts, HelmDeploySettings } from './settings.ts';

/** What is found out about a rollout, for the summary and the outputs. */
export interface Testimony {
  /** Takes secrets out of what others wrote. */
  readonly redact: (text: string) => string;
  readonly observation: Observation | undefined;
  readonly logs: ReturnType<ReturnType<typeof followPodLogs>['logs']>;
  /** With the last lines of the container's log. */
  readonly diagnosis: Diagnosis | undefined;
  /** Path of the file, `''` where there was nothing to collect. */
  readonly evidence: string;
}

/** Sees a rollout, tells about it live, and writes down what was seen when it fails. */
export interface Witness {
  readonly show: ObservePorts['show'];
  /** Takes the run's secrets and those of the release out of a text. */
  readonly redact: Redact;
  readonly onObserved: (observation: Observation) => void;
  readonly onFailure: (scene: Scene) => Promise<Diagnosis | undefined>;
  readonly testimony: () => Testimony;
  readonly end: () => Promise<void>;
}

/** Whatever the cluster does: an undo must not wait longer for the evidence. */
const EVIDENCE_MS = 20_000;

interface Case {
  readonly session: Session;
  /** What only encrypted values files know. */
  readonly secrets: readonly string[];
  /** The revision that rolls out. */
  readonly revision: number;
  readonly previousRevision: number | undefined;
  /** What helm printed so far. */
  readonly said: readonly string[];
  readonly spans: () => readonly Span[];
}

export function createWitness(
  { session, secrets, revision, previousRevision, said, spans }: Case,
  settings: HelmDeploySettings,
  ports: HelmDeployPorts,
): Witness {
  const own = ownSecrets(settings, { secrets });
  let redact = createRedactor(own);
  const progress = createProgress((line) => ports.info(redact(line)), ports.elapsed);
  const { log, view } = session;
  const hooks = followPodLogs({
    ...log,
    log: (source, line) => progress.log(source, line),
    redact: (text) => redact(text),
  });
  let observation: Observation | undefined;
  let diagnosis: Diagnosis | undefined;
  let evidence = '';
  return {
    show: (assessment, standing) => {
      progress.show(assessment, standing);
      if (observation) hooks.see(observation.world, assessment);
    },
    redact: (text) => redact(text),
    onObserved: (seen) => {
      observation = seen;
      redact = createRedactor([...own, ...secretsIn(objectsOf(seen.plan()))]);
      hooks.see(seen.world, seen.assessment());
    },
    onFailure: async (scene) => {
      const { release, namespace } = settings;
      redact = createRedactor([...own, ...secretsIn(objectsOf(scene.observation.plan()))]);
      const found = await collectEvidence(
        {
          ...{ release, namespace, previousRevision, revision },
          run: runOf(ports.env),
          identity: session.cluster.identity.username,
          at: new Date(ports.now()).toISOString(),
          diagnosis: scene.diagnosis,
          problem: describeError(scene.failure),
          helm: said,
          assessment: scene.observation.assessment(),
          world: scene.observation.world,
          plan: scene.observation.plan(),
          spans: spans(),
          logs: hooks.logs(),
          unreadable: (await view()).lost(),
        },
        {
          read: log.read,
          call: session.cluster.call,
          redact: (text) => redact(text),
          giveUp: AbortSignal.timeout(EVIDENCE_MS),
        },
      );
      diagnosis = found.diagnosis ?? undefined;
      evidence = join(session.scratch, 'evidence.json');
      await writeFile(evidence, JSON.stringify(found, undefined, 2), { mode: 0o600 });
      if (diagnosis) for (const line of diagnosisLines(diagnosis)) ports.info(line);
      return diagnosis;
    },
    testimony: () => ({ redact, observation, logs: hooks.logs(), diagnosis, evidence }),
    end: () => hooks.end(),
  };
}

const objectsOf = ({ manifest, hooks }: Plan) => [...manifest, ...hooks.map((hook) => hook.object)];
