/** What the service needs to know, all of it from the environment. */
export interface Settings {
  readonly port: number;
  readonly postgres: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly password: string;
    readonly database: string;
  };
  readonly redis: { readonly host: string; readonly port: number; readonly password: string };
  readonly version: string;
  readonly commit: string;
  /** How long to go on answering after SIGTERM, in seconds. */
  readonly drainSeconds: number;
  readonly fault: { readonly kind: FaultKind; readonly afterSeconds: number };
}

export type FaultKind = 'none' | 'errors' | 'health' | 'views';

const FAULTS: readonly FaultKind[] = ['none', 'errors', 'health', 'views'];

/** Reads the environment; throws one error that names every variable that is missing or wrong. */
export function readSettings(env: NodeJS.ProcessEnv, packageVersion: string): Settings {
  const problems: string[] = [];
  const text = (name: string, fallback?: string): string => {
    const value = env[name] || fallback;
    if (value === undefined) problems.push(`${name} is missing`);
    return value ?? '';
  };
  const number = (name: string, value: string, least: number, most: number): number => {
    const parsed = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (parsed >= least && parsed <= most) return parsed;
    problems.push(`${name} must be a whole number from ${least} to ${most}, not "${value}"`);
    return least;
  };
  const port = (name: string, fallback: string): number =>
    number(name, text(name, fallback), 1, 65_535);
  const fault = (): FaultKind => {
    const value = text('FAIL', 'none');
    const kind = FAULTS.find((known) => known === value);
    if (!kind) problems.push(`FAIL must be one of ${FAULTS.join(', ')}, not "${value}"`);
    return kind ?? 'none';
  };

  const redis = /^(?<host>[^:]+):(?<port>\d+)$/.exec(text('REDIS_ADDR', 'localhost:6379'))?.groups;
  if (!redis) problems.push(`REDIS_ADDR must be host:port, not "${env.REDIS_ADDR}"`);
  const settings: Settings = {
    port: port('PORT', '8080'),
    postgres: {
      host: text('POSTGRES_HOST', 'localhost'),
      port: port('POSTGRES_PORT', '5432'),
      user: text('POSTGRES_USER'),
      password: text('POSTGRES_PASSWORD'),
      database: text('POSTGRES_DB'),
    },
    redis: {
      host: redis?.host ?? '',
      port: number('port of REDIS_ADDR', redis?.port ?? '1', 1, 65_535),
      password: env.REDIS_PASSWORD ?? '',
    },
    version: text('VERSION', packageVersion),
    commit: text('COMMIT', 'unknown'),
    drainSeconds: number('DRAIN_SECONDS', text('DRAIN_SECONDS', '2'), 0, 300),
    fault: {
      kind: fault(),
      afterSeconds: number('FAIL_AFTER_SECONDS', text('FAIL_AFTER_SECONDS', '0'), 0, 86_400),
    },
  };
  if (problems.length > 0) throw new Error(`The settings do not work: ${problems.join('; ')}`);
  return settings;
}
