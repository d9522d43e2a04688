import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { enter, startDaemon, waitReady } from '../world/daemons.ts';
import { run } from '../world/run.ts';
import type { World } from '../world/world.ts';

/** slirp4netns' own resolver, in its default network 10.0.2.0/24; it asks the machine's. */
export const EGRESS_DNS = '10.0.2.3';

/**
 * Lets the sandbox reach what the machine reaches (package registries during builds) by a user-mode
 * TCP/IP stack: no NAT rule, no forwarding, no change to the machine's own network. The machine's
 * loopback stays out of reach.
 */
export async function startEgress(world: World, commands: string): Promise<void> {
  await startDaemon(world, {
    name: 'egress',
    inside: false,
    argv: [
      join(commands, 'slirp4netns'),
      ...['--configure', '--mtu=65520', '--disable-host-loopback'],
      ...['--netns-type=path', `/run/netns/${world.netns}`, 'tap0'],
    ],
  });
  await waitReady(world, 'egress', async () => {
    const routes = await run(enter(world, ['ip', 'route', 'show', 'default']));
    return routes.includes('tap0');
  });
  await redirectLoopbackResolver(world, commands);
}

/**
 * A machine whose resolver listens on a loopback address (systemd-resolved: 127.0.0.53) shares only
 * its resolv.conf with the sandbox, not that loopback: send such questions to the egress.
 */
async function redirectLoopbackResolver(world: World, commands: string): Promise<void> {
  const conf = await readFile('/etc/resolv.conf', 'utf8').catch(() => '');
  const local = [...conf.matchAll(/^nameserver\s+(127\.[\d.]+)/gm)].map(
    ([, address = '']) => address,
  );
  if (local.length === 0) return;
  const sysctl = '/proc/sys/net/ipv4/conf/all/route_localnet';
  await run(enter(world, ['sh', '-c', `echo 1 > ${sysctl}`]));
  const nat = async (chain: string, rule: string): Promise<void> => {
    const iptables = async (action: string): Promise<string> => {
      const argv = [join(commands, 'iptables'), '-w', '-t', 'nat', action, chain];
      return run(enter(world, [...argv, ...rule.split(' ')]));
    };
    await iptables('-C').catch(() => iptables('-A'));
  };
  for (const address of local) {
    for (const protocol of ['udp', 'tcp']) {
      const target = `-j DNAT --to-destination ${EGRESS_DNS}`;
      await nat('OUTPUT', `-d ${address} -p ${protocol} --dport 53 ${target}`);
    }
  }
  await nat('POSTROUTING', `-s 127.0.0.0/8 -d ${EGRESS_DNS} -j MASQUERADE`);
}
