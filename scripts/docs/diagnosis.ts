import { inputs } from '../../actions/helm-deploy/inputs.ts';
import type { Limits } from '../../src/domain/diagnosis.ts';
import { CREATION_ROWS, type CreationSubject } from '../../src/domain/signals/creation.ts';
import { EXIT_ROWS } from '../../src/domain/signals/exit.ts';
import { SANDBOX_ROWS, SCHEDULE_ROWS } from '../../src/domain/signals/place.ts';
import { GATE_ROWS, KILL_ROWS, READY_ROWS } from '../../src/domain/signals/probe.ts';
import { PULL_ROWS } from '../../src/domain/signals/pull.ts';
import type { ContainerSubject, Row } from '../../src/domain/signals/row.ts';
import type { Bound } from '../../src/domain/signals/signal.ts';
import { START_ROWS } from '../../src/domain/signals/start.ts';
import { milliseconds } from '../../src/settings/duration.ts';
import { MEANINGS } from './diagnosis-codes.ts';
import { replaceBetween, table } from './readme.ts';
import { EXAMPLES } from './signal-examples.ts';

/** An object that every row can make a hint for. */
type Sample = ContainerSubject & CreationSubject;

const ROWS: readonly Row<Sample>[] = [
  ...PULL_ROWS,
  ...START_ROWS,
  ...EXIT_ROWS,
  ...KILL_ROWS,
  ...READY_ROWS,
  ...GATE_ROWS,
  ...SCHEDULE_ROWS,
  ...SANDBOX_ROWS,
  ...CREATION_ROWS,
];

/**
 * docs/diagnosis.md with a section for each code: what it means, and the signals it is read from.
 * @throws {Error} when a signal has no example, or an example no signal
 */
export function withDiagnosis(document: string): string {
  const names = ROWS.map(({ name }) => name);
  const lost = Object.keys(EXAMPLES).filter((name) => !names.includes(name));
  if (lost.length > 0) throw new Error(`has examples of no signal: ${lost.join(', ')}`);
  const sections = Object.entries(MEANINGS).map(([code, meaning]) => {
    const rows = ROWS.filter((row) => row.code === code).map(signal);
    const head = ['Seen', 'Ends the rollout', 'The hint, for example'];
    return [`### \`${code}\``, meaning, ...(rows.length > 0 ? [table(head, rows)] : [])].join(
      '\n\n',
    );
  });
  return replaceBetween(document, 'codes', sections.join('\n\n'));
}

function signal(row: Row<Sample>): readonly string[] {
  const example = EXAMPLES[row.name];
  if (example === undefined) throw new Error(`has no example of the signal ${row.name}`);
  const { seen, message } = example;
  return [`${seen}:<br>“${message}”`, endOf(row), row.hint(sampleOf(message), message)];
}

/** When a signal ends the rollout, with the inputs at their defaults. */
export function endOf(row: Pick<Row<Sample>, 'class' | 'bound' | Condition>): string {
  const limit = Math.max(row.bound?.least ?? 1, limitOf(row.bound));
  const by = inputOf(row.bound);
  const end = {
    fatal: 'at once',
    count: limit === 1 ? `when seen${by}` : `when seen ${limit} times${by}`,
    held: `when it stands for ${span(limit)}${by}`,
    slow: row.bound === undefined ? 'no; explains a time-out' : `after ${span(limit)}${by}`,
    transient: 'no',
  }[row.class];
  const unless = [
    row.minAge === undefined ? '' : `not in the first ${span(row.minAge)}`,
    row.mayWaitForOthers ? 'not while another workload of the release is on its way' : '',
    row.mayBeNode ? 'only on two nodes, or in a replaced pod, where there are several nodes' : '',
    row.retriedByJob ? 'of a Job: when the Job gives up' : '',
  ].filter((part) => part !== '');
  return end.startsWith('no') ? end : [end, ...unless].join('; ');
}

type Condition = 'minAge' | 'mayWaitForOthers' | 'mayBeNode' | 'retriedByJob';

/** The input that moves a limit, with what is added to it and what it cannot go below. */
function inputOf({ input, plus = 0, least }: Bound = { least: 0 }): string {
  if (input === undefined) return '';
  const added = plus === 0 ? '' : ` + ${plus}`;
  const floor = least > 1 ? `, at least ${least}` : '';
  return ` (\`${kebab(input)}\`${added}${floor})`;
}

/** What an input and what is added to it come to, by the input's default. */
const limitOf = (bound: Bound | undefined): number =>
  bound?.input === undefined ? 0 : DEFAULTS[bound.input] + (bound.plus ?? 0);

const DEFAULTS: Limits = {
  pullAttempts: Number(inputs['pull-attempts'].default),
  maxRestarts: Number(inputs['max-restarts'].default),
  unschedulableAfter: milliseconds(inputs['unschedulable-after'].default),
};

const kebab = (name: string): string => name.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`);

const span = (ms: number): string => (ms < 60_000 ? `${ms / 1000} s` : `${ms / 60_000} min`);

function sampleOf(message: string): Sample {
  const [namespace, container] = [
    'shop',
    { name: 'web', image: 'registry.example.com/acme/web:1.4' },
  ];
  return {
    namespace,
    workload: 'Deployment/web',
    object: 'ReplicaSet/web-6d4f',
    message,
    podsAreEnding: false,
    pod: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web-6d4f-x2k', namespace },
      spec: { nodeName: 'node-1', containers: [container] },
    },
    container,
    init: false,
    status: undefined,
    events: [],
    claimEvents: [],
    containerEvents: [],
    restartsBefore: 0,
    othersReadyAt: 0,
  };
}
