import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { type FileReport, ownLines, type Report } from './outcome.ts';

interface TestCase {
  readonly ancestorTitles: readonly string[];
  readonly title: string;
  readonly status: string;
  readonly duration?: number | null;
  readonly failureMessages: readonly string[];
}

interface FileResult {
  readonly testResults: readonly TestCase[];
  readonly failureMessage?: string | null;
  readonly console?: readonly { readonly message: string }[] | undefined;
  readonly perfStats: { readonly start: number; readonly end: number };
}

interface RunningTest {
  readonly path: string;
}

const HEARTBEAT_MS = 30_000;
const SLOW_MS = 100;

/**
 * Jest's reporter: every file as one tree when it ends, and a sign of life from those that run
 * long. The sums are the caller's (scripts/test.ts), which may run jest more than once: it finds
 * the results in the file that TEST_REPORT names.
 */
export default class TreeReporter {
  readonly #root: string;
  readonly #running = new Map<string, { readonly started: number; ended: number }>();
  readonly #report: FileReport[] = [];
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(config: { readonly rootDir: string }) {
    this.#root = config.rootDir;
  }

  onRunStart(): void {
    this.#heartbeat = setInterval(() => this.#sayWhatRuns(), HEARTBEAT_MS);
    this.#heartbeat.unref();
  }

  onTestFileStart(test: RunningTest): void {
    this.#running.set(test.path, { started: Date.now(), ended: 0 });
  }

  onTestCaseResult(test: RunningTest): void {
    const running = this.#running.get(test.path);
    if (running) running.ended++;
  }

  onTestFileResult(test: RunningTest, result: FileResult): void {
    this.#running.delete(test.path);
    const path = relative(this.#root, test.path);
    process.stdout.write(`${describeFile(result, path).join('\n')}\n`);
    const broken = Boolean(result.failureMessage);
    this.#report.push({ path, broken, tests: result.testResults });
  }

  onRunComplete(): void {
    clearInterval(this.#heartbeat);
    const file = process.env.TEST_REPORT;
    const report: Report = this.#report;
    if (file) writeFileSync(file, JSON.stringify(report));
  }

  #sayWhatRuns(): void {
    for (const [path, { started, ended }] of this.#running) {
      const seconds = Math.round((Date.now() - started) / 1000);
      process.stdout.write(
        `… ${relative(this.#root, path)} runs for ${seconds} s, ${ended} tests done\n`,
      );
    }
  }
}

function describeFile(result: FileResult, name: string): readonly string[] {
  const seconds = ((result.perfStats.end - result.perfStats.start) / 1000).toFixed(1);
  const failed = result.testResults.some((test) => test.status === 'failed');
  const broken = !failed && result.failureMessage ? [indent(result.failureMessage, 2)] : [];
  const said = failed || broken.length > 0 ? (result.console ?? []) : [];
  return [
    `${name} (${seconds} s)`,
    ...tree(result.testResults, 0),
    ...broken,
    ...said.map((entry) => indent(entry.message, 2)),
  ];
}

/** Groups in the order of their first test, each once, with what belongs to it below. */
function tree(tests: readonly TestCase[], depth: number): readonly string[] {
  const pad = '  '.repeat(depth + 1);
  const groups = Map.groupBy(tests, (test) => test.ancestorTitles[depth]);
  return [...groups].flatMap(([group, of]) =>
    group === undefined
      ? of.map((test) => describeTest(test, pad))
      : [`${pad}${group}`, ...tree(of, depth + 1)],
  );
}

function describeTest(test: TestCase, pad: string): string {
  const ms = test.duration ?? 0;
  const time = ms >= SLOW_MS ? ` (${(ms / 1000).toFixed(1)} s)` : '';
  if (test.status === 'passed') return `${pad}✓ ${test.title}${time}`;
  if (test.status !== 'failed') return `${pad}○ ${test.title}`;
  const messages = test.failureMessages.map((text) => indent(ownLines(text), pad.length + 4));
  return [`${pad}✘ ${test.title}${time}`, ...messages].join('\n');
}

const indent = (text: string, by: number): string => text.replace(/^(?=.)/gm, ' '.repeat(by));
