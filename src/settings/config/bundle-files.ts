import type { Config } from './read-config.ts';

/** The files whose content a bundle holds beside images and chart: deploy.yml and all values files. */
export function bundleFiles({ file, value }: Config): readonly string[] {
  const environments = Object.values(value.environments);
  const values = [
    ...(value.release?.values ?? []),
    ...environments.flatMap((environment) => environment.values ?? []),
  ];
  return [...new Set([file, ...values])];
}
