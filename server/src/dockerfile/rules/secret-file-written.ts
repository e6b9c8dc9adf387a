import type { FixOffer } from '../../core/finding.ts';
import type { RuleContext } from '../../core/rule.ts';
import { readsCredentialFile, secretInFile } from '../../knowledge/credential-files.ts';
import { cleanPath, isWithin } from '../../knowledge/paths.ts';
import { hasFlag, operands } from '../../shell/query.ts';
import type { ShellCommand, ShellWord } from '../../shell/script.ts';
import { isShipped, laterRemovals, removalsIn } from '../files/credential-traces.ts';
import { generatedBy } from '../files/generated-keys.ts';
import { mountInsteadOfWrite, withoutCommand } from '../fixes/mount-instead-of-write.ts';
import { offer } from '../fixes/words.ts';
import type { Dockerfile, RunInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

type Message = 'written' | 'deleted' | 'generated' | 'hostKeys';

/** In files that mostly hold settings only a line with a credential counts. */
const CREDENTIAL = /(?:_auth|token|passw(?:or)?d|secret|api_?key)\w*["']?\s*[=:]\s*\S/i;

/** The files that a command writes what it is given into: `> f`, `tee f`. */
function targetsOf(command: ShellCommand): readonly ShellWord[] {
  const redirects = command.redirects.flatMap(({ operator, target }) =>
    /^(?:&?>>?|>\|)$/.test(operator) && target ? [target] : [],
  );
  return command.name === 'tee' ? [...redirects, ...operands(command)] : redirects;
}

function writes(command: ShellCommand): string {
  const from = command.name === 'tee' ? command.pipedFrom : command;
  return [...(from?.args ?? []).map(({ text }) => text), ...command.redirects.map(({ body }) => body?.text ?? '')].join(' ');
}

function isMounted(run: RunInstruction, path: string): boolean {
  const clean = cleanPath(path).replace(/^(?:~|\$HOME|\$\{HOME\})(?=\/)/, '/root');
  return run.mounts.some(({ target }) => target.kind === 'known' && isWithin(clean, cleanPath(target.value)));
}

function fix(file: Dockerfile, run: RunInstruction, command: ShellCommand, word: ShellWord, isKey: boolean): FixOffer {
  const path = word.text;
  if (isKey) {
    const title = 'Do not make the key in the build';
    const caution = 'The container has to make it when it starts, or get it as a secret.';
    return offer({ title, safety: 'hardening', caution }, [withoutCommand(file, run, command)], [run]);
  }
  const base = path.split('/').at(-1) ?? path;
  const writes = (one: ShellCommand): boolean => one === command || targetsOf(one).some(({ text }) => text === path);
  const needs = ({ name, args }: ShellCommand): boolean =>
    !/^(?:rm|shred|unlink|mkdir|touch)$/.test(name ?? '') &&
    ((name !== undefined && readsCredentialFile(name, path)) || args.some(({ text }) => text.includes(base)));
  return mountInsteadOfWrite(file, { run, command, path, writes, needs });
}

function report(
  context: RuleContext<Message>,
  file: Dockerfile,
  run: RunInstruction,
  command: ShellCommand,
  word: ShellWord,
  message: Message,
): void {
  const behind = run.script.commands.slice(run.script.commands.indexOf(command));
  if (isMounted(run, word.text) || removalsIn(run, word.text).some((removal) => behind.includes(removal.command))) return;
  const [later] = message === 'hostKeys' ? [] : laterRemovals(run, word.text);
  const isKey = message === 'generated' || message === 'hostKeys';
  context.report({
    at: { span: word.span, route: run.at.route },
    message: later ? 'deleted' : message,
    data: { file: word.text },
    severity: !isShipped(run) ? 'low' : isKey ? 'medium' : 'high',
    related: later
      ? [{ at: { span: later.command.span, route: later.run.at.route }, message: 'this deletes it in a layer of its own' }]
      : [],
    fixes: () => [fix(file, run, command, word, isKey)],
  });
}

export default dockerfileRule({
  id: 'dockerfile/secret-file-written',
  title: 'File with credentials written into a layer',
  severity: 'high',
  confidence: 'medium',
  category: 'secrets',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {
    dockle: [{ id: 'CIS-DI-0010', relation: 'related' }],
  },
  references: [
    { title: 'CWE-538', url: 'https://cwe.mitre.org/data/definitions/538.html' },
    { title: 'CWE-321', url: 'https://cwe.mitre.org/data/definitions/321.html' },
    { title: 'Docker: Build secrets', url: 'https://docs.docker.com/build/building/secrets/' },
    { title: 'CIS Docker 4.10', url: 'https://www.cisecurity.org/benchmark/docker' },
  ],
  messages: {
    written: 'The build writes a credential to `{file}`, which stays in this layer.',
    deleted: '`{file}` stays in the layer that writes it: deleting it later only hides it.',
    generated: 'The key `{file}` is made by the build: all containers, and all who have the image, have the same one.',
    hostKeys: '`ssh-keygen {file}` makes the host keys at build: all containers, and all who have the image, have the same ones.',
  },
  visit: {
    command(context, command, run, file) {
      for (const word of targetsOf(command)) {
        const kind = secretInFile(word.text);
        const isPlain = kind === 'settings' || /(?:^|\/)\.env[\w.-]*$/.test(word.text);
        if (kind !== undefined && (!isPlain || CREDENTIAL.test(writes(command))))
          report(context, file, run, command, word, 'written');
      }
      const made = generatedBy(command);
      if (made) report(context, file, run, command, made, 'generated');
      const all = command.name === 'ssh-keygen' ? hasFlag(command, ['-A'])?.word : undefined;
      if (all) report(context, file, run, command, all, 'hostKeys');
    },
  },
});
