/** Helm 3 merges on its own machine, and overwrites what others set. @param version `v3.18.0` */
export const isHelm3 = (version: string): boolean => version.startsWith('v3.');
