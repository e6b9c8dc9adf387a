import { flagValue, operands } from '../../shell/query.ts';
import type { ShellCommand, ShellWord } from '../../shell/script.ts';

/** The file of the private key that a command makes, when it makes one. (ssh-keygen(1), openssl(1)) */
export function generatedBy(command: ShellCommand): ShellWord | undefined {
  if (command.name === 'ssh-keygen') return flagValue(command, ['-f'], ['-t', '-b', '-N', '-C', '-m'])?.word;
  if (command.name !== 'openssl') return undefined;
  const [kind] = operands(command);
  if (kind?.value === 'req') return flagValue(command, ['-keyout'])?.word;
  return kind !== undefined && /^(?:genrsa|genpkey|ecparam|gendsa)$/.test(kind.value ?? '')
    ? flagValue(command, ['-out'])?.word
    : undefined;
}
