import type { CheckFinding } from '../domain/check-finding.ts';
import { type ImageRef, parseImageRef } from '../domain/image-ref.ts';
import type { UsedImage } from '../domain/used-images.ts';
import { ActionError, describeError } from '../errors.ts';
import type { Registry } from '../http/registry/registry.ts';
import type { Clock } from '../tools/clock.ts';

export interface ImagePorts extends Pick<Clock, 'sleep'> {
  readonly registry: Pick<Registry, 'resolve' | 'platforms'>;
  /** True where we have a login: only then a 404 proves anything. */
  readonly knows: (host: string) => Promise<boolean>;
  /** True for an image that this very deploy brings. */
  readonly isOwn: (image: string) => boolean;
  /** Settles when all else is checked: others' registries must not make the deploy slower. */
  readonly rest: Promise<unknown>;
}

/** So long a registry of our own is waited for. */
const OWN_MS = 5000;
/** What others publish is often behind a registry that strangers, or this network, cannot reach. */
const OTHERS_MS = 200;

/**
 * Whether the registries have the images of a manifest. One that says no to somebody it knows is
 * believed; without a login, or an answer, nobody can say.
 * @param nodes platforms of the cluster's nodes (`linux/amd64`), empty where we may not read them
 */
export async function checkImages(
  used: readonly UsedImage[],
  nodes: readonly string[],
  ports: ImagePorts,
): Promise<readonly CheckFinding[]> {
  const findings = await Promise.all(used.map((one) => checkImage(one, nodes, ports)));
  return findings.flat();
}

type Said = Pick<CheckFinding, 'outcome' | 'message' | 'hint'>;

async function checkImage(
  { image, object, field }: UsedImage,
  nodes: readonly string[],
  ports: ImagePorts,
): Promise<readonly CheckFinding[]> {
  const said = await ask(image, nodes, ports);
  return said ? [{ check: 'images', object, field, ...said }] : [];
}

async function ask(
  image: string,
  nodes: readonly string[],
  ports: ImagePorts,
): Promise<Said | undefined> {
  let ref: ImageRef;
  try {
    ref = parseImageRef(image);
  } catch (error) {
    const hint = error instanceof ActionError ? (error.hint ?? '') : '';
    return { outcome: 'refused', message: describeError(error), hint };
  }
  const answered = new AbortController();
  const enough = ports.isOwn(image)
    ? ports.sleep(OWN_MS, answered.signal)
    : ports.rest.then(
        () => ports.sleep(OTHERS_MS, answered.signal),
        () => undefined,
      );
  const late = enough.then(() => notChecked(image, `${ref.host} does not answer`));
  try {
    return await Promise.race([look(ref, image, nodes, ports), late]);
  } finally {
    answered.abort();
  }
}

async function look(
  ref: ImageRef,
  image: string,
  nodes: readonly string[],
  { registry, knows }: ImagePorts,
): Promise<Said | undefined> {
  try {
    if ((await registry.resolve(ref)) === undefined) {
      if (!(await knows(ref.host))) {
        return notChecked(image, `${ref.host} shows none to strangers, and we have no login there`);
      }
      return {
        outcome: 'refused',
        message: `${image} is not in the registry`,
        hint: 'Was it pushed there? Is the tag or digest right?',
      };
    }
    if (nodes.length === 0) return undefined;
    const platforms = (await registry.platforms(ref)).map(({ platform }) => platform);
    const fits = platforms.some((platform) =>
      nodes.some((node) => platform === node || platform.startsWith(`${node}/`)),
    );
    if (platforms.length === 0 || fits) return undefined;
    return {
      outcome: 'refused',
      message: `${image} is for ${platforms.join(', ')}, the nodes are ${nodes.join(', ')}`,
      hint: 'Build it for the platform of the nodes: input platforms of build-image.',
    };
  } catch (error) {
    return notChecked(image, describeError(error));
  }
}

const notChecked = (image: string, why: string): Said => ({
  outcome: 'not-checked',
  message: `${image}: ${why}`,
  hint: 'Log in to the registry in an earlier step (docker/login-action), with the right to pull; for ghcr.io `permissions: packages: read` is enough.',
});
