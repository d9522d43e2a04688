/** What became of one test, or of one check. */
export interface Outcome {
  /** `check`, `unit`, `contract` or `integration`. */
  readonly suite: string;
  /** The file, the groups around it and its own sentence. */
  readonly path: readonly string[];
  readonly status: 'passed' | 'failed' | 'skipped';
  readonly ms: number;
  /** Why it was skipped, or what failed in it; `''` where nobody said. */
  readonly reason: string;
}

/** A test names its reason in its title: `test.skip('does x — skipped: needs y')`. */
const REASON = / — skipped: (.*)$/s;

/** What the reporter writes for `npm test`. */
export type Report = readonly FileReport[];

export interface FileReport {
  readonly path: string;
  /** The file could not be loaded, or something outside its tests failed. */
  readonly broken: boolean;
  readonly tests: readonly {
    readonly ancestorTitles: readonly string[];
    readonly title: string;
    readonly status: string;
    readonly duration?: number | null;
    readonly failureMessages?: readonly string[];
  }[];
}

/**
 * Reads the reporter's report. A file that could not be loaded, or failed outside its tests, is a
 * failed test: what it would have found is unknown.
 * @param skippedFor why a whole suite was skipped
 */
export function readReport(report: Report, skippedFor = ''): readonly Outcome[] {
  return report.flatMap(({ path, broken, tests }) => {
    const suite = path.split('/')[1] ?? '';
    const outcomes = tests.map((test): Outcome => {
      const status = STATUS[test.status] ?? 'skipped';
      return {
        suite,
        path: [path, ...test.ancestorTitles, test.title.replace(REASON, '')],
        status,
        ms: test.duration ?? 0,
        reason:
          status === 'skipped'
            ? (REASON.exec(test.title)?.[1] ?? skippedFor)
            : (test.failureMessages ?? []).map(ownLines).join('\n'),
      };
    });
    const silent = broken && outcomes.every((outcome) => outcome.status !== 'failed');
    const whole: Outcome = { suite, path: [path], status: 'failed', ms: 0, reason: '' };
    return silent ? [...outcomes, whole] : outcomes;
  });
}

const STATUS: Readonly<Record<string, Outcome['status']>> = {
  passed: 'passed',
  failed: 'failed',
};

/** A failure's text without the lines of the test runner's own stack. */
export const ownLines = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !/^\s+at .*node_modules/.test(line))
    .join('\n');
