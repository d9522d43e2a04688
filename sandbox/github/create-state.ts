import { ACTIONS_BOT, bot } from './accounts.ts';
import { createConcurrency } from './actions/concurrency.ts';
import { createEventLog } from './event-log.ts';
import { noListeners } from './listeners.ts';
import { createLimits } from './rest/limits.ts';
import type { Account, App, State } from './state.ts';

/** GitHub as it is before anybody has come: only GitHub Actions itself is there. */
export function createState(url: string, now: () => Date): State {
  const events = createEventLog(now);
  let last = 1000;
  const nextId = (): number => {
    last += 1;
    return last;
  };
  const apps = new Map<number, App>();
  const accounts = new Map<string, Account>();
  const base = { url, events, accounts, apps, now, nextId };
  const actionsBot = bot(base, ACTIONS_BOT.login, ACTIONS_BOT.id);
  return {
    ...base,
    teams: new Map(),
    repositories: new Map(),
    ownerValues: new Map(),
    tokens: new Map(),
    listeners: noListeners(),
    limits: createLimits(now),
    concurrency: createConcurrency(events, now),
    actionsApp: {
      id: 15368,
      installationId: 0,
      slug: 'github-actions',
      owner: actionsBot,
      bot: actionsBot,
      publicKey: '',
      permissions: {},
      createdAt: now(),
    },
  };
}
