/** A change of the bench's chart that cannot roll out. */
export interface Fault {
  readonly id: string;
  readonly what: string;
  /** YAML for the bench's chart. */
  readonly values: string;
  /** The diagnosis that must be printed. */
  readonly code: string;
  /** Goal of the design, from the start of the step. */
  readonly seconds: number;
}

export const FAULTS: readonly Fault[] = [
  {
    ...{ id: 'tag', what: 'wrong tag', code: 'image-not-found', seconds: 5 },
    values: 'image: busybox:no-such-tag',
  },
  {
    ...{ id: 'name', what: 'bad image name', code: 'image-not-found', seconds: 5 },
    values: 'image: Busybox/Web:1',
  },
  {
    ...{ id: 'command', what: 'bad command', code: 'bad-command', seconds: 5 },
    values: 'command: /nope',
  },
  {
    ...{ id: 'memory', what: 'out of memory', code: 'out-of-memory', seconds: 10 },
    // tail keeps what it reads in memory until a line ends, and /dev/zero has none.
    values: 'memory: 16Mi\nscript: tail /dev/zero',
  },
  {
    ...{ id: 'exit', what: 'exit 0', code: 'exited', seconds: 10 },
    values: 'script: "true"',
  },
  {
    ...{ id: 'crash', what: 'crash loop', code: 'crash-loop', seconds: 25 },
    values: 'script: "echo no database; exit 1"',
  },
];
