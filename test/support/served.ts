import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultSite } from './fault-site.ts';

const LOOKS = 60;

/**
 * The Service answers with this page: pods are ready a moment before Kubernetes has told the API
 * server, through which it is asked, their addresses.
 */
export async function expectPage(
  { page }: Pick<FaultSite, 'page'>,
  release: string,
  text: string,
): Promise<void> {
  const ask = (): Promise<string> => page(release).catch(String);
  let answer = await ask();
  for (let looks = 1; answer !== `${text}\n` && looks < LOOKS; looks++) {
    await sleep(500);
    answer = await ask();
  }
  expect(answer).toBe(`${text}\n`);
}
