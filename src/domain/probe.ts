/** One question to a service, asked again and again. */
export interface Probe {
  /** As the user wrote it, and unique: for messages and for finding its answers. */
  readonly name: string;
  /** A path below the environment's URL, or a whole URL. */
  readonly path: string;
  readonly status: number;
  /** Text that the answer must hold. */
  readonly body?: string;
  /** The `version` (or `commit`) in the JSON of the answer. */
  readonly version?: string;
}

export interface ProbeAnswer {
  readonly status: number;
  readonly body: string;
}

/** What is wrong with an answer; `undefined` for a good one. */
export function problemOf(probe: Probe, answer: ProbeAnswer): string | undefined {
  const said = answer.body.replace(/\s+/g, ' ').slice(0, 80);
  if (answer.status !== probe.status) {
    return `answered ${answer.status}, not ${probe.status}${said && `: ${said}`}`;
  }
  if (probe.body !== undefined && !answer.body.includes(probe.body)) {
    return `the answer does not hold "${probe.body}": ${said}`;
  }
  if (probe.version === undefined) return undefined;
  const versions = versionsIn(answer.body);
  return versions.includes(probe.version)
    ? undefined
    : `version ${versions.join(' / ') || 'unknown'} answers, not ${probe.version}`;
}

function versionsIn(body: string): readonly string[] {
  try {
    const { version, commit } = JSON.parse(body) as { version?: unknown; commit?: unknown };
    return [version, commit].filter((it) => typeof it === 'string');
  } catch {
    return [body.trim().slice(0, 80)];
  }
}
