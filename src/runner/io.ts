import { tmpdir } from 'node:os';
import * as core from '@actions/core';
import { inert } from '../domain/inert.ts';
import type { Place } from '../errors.ts';

export interface Annotation {
  readonly title?: string;
  /** Shown beside the line of the file, too. */
  readonly place?: Place;
}

/** What an action may do with the runner. The only adapter of @actions/core. */
export interface RunnerIo {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** RUNNER_TEMP: the only place where files are written. */
  readonly tempFolder: string;
  /** The text of an input, `''` when not given. */
  readonly read: (name: string) => string;
  readonly mask: (secret: string) => void;
  /** Prints; the runner never takes it for a workflow command, whoever wrote the text. */
  readonly info: (line: string) => void;
  /** A warning as an annotation: a check that could not be done, a risk that was taken. */
  readonly warn: (text: string) => void;
  readonly annotate: (
    level: 'error' | 'warning' | 'notice',
    text: string,
    about?: Annotation,
  ) => void;
  /** Folds the lines that `body` prints under one title. */
  readonly group: <T>(title: string, body: () => Promise<T>) => Promise<T>;
  readonly output: (name: string, value: string) => void;
  /** Appends markdown to the job summary, cut below GitHub's limit of 1 MiB a step. */
  readonly summary: (markdown: string) => Promise<void>;
  /** Keeps a value for `post`; call it before the thing it undoes is done. */
  readonly saveState: (name: string, value: string) => void;
  readonly loadState: (name: string) => string;
  readonly exportVariable: (name: string, value: string) => void;
  /** Aborted when the user cancels the run: end within 7.5 s, `post` does the rest. */
  readonly cancelled: AbortSignal;
}

const SUMMARY_LIMIT = 1024 * 1024 - 1024;

export const runnerIo = (cancelled: AbortSignal): RunnerIo => ({
  cancelled,
  env: process.env,
  tempFolder: process.env.RUNNER_TEMP ?? tmpdir(),
  read: (name) => core.getInput(name),
  mask: (secret) => maskEverywhere(secret),
  info: (line) => core.info(inert(line)),
  warn: (text) => core.warning(text),
  annotate: (level, text, { title, place } = {}) => {
    const write = { error: core.error, warning: core.warning, notice: core.notice }[level];
    write(text, {
      ...(title !== undefined && { title }),
      ...(place && { file: place.file, startLine: place.line, startColumn: place.column }),
    });
  },
  group: (title, body) => core.group(title, body),
  output: (name, value) => core.setOutput(name, value),
  summary: async (markdown) => {
    const bytes = Buffer.from(markdown);
    const whole = bytes.length <= SUMMARY_LIMIT;
    const shown = whole ? markdown : `${bytes.toString('utf8', 0, SUMMARY_LIMIT)}\n\n… cut here.`;
    await core.summary.addRaw(shown, true).write();
  },
  saveState: (name, value) => core.saveState(name, value),
  loadState: (name) => core.getState(name),
  exportVariable: (name, value) => core.exportVariable(name, value),
});

/**
 * Masks a secret with its lines and the encodings it is likely to appear in. Strings below 8
 * characters are not masked: a mask on `1` blanks the log and makes GitHub drop outputs.
 */
function maskEverywhere(secret: string): void {
  const forms = new Set([secret, ...secret.split(/\r?\n/)].map((form) => form.trim()));
  for (const form of [...forms]) {
    forms.add(Buffer.from(form).toString('base64'));
    forms.add(encodeURIComponent(form));
    forms.add(JSON.stringify(form).slice(1, -1));
  }
  // A text of many lines is not masked as one: the runner would mask each line, `}` and `-` too.
  for (const form of forms) if (form.length >= 8 && !/[\r\n]/.test(form)) core.setSecret(form);
}
