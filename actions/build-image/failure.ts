import { ActionError } from '../../src/errors.ts';
import type { Exit } from '../../src/tools/process.ts';
import type { Step } from './build-log.ts';

/** How a build ended that did not end well. */
export interface FailedBuild {
  readonly exit: Exit;
  readonly steps: readonly Step[];
  /** What buildx printed besides its events. */
  readonly text: readonly string[];
}

/** Names the cause of a failed build: the step, what it printed, and its place in the Dockerfile. */
export function buildFailure(failed: FailedBuild): ActionError {
  const step = failed.steps.find(({ error }) => error !== undefined);
  const said = closingError(failed.text) ?? step?.error;
  if (said === undefined) return silentFailure(failed);
  const details = [
    ...place(failed.text),
    ...(step && step.output.length > 0 ? ['Its last output:', ...step.output] : []),
  ];
  return classify(step?.name ?? '', said, details);
}

function classify(step: string, said: string, details: readonly string[]): ActionError {
  const lines = (first: string): string => [first, ...details].join('\n');
  if (isPush(step) && REFUSED.test(said)) {
    return new ActionError('registry-refused', lines(`The push was refused: ${said}`), {
      hint: 'The login may read but not push, or there is none: give registry-username and registry-password, or log in in an earlier step; for ghcr.io the job needs "permissions: packages: write".',
    });
  }
  if (isPush(step) && BROKEN_OFF.test(said)) {
    return new ActionError('request-failed', lines(`The push broke off: ${said}`), {
      hint: 'The registry, or the way to it, failed again and again: does it have trouble now? Nothing is wrong with the build.',
    });
  }
  const base = /\[internal\] load metadata for (\S+)/.exec(step)?.[1];
  if (base !== undefined) {
    return new ActionError('image-missing', lines(`Base image ${base} cannot be had: ${said}`), {
      hint: 'Check its name and tag in the FROM line, and log in to its registry when it is private.',
    });
  }
  // BuildKit repeats the command, which the step's name already shows.
  const reason = /did not complete successfully: (exit code: \d+)/.exec(said)?.[1] ?? said;
  return new ActionError('build-failed', lines(step === '' ? said : `${step} failed: ${reason}`), {
    hint: 'Run the same build on your machine: docker buildx build with the same file and context.',
  });
}

/** By the name of a step. */
export const isPush = (step: string): boolean => /^(pushing|exporting) /.test(step);

const REFUSED =
  /\b(401|403)\b|unauthorized|forbidden|denied|insufficient_scope|authoriz|no basic auth/i;

/** A registry in trouble or too busy, or a connection that was lost: it may well do the next time. */
const BROKEN_OFF =
  /unexpected (HTTP )?status.*\b(429|5\d\d)\b|toomanyrequests|connection (reset|refused)|broken pipe|\bEOF\b|i\/o timeout|TLS handshake timeout/i;

/** Whether a push failed in a way that another try may heal. */
export const isBrokenOff = (error: unknown): boolean =>
  error instanceof ActionError && error.code === 'request-failed';

/** buildx's own last word, without the step it repeats. */
function closingError(text: readonly string[]): string | undefined {
  const line = text.findLast((candidate) => candidate.startsWith('ERROR: '));
  return line?.replace(/^ERROR: (failed to (build|solve): )*/, '');
}

/** `Dockerfile:3` and the marked lines, as buildx prints them between dashes. */
function place(text: readonly string[]): readonly string[] {
  const start = text.findIndex((line) => /^\S.*:\d+$/.test(line));
  if (start < 0 || !text[start + 1]?.startsWith('-----')) return [];
  const marked = text.slice(start + 2).filter((line) => /^ *\d+ \| >>> /.test(line));
  return [`At ${text[start]}:`, ...marked];
}

/** buildx ended red without a reason; build-push-action 7.3.0 reports that as success. */
function silentFailure({ exit, text }: FailedBuild): ActionError {
  const killed = exit.signal === 'SIGKILL' || exit.code === 137;
  const how = exit.signal === null ? `exit code ${exit.code}` : `signal ${exit.signal}`;
  const said = text.join('\n').trim();
  return new ActionError(
    'build-failed',
    `docker buildx ended with ${how}${said === '' ? ' and gave no reason' : `: ${said}`}`,
    {
      hint: killed
        ? 'It was killed, mostly because the runner was out of memory.'
        : 'Look at the engine: docker version, docker buildx ls, free disk space (df -h).',
    },
  );
}
