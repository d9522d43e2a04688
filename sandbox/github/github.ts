import { mkdir } from 'node:fs/promises';
import type { User } from './accounts.ts';
import { openArtifactService } from './actions/artifacts.ts';
import type { EnvironmentSettings } from './actions/environments.ts';
import type { ActionsBackend, RepositoryFacts } from './actions-backend.ts';
import { administration } from './administration.ts';
import type { RegisteredApp } from './apps.ts';
import { actionsBackend } from './backend.ts';
import { createState } from './create-state.ts';
import type { EventLog } from './event-log.ts';
import { createFaulty } from './faulty.ts';
import { installHook, openSmartHttp } from './git/smart-http.ts';
import type { Listeners } from './listeners.ts';
import { type PullFacts, pullFacts } from './pulls.ts';
import type { RepositoryOptions } from './repositories.ts';
import { authenticate } from './rest/authenticate.ts';
import { openDescription } from './rest/description.ts';
import { createFaults, type Faults } from './rest/faults.ts';
import { operations } from './rest/operations.ts';
import type { Violation } from './rest/rest.ts';
import { answerWith } from './routes.ts';
import { serveHttp } from './server.ts';
import type { Permissions, Protection, Role } from './state.ts';

export interface GitHubOptions {
  /** Where the bare repositories lie. */
  readonly folder: string;
  /** A free port when absent. */
  readonly port?: number;
  readonly now?: () => Date;
  /** Milliseconds a minute of a wait timer lasts; 60 000 when absent. */
  readonly minute?: number;
  /** Milliseconds a deployment may wait for reviewers; GitHub's 30 days when absent. */
  readonly reviewLimit?: number;
}

/** A GitHub of our own: REST, git over HTTP, and the state behind workflow runs. */
export interface GitHub {
  readonly url: string;
  readonly backend: ActionsBackend;
  readonly events: EventLog;
  /**
   * Requests and answers that do not fit GitHub's description; tests assert that it is empty, and
   * empty it where they break the rules on purpose.
   */
  readonly violations: Violation[];
  readonly faults: Faults;
  readonly createRepository: (
    fullName: string,
    options?: RepositoryOptions,
  ) => Promise<RepositoryFacts>;
  /** A person with that role (`write` when absent) in every repository, and a token. */
  readonly addUser: (login: string, role?: Role) => User;
  readonly addTeam: (organization: string, slug: string, members: readonly string[]) => void;
  readonly registerApp: (slug: string, owner: string, permissions: Permissions) => RegisteredApp;
  /** What POST /app/installations/ID/access_tokens gives, without the JWT. */
  readonly installationToken: (app: RegisteredApp) => string;
  /** Creates or changes; what is not named stays. Names are matched without case. */
  readonly setEnvironment: (fullName: string, name: string, settings?: EnvironmentSettings) => void;
  /** `owner` is `acme`, `acme/shop`, or with an environment its `acme/shop`. */
  readonly setSecret: (owner: string, name: string, value: string, environment?: string) => void;
  readonly setVariable: (owner: string, name: string, value: string, environment?: string) => void;
  /** Undefined takes the protection away. */
  readonly setBranchProtection: (
    fullName: string,
    branch: string,
    protection: Protection | undefined,
  ) => void;
  readonly onPush: Listen<'push'>;
  /** The listener starts the run and answers its id. */
  readonly onDispatch: Listen<'dispatch'>;
  readonly onRepositoryDispatch: Listen<'repositoryDispatch'>;
  readonly onRerun: Listen<'rerun'>;
  readonly onPull: Listen<'pull'>;
  readonly pull: (fullName: string, number: number) => Promise<PullFacts>;
  /** Leaves whoever has this token so many requests in the running hour. */
  readonly setRemainingRequests: (token: string, remaining: number) => void;
  readonly close: () => Promise<void>;
}

type Listen<Kind extends keyof Listeners> = (
  listener: Listeners[Kind] extends Set<infer Listener> ? Listener : never,
) => () => void;

const DAY = 86_400_000;

export async function openGitHub(options: GitHubOptions): Promise<GitHub> {
  const { folder, port, now = () => new Date(), minute = 60_000 } = options;
  await mkdir(folder, { recursive: true });
  await installHook(folder);
  const violations: Violation[] = [];
  const faults = createFaults();
  const faulty = createFaulty(faults, now);
  const description = await openDescription();
  let routes: ReturnType<typeof answerWith> | undefined;
  const server = await serveHttp(async (request) => {
    if (!routes) throw new Error('the emulator is still starting');
    return routes(request);
  }, port);
  const state = createState(server.url, now);
  const artifacts = openArtifactService(state);
  const git = openSmartHttp(state);
  routes = answerWith({
    rest: { state, description, operations, violations },
    git,
    artifacts,
    faulty,
  });
  const times = { minute, reviewLimit: options.reviewLimit ?? 30 * DAY };
  return {
    url: state.url,
    backend: actionsBackend(state, times, artifacts),
    events: state.events,
    violations,
    faults,
    ...administration(state, folder),
    onPush: listen(state.listeners.push),
    onDispatch: listen(state.listeners.dispatch),
    onRepositoryDispatch: listen(state.listeners.repositoryDispatch),
    onRerun: listen(state.listeners.rerun),
    onPull: listen(state.listeners.pull),
    pull: (fullName, number) => pullFacts(state, fullName, number),
    setRemainingRequests: (token, remaining) =>
      state.limits.setRemaining(authenticate(state, `token ${token}`), remaining),
    close: server.close,
  };
}

const listen =
  <Listener>(listeners: Set<Listener>) =>
  (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
