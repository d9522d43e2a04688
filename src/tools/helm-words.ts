import type { ExecResult } from './exec.ts';

/** What `helm lint` found; `crashed` where it is helm that failed, which says nothing of the chart. */
export type Linted =
  | { readonly verdict: 'clean' }
  | { readonly verdict: 'wrong' | 'crashed'; readonly said: string };

/** Reads the end of a `helm lint`. */
export function lintResult({ code, stdout, stderr }: ExecResult): Linted {
  if (code === 0) return { verdict: 'clean' };
  const crash = crashIn(stderr.split('\n'));
  if (crash !== undefined) return { verdict: 'crashed', said: crash };
  return { verdict: 'wrong', said: lintErrors(stdout) || stderr.trim() };
}

/** What helm says went wrong, without its log prefix; a render error goes on in indented lines. */
export function helmError(lines: readonly string[]): string {
  const crash = crashIn(lines);
  if (crash !== undefined) return `helm itself crashed: ${crash}`;
  const from = lines.findLastIndex((line) => line.startsWith('Error: '));
  if (from < 0) return lines.filter(Boolean).slice(-3).join('\n') || 'helm said nothing';
  const rest = lines.slice(from + 1);
  // What a schema refuses stands in a list below the name of its chart.
  const end = rest.findIndex((line) => !/^(\s+\S|\S+:$|- )/.test(line));
  return [lines[from]?.slice(7), ...(end < 0 ? rest : rest.slice(0, end))].join('\n');
}

/** The errors of helm's report: each begins with `[ERROR]` and goes on in indented lines (Helm 4). */
function lintErrors(report: string): string {
  const errors = report.match(/^\[ERROR\].*(\n(?!\[|==>|Error:|\d+ chart).+)*/gm) ?? [];
  return errors.join('\n').trim();
}

/** A Go program that crashes says so in one line, and where in many; a chart may say the former. */
const crashIn = (lines: readonly string[]): string | undefined =>
  lines.some((line) => /^goroutine \d+ /.test(line))
    ? lines.find((line) => /^(panic|fatal error): /.test(line))
    : undefined;
