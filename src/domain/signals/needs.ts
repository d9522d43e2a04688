import type { Need } from '../diagnosis.ts';

const KINDS: Readonly<Record<string, string>> = {
  secret: 'Secret',
  configmap: 'ConfigMap',
  serviceaccount: 'ServiceAccount',
  persistentvolumeclaim: 'PersistentVolumeClaim',
};

/** What a message of the kubelet, a controller or the scheduler says is not there. */
export function needOf(message: string): Need | undefined {
  const inObject = /couldn't find key (\S+) in (Secret|ConfigMap) (?:[^/\s]+\/)?(\S+)/i.exec(
    message,
  );
  if (inObject !== null) {
    const [, key = '', kind = '', name = ''] = inObject;
    return { kind: KINDS[kind.toLowerCase()] ?? kind, name, key };
  }
  const absent = /(secret|configmap|serviceaccount|persistentvolumeclaim)s? "([^"]+)" not found/i;
  const [, kind = '', name = ''] = absent.exec(message) ?? [];
  return name === '' ? undefined : { kind: KINDS[kind.toLowerCase()] ?? kind, name };
}
