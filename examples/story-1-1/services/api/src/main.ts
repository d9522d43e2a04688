import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { openDatabase } from './database.ts';
import { createFault } from './fault.ts';
import { healthRoutes } from './health-routes.ts';
import { createLog, reason } from './log.ts';
import { createMetrics } from './metrics.ts';
import { checkSchema, migrate } from './migrations.ts';
import { untilDone } from './retry.ts';
import { type Server, startServer } from './server.ts';
import { readSettings } from './settings.ts';
import { storiesIn } from './stories.ts';
import { storyRoutes } from './story-routes.ts';
import { openViews } from './views.ts';

/** Longest wait for requests that run when the process is told to stop, in seconds. */
const LAST_REQUESTS_SECONDS = 10;

const packageFile = new URL('../package.json', import.meta.url);
const { version: packageVersion } = JSON.parse(await readFile(packageFile, 'utf8'));
const settings = readSettings(process.env, packageVersion);
const { version, commit } = settings;
const log = createLog((line) => process.stdout.write(line), { version });

const pool = openDatabase(settings.postgres, log);
const views = openViews(settings.redis, log);
const fault = createFault(settings.fault, () => process.uptime());
const metrics = createMetrics(version, commit);
const stop = new AbortController();
let connected = false;

const away = (): string | undefined => {
  if (server.stopping()) return 'stopping';
  return connected ? undefined : 'waiting for Postgres and Redis';
};
const checks = { postgres: () => checkSchema(pool), redis: views.ping };
const routes = [
  ...healthRoutes({ checks, away, fault, metrics, version, commit }),
  ...storyRoutes({ stories: storiesIn(pool), views, fault, log }),
];
// It answers /health before the databases do, so that whoever waits can see what it waits for.
const server: Server = await startServer(settings.port, {
  routes,
  metrics,
  log,
  instance: hostname(),
});
log('info', 'listening', { port: server.port, commit, fault: settings.fault.kind });
process.once('SIGTERM', () => void shutDown('SIGTERM'));
process.once('SIGINT', () => void shutDown('SIGINT'));

try {
  const [applied] = await Promise.all([
    untilDone(
      () => migrate(pool),
      (error, attempt) => log('warn', 'waiting for Postgres', { attempt, error: reason(error) }),
      stop.signal,
    ),
    views.connect(),
  ]);
  connected = true;
  log('info', 'ready', { migrationsApplied: applied });
} catch (error) {
  if (!stop.signal.aborted) throw error;
}

async function shutDown(signal: string): Promise<void> {
  log('info', 'stopping', { signal });
  stop.abort();
  await server.stop(settings.drainSeconds, LAST_REQUESTS_SECONDS);
  await Promise.all([pool.end(), views.close()]);
  log('info', 'stopped');
}
