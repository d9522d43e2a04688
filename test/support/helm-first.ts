import { dirname } from 'node:path';
import type { TestSandbox } from './sandbox.ts';

/** The variables of a job that finds that helm first; all its other tools are the sandbox's. */
export const helmFirst = (
  { environment }: TestSandbox,
  program: string,
): { readonly PATH: string } => ({
  PATH: `${dirname(program)}:${environment.env.PATH ?? ''}`,
});
