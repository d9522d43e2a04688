import { existsSync } from 'node:fs';
import { formatRepository } from '../../src/domain/image-ref.ts';
import { ActionError, InputError, type InputProblem } from '../../src/errors.ts';
import { dockerConfigFolder, dockerCredentials } from '../../src/http/registry/credentials.ts';
import { createRegistry, type Registry } from '../../src/http/registry/registry.ts';
import type { Send } from '../../src/http/request.ts';
import { childEnvironment } from '../../src/tools/child-environment.ts';
import type { Clock } from '../../src/tools/clock.ts';
import type { Exec } from '../../src/tools/exec.ts';
import { buildxVersion } from './buildx.ts';
import type { BuildImageSettings } from './inputs.ts';
import { imageLabels } from './labels.ts';
import type { Build, BuildPlan } from './plan-builds.ts';
import type { NamedValue } from './records.ts';
import { defaultTags } from './tags.ts';

/** A user of one registry. */
export interface Login {
  /** Of the registry; no other one ever sees the password. */
  readonly host: string;
  readonly username: string;
  readonly password: string;
}

/** What all builds of a step share. */
export interface Shared {
  readonly tags: readonly string[];
  readonly labels: readonly NamedValue[];
  readonly login: Login | undefined;
  readonly registry: Registry;
}

export interface CheckPorts {
  readonly exec: Exec;
  readonly send: Send;
  readonly sleep: Clock['sleep'];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly info: (line: string) => void;
}

/** Everything that can be known before a build takes its time. */
export async function check(
  { builds }: BuildPlan,
  settings: BuildImageSettings,
  ports: CheckPorts,
): Promise<Shared> {
  checkPaths(builds);
  const tags = settings.tags.length > 0 ? settings.tags : defaultTags(ports.env);
  if (tags.length === 0) {
    throw new ActionError('invalid-input', 'There is no commit and no branch to name the tag by', {
      hint: 'Give the input tags.',
    });
  }
  const hosts = [...new Set(builds.map(({ image }) => image.host))];
  const login = givenLogin(hosts, settings);
  const registry = openRegistry(login, ports);
  const [version, labels] = await Promise.all([
    buildxVersion(ports.exec, childEnvironment(ports.env)),
    imageLabels(settings.labels, ports.env, ports.exec),
    ...(settings.push ? hosts.map((host) => registry.checkLogin(host)) : []),
  ]);
  const images = builds.map(({ image }) => formatRepository(image)).join(', ');
  ports.info(`buildx ${version}: ${images} with ${tags.join(', ')}`);
  return { tags, labels, login, registry };
}

function checkPaths(builds: readonly Build[]): void {
  const missing = builds.flatMap(({ context, file, origin }): InputProblem[] => {
    if (/:\/\/|^git@|^github\.com\//.test(context)) return [];
    const paths = [
      { ...origin('context'), path: context },
      ...(file === '' ? [] : [{ ...origin('file'), path: file }]),
    ];
    return paths
      .filter(({ path }) => !existsSync(path))
      .map(({ path, ...from }) => ({
        ...from,
        message: `"${path}" does not exist`,
        hint: 'Paths start at the checked-out repository; is actions/checkout an earlier step?',
      }));
  });
  if (missing.length > 0) throw new InputError(missing);
}

/** The login of the inputs. With several registries there is no telling whose it is. */
function givenLogin(
  hosts: readonly string[],
  { registryUsername: username, registryPassword: password }: BuildImageSettings,
): Login | undefined {
  if (username === '') return undefined;
  const [host = '', ...others] = hosts;
  if (others.length === 0) return { host, username, password };
  throw new InputError([
    {
      input: 'registry-username',
      message: `is for one registry, and the images go to ${hosts.join(', ')}`,
      hint: 'Leave it out and log in to each in an earlier step (docker/login-action).',
    },
  ]);
}

/** Uses the login of the inputs for its registry, and docker's own for everything else. */
function openRegistry(login: Login | undefined, ports: CheckPorts): Registry {
  const others = dockerCredentials(dockerConfigFolder(ports.env), ports.exec);
  const credentials = async (host: string) => (host === login?.host ? login : others(host));
  return createRegistry({ ...ports, credentials });
}
