import type { User } from '../github/accounts.ts';
import type { Stage } from '../stage/stage.ts';
import type { Ground } from './ground.ts';
import type { Place } from './place.ts';
import type { Screen } from './screen.ts';
import type { ServiceRepository } from './service-repository.ts';

/** The service's repository on the emulated GitHub. */
export const REPOSITORY = 'acme/story-1-1';
export const DEPLOY = '.github/workflows/deploy.yml';
export const ROLLBACK = '.github/workflows/rollback.yml';

export interface StoryPorts {
  /** Root of this checkout, where the actions and the examples are. */
  readonly root: string;
  /** Folder for logs and summaries. */
  readonly pages: string;
  readonly screen: Screen;
  /** Brings up what the story stands on. */
  readonly openGround: () => Promise<Ground>;
  /** Called where a person would decide; settles when the story may go on. */
  readonly confirm: (question: string) => Promise<void>;
}

/** Everything the scenes of the story share. */
export interface Scene {
  readonly ground: Ground;
  readonly stage: Stage;
  readonly staging: Place;
  readonly production: Place;
  readonly repository: ServiceRepository;
  /** Writes the service. */
  readonly alice: User;
  /** Reviews what goes to production, and presses the rollback button. */
  readonly bob: User;
  readonly ports: StoryPorts;
}
