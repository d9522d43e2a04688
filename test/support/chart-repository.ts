import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { writeFiles } from './write-files.ts';

const run = promisify(execFile);

/** A `helm` in an environment of its own. */
export interface HelmCommand {
  readonly helm: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Packages a chart. @returns path of the archive */
export async function packageChart(
  { helm, env }: HelmCommand,
  files: Readonly<Record<string, string>>,
  folder: string,
): Promise<string> {
  await writeFiles(folder, files);
  const { stdout } = await run(helm, ['package', join(folder, 'chart'), '--destination', folder], {
    env,
  });
  return join(folder, basename(stdout.trim().split(': ').pop() ?? ''));
}

export interface RepositoryOptions extends HelmCommand {
  /** Folder with the archives of its charts; the index is made here. */
  readonly folder: string;
  readonly tls: { readonly cert: string; readonly key: string };
  /** Demanded by basic authentication. */
  readonly login?: { readonly username: string; readonly password: string };
}

/** A classic chart repository over TLS: an index and archives. */
export async function startChartRepository(options: RepositoryOptions) {
  const { folder, helm, env, tls, login } = options;
  await run(helm, ['repo', 'index', folder], { env });
  const basic = login && Buffer.from(`${login.username}:${login.password}`).toString('base64');
  const requests: string[] = [];
  const server = createServer(tls, (request, response) => {
    const name = basename(request.url ?? '');
    requests.push(`${request.method} ${request.url}`);
    if (basic && request.headers.authorization !== `Basic ${basic}`) {
      response.writeHead(401).end();
    } else if (/^[\w.+-]+\.(yaml|tgz)$/.test(name)) {
      response.end(readFileSync(join(folder, name)));
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/charts`,
    requests,
    close: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
