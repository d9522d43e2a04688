import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A certificate for 127.0.0.1 that is its own authority. */
export interface TestCertificate {
  readonly cert: string;
  readonly key: string;
  /** Path of the certificate, for NODE_EXTRA_CA_CERTS. */
  readonly file: string;
}

/** Makes a certificate in the folder; needs openssl, as the sandbox does. */
export function testCertificate(folder: string): TestCertificate {
  const [file, key] = [join(folder, 'server.crt'), join(folder, 'server.key')];
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
      ...['-subj', '/CN=test', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2'],
      ...['-keyout', key, '-out', file],
    ],
    { stdio: 'ignore' },
  );
  return { cert: readFileSync(file, 'utf8'), key: readFileSync(key, 'utf8'), file };
}
