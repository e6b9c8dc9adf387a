import { mountsRuntimeSocket } from '../../knowledge/runtime-sockets.ts';
import { removeInstruction, removeWord } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import { dockerfileRule } from '../rule.ts';
import { whereShipped } from '../stages/shipped-severity.ts';

export default dockerfileRule({
  id: 'dockerfile/docker-socket-mount',
  title: 'Volume at the container runtime socket',
  severity: 'medium',
  confidence: 'high',
  category: 'host-access',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    semgrep: [{ id: 'dockerfile-dockerd-socket-mount', relation: 'wider', note: 'also the sockets of other runtimes' }],
  },
  references: [
    { title: 'CWE-250', url: 'https://cwe.mitre.org/data/definitions/250.html' },
    { title: 'Docker: protect the daemon socket', url: 'https://docs.docker.com/engine/security/protect-access/' },
    { title: 'MITRE T1611', url: 'https://attack.mitre.org/techniques/T1611/' },
  ],
  messages: {
    socket: '`{path}` is the socket of {service}: an image that expects it wants to be root on its host.',
  },
  visit: {
    instruction: {
      VOLUME(context, volume, file) {
        for (const [n, path] of volume.paths.entries()) {
          // The `host:container` of `docker run` means nothing here, but shows what is expected.
          const socket = path.kind === 'known' ? mountsRuntimeSocket(path.value.replace(/(?<=.):.*$/, '')) : undefined;
          const word = volume.syntax.words[n];
          if (path.kind !== 'known' || socket?.through !== 'socket' || !word) continue;
          const edit = () =>
            volume.paths.length === 1
              ? removeInstruction(file.syntax, volume.syntax)
              : removeWord(file.syntax, volume.syntax, word);
          context.report({
            at: path.at,
            message: 'socket',
            severity: whereShipped(volume, 'medium'),
            data: { path: path.value, service: socket.service },
            fixes: () => [offer({ title: 'Remove the volume', safety: 'safe' }, [edit()], [volume])],
          });
        }
      },
    },
  },
});
