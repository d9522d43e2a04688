import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ActionError, describeError } from '../errors.ts';
import { createSend } from '../http/request.ts';
import { askedApiVersion, execCredential, obtainCredential } from './credential.ts';
import { credentialCache } from './credential-cache.ts';
import type { ProviderConfig } from './provider.ts';

/**
 * The exec credential plugin that the kubeconfig of `login` names: `node index.js CONFIG`. The cache
 * lies beside the configuration. Stdout is client-go's alone; a failure is one line on stderr.
 */
async function main(configFile: string): Promise<void> {
  const apiVersion = askedApiVersion(process.env.KUBERNETES_EXEC_INFO);
  const config = JSON.parse(await readFile(configFile, 'utf8')) as ProviderConfig;
  const credential = await obtainCredential(config, credentialCache(dirname(configFile), config), {
    send: (request) => createSend(process.env)(request),
    env: process.env,
    now: Date.now,
  });
  process.stdout.write(execCredential(apiVersion, credential));
}

try {
  await main(process.argv[2] ?? '');
} catch (error) {
  const hint = error instanceof ActionError && error.hint ? ` → ${error.hint}` : '';
  const line = `deploy-actions credential: ${describeError(error)}${hint}`;
  process.stderr.write(`${line.replace(/\s*\n\s*/g, '; ')}\n`);
  process.exitCode = 1;
}
