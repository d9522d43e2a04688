import { humanTime } from '../../src/domain/human-time.ts';

/** What the person in front of the demo sees: a story in chapters, then a table. */
export interface Screen {
  readonly chapter: (title: string) => void;
  readonly line: (text: string) => void;
  /** Runs one measured phase; its claim is printed only after it was proven. */
  readonly phase: <T>(name: string, body: () => Promise<Proven<T>>) => Promise<T>;
  readonly table: () => string;
}

export interface Proven<T> {
  readonly value: T;
  /** What was re-read, and where. */
  readonly proof: string;
}

export function openScreen(write: (text: string) => void): Screen {
  const phases: { name: string; ms: number; proof: string }[] = [];
  let chapters = 0;
  return {
    chapter: (title) => write(`\n${++chapters}  ${title}\n`),
    line: (text) => write(`     ${text}\n`),
    phase: async (name, body) => {
      const started = performance.now();
      const { value, proof } = await body();
      const ms = performance.now() - started;
      phases.push({ name, ms, proof });
      write(`   ✔ ${name} (${humanTime(ms)}): ${proof}\n`);
      return value;
    },
    table: () => {
      const width = Math.max(...phases.map(({ name }) => name.length));
      return phases
        .map(
          ({ name, ms, proof }) =>
            `  ${name.padEnd(width)}  ${humanTime(ms).padStart(12)}  ${proof}`,
        )
        .join('\n');
    },
  };
}
