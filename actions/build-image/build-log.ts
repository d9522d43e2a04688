import { humanTime } from '../../src/domain/human-time.ts';
import type { BuildEvent, Vertex } from './build-events.ts';

/** A step of the Dockerfile, or what BuildKit does around it. */
export interface Step {
  readonly name: string;
  readonly ms: number;
  readonly cached: boolean;
  readonly error: string | undefined;
  /** The last lines it printed. */
  readonly output: readonly string[];
}

export interface BuildLog {
  readonly add: (event: BuildEvent) => void;
  readonly steps: () => readonly Step[];
}

/** What an annotation can show without drowning its message. */
const KEPT_LINES = 20;
/** BuildKit comes back to a step in slices; a slice below this is not worth a line of its own. */
const NOTABLE_MS = 500;

interface Entry {
  name: string;
  ms: number;
  cached: boolean;
  error: string | undefined;
  output: string[];
  /** What was printed without a line break yet. */
  unfinished: string;
  /** Start times of the slices that were counted, first to last. */
  readonly done: Set<string>;
}

/** Follows a build: prints each step as it ends, its output as it comes, and keeps both. */
export function createBuildLog(print: (line: string) => void): BuildLog {
  const entries = new Map<string, Entry>();

  const entryOf = (digest: string): Entry => {
    const found = entries.get(digest) ?? newEntry();
    entries.set(digest, found);
    return found;
  };

  const addVertex = (vertex: Vertex): void => {
    const entry = entryOf(vertex.digest);
    entry.name = vertex.name;
    entry.cached ||= vertex.cached ?? false;
    entry.error ??= vertex.error;
    const { started, completed } = vertex;
    if (started === undefined || completed === undefined || entry.done.has(started)) return;
    const ms = Date.parse(completed) - Date.parse(started);
    const first = entry.done.size === 0;
    entry.done.add(started);
    entry.ms += ms;
    const quiet = !first || entry.name.startsWith('[internal]');
    endLine(entry);
    if (!quiet || ms >= NOTABLE_MS || vertex.error) print(stepLine(entry, ms));
  };

  const addLine = (entry: Entry, line: string): void => {
    // A progress bar rewrites its line with carriage returns: only what stands there at the end.
    const shown = line.slice(line.lastIndexOf('\r') + 1);
    print(`    ${shown}`);
    entry.output = [...entry.output, shown].slice(-KEPT_LINES);
  };

  /** What was printed without a line break is a line when the step ends. */
  const endLine = (entry: Entry): void => {
    if (entry.unfinished !== '') addLine(entry, entry.unfinished);
    entry.unfinished = '';
  };

  const addLog = (digest: string, text: string): void => {
    const entry = entryOf(digest);
    const lines = (entry.unfinished + text).split(/\r?\n/);
    entry.unfinished = lines.pop() ?? '';
    for (const line of lines) addLine(entry, line);
  };

  return {
    add: ({ vertexes = [], logs = [], warnings = [] }) => {
      for (const vertex of vertexes) addVertex(vertex);
      for (const { vertex, data } of logs) addLog(vertex, Buffer.from(data, 'base64').toString());
      for (const { short } of warnings) {
        if (short) print(`! ${Buffer.from(short, 'base64').toString()}`);
      }
    },
    steps: () => {
      const ordered = [...entries.values()].sort(byStart);
      for (const entry of ordered) endLine(entry);
      return ordered.map(({ done: _, unfinished: __, ...step }) => step);
    },
  };
}

const newEntry = (): Entry => ({
  ...{ name: '', ms: 0, cached: false, error: undefined },
  ...{ output: [], unfinished: '', done: new Set<string>() },
});

/** BuildKit announces steps from the last to the first; one that never began comes last. */
function byStart(a: Entry, b: Entry): number {
  const [first = '~'] = a.done;
  const [second = '~'] = b.done;
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

function stepLine({ name, cached, error }: Entry, ms: number): string {
  if (error !== undefined) return `✘ ${name} ${humanTime(ms)}`;
  return cached ? `✔ ${name} CACHED` : `✔ ${name} ${humanTime(ms)}`;
}

/** The steps of the Dockerfile (`[stage 2/5] RUN …`), without BuildKit's own. */
export const dockerfileSteps = (steps: readonly Step[]): readonly Step[] =>
  steps.filter(({ name }) => /^\[(?:\S+ )*\d+\/\d+\] /.test(name));
