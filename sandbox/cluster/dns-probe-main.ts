// Run inside the sandbox's network: ends well once the DNS server answers for a name it must know.
// usage: dns-probe-main.ts SERVER NAME SECONDS
import { Resolver } from 'node:dns/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const [server = '', name = '', seconds = '0'] = process.argv.slice(2);
const resolver = new Resolver({ timeout: 500, tries: 1 });
resolver.setServers([server]);
const end = Date.now() + Number(seconds) * 1000;
const ask = (): Promise<string> => resolver.resolve4(name).then(() => '', String);

let failure = await ask();
while (failure !== '' && Date.now() < end) {
  await sleep(50);
  failure = await ask();
}
if (failure !== '') {
  process.stderr.write(`${server}: ${failure}\n`);
  process.exitCode = 1;
}
