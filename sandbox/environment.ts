import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kubeconfigFile } from './cluster/kubeconfig.ts';
import { caBundleFile } from './cluster/pki.ts';
import { engineEnvironment } from './engine/client.ts';
import { STAND_INS } from './images/mirror.ts';
import type { Tools } from './tools/tools.ts';
import { enter } from './world/daemons.ts';
import { replaceFile, replaceLink } from './world/replace-file.ts';
import type { World } from './world/world.ts';

/** What a program needs to know to work with a running sandbox; `env --json` prints it. */
export interface Environment {
  /** To be added to a process's environment; PATH is the caller's with the sandbox's tools first. */
  readonly env: Readonly<Record<string, string>>;
  /** Folders that `env.PATH` starts with: helm (4; helm3 and helm4 too), kubectl, docker. */
  readonly path: readonly string[];
  /** `host:port`, over TLS. */
  readonly registry: string;
  /** Images that can be pulled by these names, as if from Docker Hub. */
  readonly images: readonly string[];
  readonly issuer: string;
  /** Paths of the programs. */
  readonly helm: { readonly v3: string; readonly v4: string };
  readonly kubectl: string;
  readonly nodeIp: string;
  /** argv prefix that runs a command inside the sandbox's network; signals reach the command. */
  readonly enter: readonly string[];
}

/** By which node, Go and OpenSSL, curl, and git learn whom to trust. */
const TRUST_VARIABLES = [
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_FILE',
  'CURL_CA_BUNDLE',
  'GIT_SSL_CAINFO',
];

const fileOf = (world: World): string => join(world.folder, 'environment.json');
const binFolder = (world: World): string => join(world.folder, 'bin');

/** Keeps the answer for `environment`, and puts helm (4, and 3 as helm3) and kubectl on one path. */
export async function saveEnvironment(world: World, tools: Tools): Promise<void> {
  const { v3, v4 } = tools.helm;
  const links = { helm: v4.helm, helm4: v4.helm, helm3: v3.helm, kubectl: v4.kubectl };
  for (const [name, program] of Object.entries(links)) {
    await replaceLink(program, join(binFolder(world), name));
  }
  const bundle = caBundleFile(world);
  const engine = engineEnvironment(world);
  const saved: Environment = {
    env: {
      KUBECONFIG: kubeconfigFile(world, 'admin'),
      ...Object.fromEntries(TRUST_VARIABLES.map((name) => [name, bundle])),
      ...engine.env,
    },
    path: [binFolder(world), engine.path],
    registry: world.registry,
    images: STAND_INS.flatMap((image) => image.names),
    issuer: world.issuer,
    helm: { v3: v3.helm, v4: v4.helm },
    kubectl: v4.kubectl,
    nodeIp: world.nodeIp,
    enter: enter(world, []),
  };
  await replaceFile(fileOf(world), JSON.stringify(saved, null, 2));
}

/** The environment of a sandbox that is up; fails with what to do when it is not. */
export async function environment(world: World): Promise<Environment> {
  const text = await readFile(fileOf(world), 'utf8').catch((cause: unknown) => {
    const hint = `npm run sandbox -- up${world.name === 'default' ? '' : ` --name ${world.name}`}`;
    throw new Error(`the sandbox ${world.name} is not up: ${hint}`, { cause });
  });
  const saved = JSON.parse(text) as Environment;
  const PATH = [...saved.path, process.env.PATH ?? '/usr/bin:/bin'].join(':');
  return { ...saved, env: { ...saved.env, PATH } };
}
