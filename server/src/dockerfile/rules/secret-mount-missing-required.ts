import { span } from '../../core/span.ts';
import { offer } from '../fixes/words.ts';
import type { Mount, RunInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

const TESTS: ReadonlySet<string> = new Set(['[', '[[', 'test']);

/** What a script calls the secret: its file, its variable. */
function namesOf({ target, id, env }: Mount): readonly string[] {
  return [target, id, env].flatMap((value) => (value.kind === 'known' && value.value !== '' ? [value.value] : []));
}

/** Whether the script asks first if the secret is there: then it may be missing on purpose. */
function isOptional(run: RunInstruction, mount: Mount): boolean {
  const names = namesOf(mount);
  return run.script.commands.some(
    ({ name, args }) => name !== undefined && TESTS.has(name) && args.some(({ text }) => names.some((one) => text.includes(one))),
  );
}

export default dockerfileRule({
  id: 'dockerfile/secret-mount-missing-required',
  title: 'Build secret that may be missing',
  severity: 'info',
  confidence: 'high',
  category: 'secrets',
  profile: 'strict',
  reports: 'absence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    {
      title: 'Dockerfile reference: RUN --mount=type=secret',
      url: 'https://docs.docker.com/reference/dockerfile/#run---mounttypesecret',
    },
    { title: 'CWE-636', url: 'https://cwe.mitre.org/data/definitions/636.html' },
  ],
  messages: {
    optional: 'The {type} mount{id} is not required: without it the build goes on, and does something else.',
  },
  visit: {
    instruction: {
      RUN(context, run, file) {
        for (const mount of run.mounts) {
          const { type, required, id, flag } = mount;
          if (type.kind !== 'known' || (type.value !== 'secret' && type.value !== 'ssh')) continue;
          if (required.kind !== 'known' || required.value || isOptional(run, mount)) continue;
          const said = mount.options.find(({ name }) => name === 'required');
          context.report({
            at: { ...mount.at, span: flag.span },
            message: 'optional',
            data: { type: type.value, id: id.kind === 'known' ? ` \`${id.value}\`` : '' },
            fixes: () => {
              const title = 'Add `required=true`';
              if (said) return [{ title, refused: 'it says `required=false`' }];
              const { end } = flag.span;
              if (/["']/.test(file.syntax.text.charAt(end - 1))) return [{ title, refused: 'the flag is quoted' }];
              const caution = 'The build fails where it is run without the secret.';
              return [
                offer({ title, safety: 'hardening', caution }, [[{ span: span(end, end), text: ',required=true' }]], [run]),
              ];
            },
          });
        }
      },
    },
  },
});
