import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { findRepository } from '../repositories.ts';
import { canSee } from '../rest/access.ts';
import { authenticate } from '../rest/authenticate.ts';
import { RestError } from '../rest/rest-error.ts';
import type { Caller, Repository, State } from '../state.ts';
import { type CgiAnswer, parseCgi } from './cgi.ts';
import { gitEnvironment } from './command.ts';
import { ZERO } from './git.ts';
import { type RefUpdate, refuseUpdate } from './protect.ts';
import { announceUpdates } from './update-refs.ts';

export interface GitRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Git over smart HTTP, by git's own `git http-backend`. */
export interface SmartHttp {
  /** Undefined when the path is none of git's. */
  readonly answer: (request: GitRequest) => Promise<CgiAnswer | undefined>;
  /** What a push's hook asks: verdicts about its refs, in order. */
  readonly judge: (pushId: string, body: string) => Promise<string | undefined>;
}

const ROUTE = /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/;
const HOOK = join(import.meta.dirname, 'proc-receive-main.ts');

/** Writes the hook all repositories below `folder` share. */
export async function installHook(folder: string): Promise<void> {
  const file = join(folder, '.hooks', 'proc-receive');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `#!/bin/sh\nexec '${process.execPath}' '${HOOK}'\n`);
  await chmod(file, 0o755);
}

interface RunningPush {
  readonly repository: Repository;
  readonly caller: Caller;
  readonly allowed: RefUpdate[];
}

export function openSmartHttp(state: State): SmartHttp {
  const pushes = new Map<string, RunningPush>();
  return {
    async answer(request) {
      const route = ROUTE.exec(request.path);
      if (!route) return undefined;
      const [, owner = '', name = '', service = ''] = route;
      const writes = service === 'git-receive-pack' || request.query.includes('git-receive-pack');
      const entered = enter(state, request, `${owner}/${name}`, writes);
      if ('status' in entered) return entered;
      const { repository, caller } = entered;
      const serve = (extra: NodeJS.ProcessEnv) =>
        httpBackend(repository, `/${service}`, request, { REMOTE_USER: userOf(caller), ...extra });
      if (service !== 'git-receive-pack') return serve({});
      return repository.exclusive(async () => {
        const id = randomUUID();
        const push: RunningPush = { repository, caller, allowed: [] };
        pushes.set(id, push);
        const answer = await serve({ SANDBOX_PUSH: `${state.url}/_push/${id}` });
        pushes.delete(id);
        await announceUpdates(state, repository, caller, await done(push));
        return answer;
      });
    },
    async judge(pushId, body) {
      const push = pushes.get(pushId);
      if (!push) return undefined;
      const verdicts = [];
      for (const update of JSON.parse(body) as RefUpdate[]) {
        const refusal = await refuseUpdate(push.repository, push.caller, update);
        if (!refusal) push.allowed.push(update);
        verdicts.push({
          ref: update.ref,
          ...(refusal ? { reason: refusal.reason } : {}),
          remote: refusal?.remote ?? [],
        });
      }
      return JSON.stringify(verdicts);
    },
  };
}

const userOf = (caller: Caller): string => ('account' in caller ? caller.account.login : '');

/** The repository and who asks, or GitHub's refusal as git shows it. */
function enter(
  state: State,
  request: GitRequest,
  fullName: string,
  writes: boolean,
): { repository: Repository; caller: Caller } | CgiAnswer {
  const refuse = (status: number, text: string): CgiAnswer => ({
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      ...(status === 401 ? { 'www-authenticate': 'Basic realm="GitHub"' } : {}),
    },
    body: Buffer.from(text),
  });
  let caller: Caller;
  try {
    caller = authenticate(state, request.headers.authorization);
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    return refuse(
      401,
      'Invalid username or token. Password authentication is not supported for Git operations.',
    );
  }
  const repository = findRepository(state, fullName);
  if (!repository || !canSee(caller, repository)) {
    return caller.kind === 'anonymous'
      ? refuse(401, 'Repository not found.')
      : refuse(404, 'Repository not found.');
  }
  if (mayUse(caller, repository, writes)) return { repository, caller };
  if (caller.kind === 'anonymous') return refuse(401, 'Authentication is required.');
  if (!writes) return refuse(403, 'Resource not accessible by integration');
  return refuse(403, `Permission to ${repository.fullName}.git denied to ${userOf(caller)}.`);
}

function mayUse(caller: Caller, repository: Repository, writes: boolean): boolean {
  const isOpen = repository.visibility === 'public' && !writes;
  switch (caller.kind) {
    case 'user':
      return (
        isOpen ||
        caller.account.login === repository.owner ||
        caller.account.role === 'admin' ||
        caller.account.role === 'write' ||
        (!writes && caller.account.role === 'read')
      );
    case 'job':
    case 'installation': {
      const held = caller.permissions.contents;
      const own =
        caller.kind === 'installation' ||
        caller.repository.toLowerCase() === repository.fullName.toLowerCase();
      return isOpen || (own && (held === 'write' || (held === 'read' && !writes)));
    }
    default:
      return isOpen;
  }
}

/** The updates of a push that took effect. */
async function done({ repository, allowed }: RunningPush): Promise<readonly RefUpdate[]> {
  const happened: RefUpdate[] = [];
  for (const update of allowed) {
    const now = (await repository.git.ref(update.ref))?.sha ?? ZERO;
    if (now === update.after && update.before !== update.after) happened.push(update);
  }
  return happened;
}

function httpBackend(
  { gitFolder }: Repository,
  service: string,
  { method, query, headers, body }: GitRequest,
  extra: NodeJS.ProcessEnv,
): Promise<CgiAnswer> {
  const unpacked = headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
  const child = spawn('git', ['http-backend'], {
    env: {
      ...gitEnvironment,
      GIT_PROJECT_ROOT: gitFolder,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: service,
      REQUEST_METHOD: method,
      QUERY_STRING: query,
      CONTENT_TYPE: headers['content-type'] ?? '',
      CONTENT_LENGTH: String(unpacked.length),
      GIT_PROTOCOL: headers['git-protocol'] ?? '',
      ...extra,
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const parts: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => parts.push(chunk));
  child.stdin.on('error', () => {}); // A refused request is not read to its end.
  child.stdin.end(unpacked);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(parseCgi(Buffer.concat(parts))));
  });
}
