import { describe, expect, it } from 'vitest';
import { analyze } from '../../support/engine.ts';

/** What stays in its stage: reported everywhere, less severe where the stage only builds. */
describe.each([
  ['RUN apt-get install -y telnetd', 'plaintext-server-installed', 'medium', 'info'],
  ['RUN apt-get install -y openssh-server', 'ssh-server-installed', 'medium', 'info'],
  ['CMD ["sshd", "-D"]', 'ssh-server-installed', 'medium', 'info'],
  ['RUN echo "app ALL=(ALL) NOPASSWD:ALL" >> /etc/sudoers', 'sudoers-nopasswd', 'high', 'low'],
  ['RUN passwd -d root', 'empty-password', 'high', 'low'],
  ["RUN echo 'root::0:0:::' >> /etc/shadow", 'empty-password', 'high', 'low'],
  ['RUN echo "app:x" | chpasswd', 'chpasswd-used', 'medium', 'info'],
  ['EXPOSE 22', 'ssh-port-exposed', 'medium', 'info'],
  ['VOLUME /proc', 'sensitive-volume', 'medium', 'info'],
  ['VOLUME /var/run/docker.sock', 'docker-socket-mount', 'medium', 'info'],
])('%s', (line, rule, shipped, built) => {
  const severities = (text: string) =>
    analyze('Dockerfile', text)
      .findings.filter((f) => f.rule === `dockerfile/${rule}`)
      .map((f) => f.severity);

  it('counts in full where it ships, also by way of FROM', () => {
    expect(severities(`FROM debian:13\n${line}\n`)).toEqual([shipped]);
    expect(severities(`FROM debian:13 AS base\n${line}\nFROM base\nUSER app\n`)).toEqual([shipped]);
  });

  it('counts less where it only builds', () => {
    expect(severities(`FROM debian:13 AS build\n${line}\nFROM debian:13\nCOPY --from=build /a /a\n`)).toEqual([built]);
  });
});
