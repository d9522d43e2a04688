import type { Hook } from './assessment.ts';
import type { RevisionStatus } from './history.ts';
import type { KubeObject } from './manifest.ts';

/** What Helm keeps of one revision: the body of its Secret. */
export interface ReleaseRecord {
  readonly version: number;
  readonly status: RevisionStatus;
  /** `Upgrade complete`, `Preparing upgrade`, or the error. */
  readonly description: string;
  readonly manifest: readonly KubeObject[];
  readonly hooks: readonly Hook[];
  /** All of it, as it was stored. */
  readonly raw: RawRelease;
}

/** Helm's JSON; what we do not name is carried along untouched. */
export interface RawRelease extends Readonly<Record<string, unknown>> {
  readonly version?: number;
  readonly info?: {
    readonly status?: string;
    readonly description?: string;
  };
  readonly manifest?: string;
  readonly hooks?: readonly RawHook[] | null;
}

export interface RawHook {
  readonly manifest?: string;
  readonly events?: readonly string[] | null;
  readonly weight?: number;
}

/** The record of an operation that never came to its end, with the words that tell why. */
export function asFailed(raw: RawRelease, description: string): RawRelease {
  return { ...raw, info: { ...raw.info, status: 'failed', description } };
}
