import type { DiagnosisCode } from '../diagnosis.ts';
import { endedByMemory, limitText } from './memory.ts';
import type { Terminated } from './pod.ts';
import { type ContainerSubject, type Found, previousLog, type Row } from './row.ts';
import type { Bound } from './signal.ts';

/** Fatal at the exit after the allowed restarts. */
const EXITS: Bound = { least: 1, input: 'maxRestarts', plus: 1 };
/** What time does not heal: one exit less. */
const SURE_EXITS: Bound = { least: 1, input: 'maxRestarts' };
/** Applications that exit until their database is up come fast under short back-offs. */
const FIRST_TWENTY_SECONDS = 20_000;
/** A database that has just become Ready is in its Service's endpoints a moment later. */
const REACHABLE_AFTER = 5_000;

interface Exits {
  readonly last: Terminated;
  readonly count: number;
  readonly waiting: string;
}

/** The exits since the baseline, while the container is down: one more than it was started again. */
function exitsOf({ status, restartsBefore }: ContainerSubject): Exits | undefined {
  const { state, lastState, restartCount = 0 } = status ?? {};
  if (state === undefined || state.running) return undefined;
  const last = state.terminated ?? lastState?.terminated;
  const count = restartCount - restartsBefore + 1;
  return last === undefined || count < 1
    ? undefined
    : { last, count, waiting: state.waiting?.message ?? '' };
}

/** Init containers and the containers of Jobs are meant to end. */
const mayEnd = ({ init, pod, container }: ContainerSubject): boolean =>
  init || ((pod.spec?.restartPolicy ?? 'Always') !== 'Always' && !container.restartPolicy);

const exited =
  (fits: (last: Terminated, subject: ContainerSubject) => boolean) =>
  (subject: ContainerSubject): Found | undefined => {
    const exits = exitsOf(subject);
    if (exits === undefined || !fits(exits.last, subject)) return undefined;
    if (exits.last.exitCode === 0 && mayEnd(subject)) return undefined;
    return { message: tellExits(exits), count: exits.count, ran: ranFor(exits.last) };
  };

function tellExits({ last, count, waiting }: Exits): string {
  const times = count === 1 ? '' : ` (${count} times)`;
  const said = tellExit(last);
  return `${said}${times}${said.includes(waiting) ? '' : `; ${waiting}`}`;
}

/** `Error: exit code 1: the last words that the container left in its termination message`. */
export function tellExit({ reason = 'Error', exitCode, message = '' }: Terminated): string {
  return [`${reason}: exit code ${exitCode}`, message.trim()].filter(Boolean).join(': ');
}

/** Of one exit, where no count and no probe says more. */
export function codeOfExit(last: Terminated): DiagnosisCode {
  if (endedByMemory(last)) return 'out-of-memory';
  if (NOT_FOUND.includes(last.exitCode)) return 'bad-command';
  return last.exitCode === 0 ? 'exited' : 'crash-loop';
}

function ranFor({ startedAt, finishedAt }: Terminated): number {
  const ms = Date.parse(finishedAt ?? '') - Date.parse(startedAt ?? '');
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}

/**
 * A run that began before the others were up says nothing: it may have waited for them.
 * @param readyAt when the last of the others got Ready, ms of the cluster's clock; 0: long ago
 */
export const beganAfter = ({ startedAt }: Terminated, readyAt: number): boolean =>
  readyAt === 0 || Date.parse(startedAt ?? '') > readyAt + REACHABLE_AFTER;

const NOT_FOUND = [126, 127];
const RESTARTED = { mayWaitForOthers: true, retriedByJob: true } as const;

/** Containers that start and do not stay; the first row that fits names the cause. */
export const EXIT_ROWS: readonly Row<ContainerSubject>[] = [
  {
    name: 'out-of-memory',
    code: 'out-of-memory',
    class: 'count',
    bound: SURE_EXITS,
    retriedByJob: true,
    find: exited(endedByMemory),
    hint: ({ container, workload }) =>
      `Container ${container.name} of ${workload} needs more memory than its limit${limitText(container)}: raise resources.limits.memory, or make it use less.`,
  },
  {
    name: 'command-not-found',
    code: 'bad-command',
    class: 'count',
    bound: SURE_EXITS,
    retriedByJob: true,
    find: exited((last) => NOT_FOUND.includes(last.exitCode) && last.reason !== 'StartError'),
    hint: (subject) =>
      `Exit code 126 or 127 is a shell's "cannot execute" or "command not found": check the command of container ${subject.container.name} against ${subject.container.image}. ${previousLog(subject)}`,
  },
  {
    name: 'exit-zero',
    code: 'exited',
    class: 'count',
    bound: SURE_EXITS,
    retriedByJob: true,
    find: exited((last) => last.exitCode === 0),
    hint: (subject) =>
      `Container ${subject.container.name} ends by itself without an error, but a server must stay: does its command start the server in the foreground? ${previousLog(subject)}`,
  },
  {
    name: 'init-exits',
    code: 'init-failed',
    class: 'count',
    bound: EXITS,
    minAge: FIRST_TWENTY_SECONDS,
    ...RESTARTED,
    find: exited((last, { init, othersReadyAt }) => init && beganAfter(last, othersReadyAt)),
    hint: (subject) =>
      `Init container ${subject.container.name} must end with exit code 0 before the others start. ${previousLog(subject)}`,
  },
  {
    name: 'exits',
    code: 'crash-loop',
    class: 'count',
    bound: EXITS,
    minAge: FIRST_TWENTY_SECONDS,
    ...RESTARTED,
    find: exited((last, { othersReadyAt }) => beganAfter(last, othersReadyAt)),
    hint: (subject) =>
      `Container ${subject.container.name} ends soon after its start; its last lines say why: ${previousLog(subject)}. If it only waits for something that comes late, raise \`max-restarts\`.`,
  },
  {
    name: 'first-exits',
    code: 'crash-loop',
    class: 'transient',
    find: exited(() => true),
    hint: (subject) => `Container ${subject.container.name} ended. ${previousLog(subject)}`,
  },
];
