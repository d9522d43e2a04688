import { rm, writeFile } from 'node:fs/promises';
import { type ReadReport, readJunit } from './junit.ts';

/** What a proof reads and writes on disk. */
export interface ProofFiles {
  readonly readReport: (path: string) => Promise<ReadReport>;
  /** Removes a file; one that is not there is fine. */
  readonly removeFile: (path: string) => Promise<void>;
  readonly writeFile: (path: string, text: string) => Promise<void>;
}

export const proofFiles: ProofFiles = {
  readReport: readJunit,
  removeFile: (path) => rm(path, { force: true }),
  writeFile: (path, text) => writeFile(path, text),
};
