import type { KubeObject } from './manifest.ts';
import { objectName } from './manifest.ts';
import { podTemplateOf } from './pod-template.ts';

/** An image that a manifest asks for, and where. */
export interface UsedImage {
  /** As it stands there. */
  readonly image: string;
  /** `Deployment/web`: the first that asks for it. */
  readonly object: string;
  /** `spec.template.spec.containers[web].image` */
  readonly field: string;
}

/** Every image of the pod templates, each once. */
export function usedImages(objects: readonly KubeObject[]): readonly UsedImage[] {
  const used = new Map<string, UsedImage>();
  for (const object of objects) {
    const template = podTemplateOf(object);
    if (template === undefined) continue;
    for (const list of ['initContainers', 'containers'] as const) {
      for (const container of template.spec[list] ?? []) {
        const { name = '', image } = container as { name?: string; image?: unknown };
        if (typeof image !== 'string' || image === '' || used.has(image)) continue;
        const field = `${template.field}.${list}[${name}].image`;
        used.set(image, { image, object: objectName(object), field });
      }
    }
  }
  return [...used.values()];
}
