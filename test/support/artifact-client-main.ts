/**
 * `node artifact-client-main.ts CLIENT upload NAME FOLDER FILE…` or `… CLIENT download NAME FOLDER`:
 * GitHub's own artifact client, in a process of its own because it reads its settings from the
 * environment. CLIENT is the folder that holds node_modules/@actions/artifact.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Client {
  uploadArtifact(
    name: string,
    files: readonly string[],
    root: string,
  ): Promise<{ readonly id?: number; readonly size?: number; readonly digest?: string }>;
  getArtifact(name: string): Promise<{ readonly artifact: { readonly id: number } }>;
  downloadArtifact(
    id: number,
    options: { readonly path: string },
  ): Promise<{ readonly digestMismatch?: boolean }>;
}

const [client = '', verb, name = '', folder = '', ...files] = process.argv.slice(2);
const file = join(client, 'node_modules/@actions/artifact/lib/artifact.js');
const module = (await import(pathToFileURL(file).href)) as {
  readonly DefaultArtifactClient: new () => Client;
};
const artifacts = new module.DefaultArtifactClient();
const report = (value: unknown): void => console.log(`\nresult ${JSON.stringify(value)}`);
if (verb === 'upload') {
  const paths = files.map((path) => join(folder, path));
  report(await artifacts.uploadArtifact(name, paths, folder));
} else {
  const { artifact } = await artifacts.getArtifact(name);
  report(await artifacts.downloadArtifact(artifact.id, { path: folder }));
}
