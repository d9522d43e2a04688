import type { Revision } from '../../src/domain/history.ts';

/** What post must know about a rollout that main could not bring to its end. */
export interface CourseState {
  /** The revision that helm was about to make. */
  readonly revision: number;
  /** The one that was live before. */
  readonly live: Revision | undefined;
  /** Id of the bundle, `''` when none is known. */
  readonly bundle: string;
  /** Id of the GitHub Deployment. */
  readonly deployment: number | undefined;
  readonly lockToken: string;
}

const STATE = 'course';
const HELM = 'helm-pid';

interface Save {
  readonly saveState: (name: string, value: string) => void;
}

/** State first, then action: called before helm is started, so that no cancel comes too early. */
export function saveCourse(state: CourseState, { saveState }: Save): void {
  saveState(STATE, JSON.stringify(state));
}

/** Main may be killed before it can tell helm to stop. */
export function saveHelm(pid: number, { saveState }: Save): void {
  saveState(HELM, String(pid));
}

/** Helm's pid as main saw it, 0 when it was not started. */
export const savedHelm = (loadState: (name: string) => string): number => Number(loadState(HELM));

/** Nothing is left to do for post. The same key: a second one that got lost would undo a good deploy. */
export function closeCourse({ saveState }: Save): void {
  saveState(STATE, '');
}

/** The rollout that main left open; undefined when there is none. */
export function openCourse(loadState: (name: string) => string): CourseState | undefined {
  const text = loadState(STATE);
  return text === '' ? undefined : (JSON.parse(text) as CourseState);
}
