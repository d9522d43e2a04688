import { environmentShape } from './environment.ts';
import { releaseOverrideShape, releaseShape } from './release.ts';
import type { Shape } from './shape.ts';

/** Stands for the name of an environment in a path. */
export const ENVIRONMENT = '<environment>';

/** A key of deploy.yml that stands for an input of an action. */
export interface InputKey {
  readonly path: readonly string[];
  readonly input: string;
}

/** Their keys are inputs of their own; every other mapping is one input. */
const OPENED: Readonly<Record<string, string>> = { release: '', rollback: '', e2e: 'e2e-' };
const RENAMED: Readonly<Record<string, string>> = {
  'release.name': 'release',
  // `images` of the actions are references; here it says where the chart takes them.
  'release.images': 'image-paths',
};

/**
 * Every key that stands for an input, the more special after the general: path below the
 * environment joined by `-`, with `release.` and `rollback.` left out.
 */
export const inputKeys = (): readonly InputKey[] => [
  { path: ['trusted-workflows'], input: 'trusted-workflows' },
  ...keysBelow(['release'], releaseShape),
  ...Object.entries(environmentShape.keys).flatMap(([name, shape]) => {
    const path = ['environments', ENVIRONMENT, name];
    if (name === 'release') return keysBelow(path, releaseOverrideShape);
    return name in OPENED ? keysBelow(path, shape) : [{ path, input: name }];
  }),
];

function keysBelow(path: readonly string[], { keys = {} }: Shape<unknown>): readonly InputKey[] {
  const section = path.at(-1) ?? '';
  return Object.keys(keys).map((name) => ({
    path: [...path, name],
    input: RENAMED[`${section}.${name}`] ?? `${OPENED[section]}${name}`,
  }));
}
