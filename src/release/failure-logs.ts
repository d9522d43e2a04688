import type { ReadLog } from '../cluster/logs.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { Diagnosis } from '../domain/diagnosis.ts';
import {
  type ContainerFacts,
  hasRun,
  mayHaveRestarted,
  type PodFacts,
} from '../domain/pod-facts.ts';
import { type Redact, redactLines } from '../domain/redact.ts';
import { describeError } from '../errors.ts';
import { inTime } from './in-time.ts';
import type { LogExcerpt, PodLogPorts } from './pod-logs.ts';

interface Trouble {
  /** Those in trouble first. */
  readonly pods: readonly PodFacts[];
  readonly diagnosis: Diagnosis | undefined;
  /** What was read while the rollout ran. */
  readonly known: readonly LogExcerpt[];
}

interface ReadPorts {
  readonly read: PodLogPorts['read'];
  readonly giveUp: AbortSignal;
  readonly redact: Redact;
}

interface ReadLogs {
  readonly logs: readonly LogExcerpt[];
  readonly missing: readonly { readonly what: string; readonly why: string }[];
}

const CONTAINERS = 8;
const LINES = 100;
const LIMIT_BYTES = 32 * 1024;
/** Lines that go with the diagnosis itself. */
const LINES_OF_CAUSE = 50;

/** Reads the end of the logs of containers in trouble, of this run and the one before it. */
export async function readLogs(
  { pods, diagnosis, known }: Trouble,
  { read, giveUp, redact }: ReadPorts,
): Promise<ReadLogs> {
  const failing = pods
    .flatMap((pod) => pod.containers.filter(inTrouble).map((container) => ({ pod, container })))
    .sort((a, b) => rank(b, diagnosis) - rank(a, diagnosis))
    .slice(0, CONTAINERS);
  const answers = await Promise.all(
    failing.flatMap(queriesFor).map(async ({ query, isGuess }) => {
      const { previous = false, namespace, pod, container } = query;
      const place = { namespace, pod, container, previous };
      const [lines, why] = await inTime(read(query), giveUp).then(
        (found) => [found, 'the cluster does not have it'] as const,
        (error: unknown) => [undefined, describeError(error)] as const,
      );
      return { place, lines, why, isGuess };
    }),
  );
  const fresh = answers.flatMap(({ place, lines }) =>
    lines?.length ? [{ ...place, lines: redactLines(lines, redact) }] : [],
  );
  const kept = known.filter((one) => !fresh.some((other) => isSame(one, other)));
  const lost = answers.filter(
    ({ place, lines, isGuess }) => !lines && !isGuess && !known.some((one) => isSame(one, place)),
  );
  return {
    logs: [...fresh, ...kept].filter(({ lines }) => lines.length > 0),
    missing: lost.map(({ place: { pod, container, previous }, why }) => {
      const what = `${previous ? 'previous ' : ''}log of pod ${pod}, container ${container}`;
      return { what, why };
    }),
  };
}

type Place = Omit<LogExcerpt, 'lines'>;

const isSame = (a: Place, b: Place): boolean =>
  a.namespace === b.namespace &&
  a.pod === b.pod &&
  a.container === b.container &&
  a.previous === b.previous;

/** An init container that ended well is done, not in trouble. */
const inTrouble = (container: ContainerFacts): boolean =>
  hasRun(container) &&
  !(container.now.state === 'terminated' && container.now.exitCode === 0 && container.init) &&
  (!container.ready || container.restarts > 0);

interface Failing {
  readonly pod: PodFacts;
  readonly container: ContainerFacts;
}

function rank({ pod, container }: Failing, diagnosis: Diagnosis | undefined): number {
  const named = diagnosis?.object === `Pod/${pod.name}` ? 2 : 0;
  return named + (diagnosis?.container === container.name ? 1 : 0);
}

interface LogQuery {
  readonly query: ReadLog;
  /** The container may have had no such run: it is not missed then. */
  readonly isGuess: boolean;
}

function queriesFor({ pod, container }: Failing): readonly LogQuery[] {
  const query = {
    namespace: pod.namespace,
    pod: pod.name,
    container: container.name,
    tailLines: LINES,
    limitBytes: LIMIT_BYTES,
  };
  const isGuess = mayHaveRestarted(container);
  const current = container.now.started === '' ? [] : [{ query, isGuess: false }];
  return container.before === null && !isGuess
    ? current
    : [...current, { query: { ...query, previous: true }, isGuess }];
}

/** The lines that belong to a diagnosis: of the run that ended, where one did. */
export function logOf(
  { object, container }: Diagnosis,
  { jobs }: Assessment,
  pods: readonly PodFacts[],
  logs: readonly LogExcerpt[],
): readonly string[] {
  const names = jobs.find(({ name }) => object === `Job/${name}`)?.pods ?? [
    object.replace(/^Pod\//, ''),
  ];
  const own = logs.filter(
    (log) => names.includes(log.pod) && (container === '' || log.container === container),
  );
  const facts = pods
    .find(({ name }) => names.includes(name))
    ?.containers.find(({ name }) => name === container);
  const ended =
    facts && mayHaveRestarted(facts)
      ? own.some(({ previous, lines }) => previous && lines.length > 0)
      : facts?.before !== null && facts?.now.state !== 'terminated';
  const best = own.find(({ previous }) => previous === ended) ?? own.at(-1);
  return (best?.lines ?? []).slice(-LINES_OF_CAUSE);
}
