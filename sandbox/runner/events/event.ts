import type { ObjectValue } from '../language/value.ts';

export interface Actor {
  readonly login: string;
  readonly id: number;
}

interface AnyEvent {
  /** `acme/shop` */
  readonly repository: string;
  readonly actor: Actor;
  /** More of the webhook's payload, over what the runner knows by itself. */
  readonly payload?: ObjectValue;
}

export interface PushEvent extends AnyEvent {
  readonly name: 'push';
  /** `refs/heads/main` or `refs/tags/v1` */
  readonly ref: string;
  /** The commit the ref stood on; `undefined` for a new one. */
  readonly before?: string | undefined;
  readonly sha: string;
}

export interface PullRequestEvent extends AnyEvent {
  readonly name: 'pull_request';
  /** `opened`, `synchronize`, `reopened` start runs by default. */
  readonly action: string;
  readonly number: number;
  readonly title: string;
  readonly base: { readonly ref: string; readonly sha: string };
  /** `repository` differs from the event's for a fork. */
  readonly head: { readonly ref: string; readonly sha: string; readonly repository: string };
  /** The commit of `refs/pull/N/merge`; workflows are read from it. */
  readonly sha: string;
}

export interface DispatchEvent extends AnyEvent {
  readonly name: 'workflow_dispatch';
  /** `.github/workflows/x.yml` */
  readonly workflow: string;
  /** `refs/heads/main` or `refs/tags/v1` */
  readonly ref: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** A due schedule; nothing here keeps the time. */
export interface ScheduleEvent extends AnyEvent {
  readonly name: 'schedule';
  readonly workflow: string;
  readonly cron: string;
}

export type Event = PushEvent | PullRequestEvent | DispatchEvent | ScheduleEvent;

/** GitHub would not take the event, e.g. a dispatch without a required input (422). */
export class EventRefused extends Error {}
