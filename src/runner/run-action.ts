import {
  ActionError,
  ChecksError,
  describeError,
  describeProblem,
  InputError,
  type InputProblem,
  type Place,
} from '../errors.ts';
import { type RunnerIo, runnerIo } from './io.ts';

/** GitHub shows 10 errors per step; one place is kept for "and N more". */
const SHOWN = 9;

/**
 * Runs the main of an action: whatever it throws becomes clear annotations and a red step. The
 * process ends by itself when nothing is left to do; a leftover handle would be a bug worth seeing.
 * On a cancel GitHub sends SIGINT, after 7.5 s SIGTERM, after 2.5 s more SIGKILL: the first aborts
 * `io.cancelled`, so that main can end its children well; the second ends us at once.
 */
export async function runAction(main: (io: RunnerIo) => Promise<void>): Promise<void> {
  const cancel = new AbortController();
  const io = runnerIo(cancel.signal);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (cancel.signal.aborted) process.exit(1);
      cancel.abort();
    });
  }
  try {
    await main(io);
  } catch (error) {
    process.exitCode = 1;
    annotateFailure(io, error);
  }
}

/** Runs a post step: a clean-up that fails warns, it never turns a green job red. */
export async function runPost(post: (io: RunnerIo) => Promise<void>): Promise<void> {
  const io = runnerIo(new AbortController().signal);
  try {
    await post(io);
  } catch (error) {
    io.annotate('warning', `Clean-up was not complete: ${describeError(error)}`);
  }
}

function annotateFailure(io: RunnerIo, error: unknown): void {
  if (error instanceof AggregateError) {
    for (const one of error.errors.slice(0, SHOWN)) annotateFailure(io, one);
  } else if (error instanceof InputError) {
    annotateAll(io, error.problems.map(ofInput));
  } else if (error instanceof ChecksError) {
    annotateAll(
      io,
      error.problems.map(({ title, message, hint }) => ({ title, text: withHint(message, hint) })),
    );
  } else if (error instanceof ActionError) {
    io.annotate('error', withHint(describeError(error), error.hint), { title: error.code });
  } else {
    io.annotate('error', `A defect in deploy-actions, please report it: ${describeError(error)}`);
    if (error instanceof Error) io.info(error.stack ?? '');
  }
}

interface Problem {
  readonly title: string;
  readonly text: string;
  readonly place?: Place;
}

/** One annotation each; what GitHub would not show any more is folded into one. */
function annotateAll(io: RunnerIo, problems: readonly Problem[]): void {
  for (const { title, text, place } of problems.slice(0, SHOWN)) {
    io.annotate('error', text, { title, ...(place && { place }) });
  }
  const rest = problems.slice(SHOWN);
  if (!rest[0]) return;
  const texts = rest.map(({ text }) => text).join('\n');
  io.annotate('error', `and ${rest.length} more:\n${texts}`, { title: rest[0].title });
}

function ofInput(problem: InputProblem): Problem {
  const { place } = problem;
  const text = `${place ? '' : 'Input '}${describeProblem(problem)}`;
  return {
    title: place ? 'Invalid configuration' : 'Invalid input',
    text: withHint(text, problem.hint),
    ...(place && { place }),
  };
}

const withHint = (message: string, hint: string | undefined): string =>
  hint === undefined || hint === '' ? message : `${message}\n→ ${hint}`;
