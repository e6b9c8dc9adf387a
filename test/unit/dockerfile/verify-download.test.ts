import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../server/src/core/finding.ts';
import { applyEdits } from '../../../server/src/core/text-edit.ts';
import { analyze } from '../../support/engine.ts';

const CHECK = (path: string) => `echo "${'0'.repeat(64)}  ${path}" | sha256sum -c -`;
const SH = CHECK('/tmp/install.sh');

/** What the fix of the first finding makes of the instruction; `! reason` when it is refused. */
function fixed(rule: string, instruction: string): string {
  const text = `FROM debian:13\n${instruction}\n`;
  const [finding] = analyze('Dockerfile', text).findings.filter((f) => f.rule === `dockerfile/${rule}`);
  const [offer] = finding?.fixes() ?? [];
  if (!offer) return 'nothing found';
  if (isRefusal(offer)) return `! ${offer.refused}`;
  return applyEdits(text, offer.edits).slice('FROM debian:13\n'.length, -1);
}

describe('a check between a download and what runs it', () => {
  it.each([
    ['RUN curl -fsS https://x.y/a | sh', `RUN curl -fsS https://x.y/a > /tmp/install.sh && ${SH} && sh /tmp/install.sh`],
    [
      'RUN wget -qO- https://x.y/a | sudo -E bash -s -- --yes',
      `RUN wget -qO- https://x.y/a > /tmp/install.sh && ${SH} && sudo -E bash /tmp/install.sh --yes`,
    ],
    [
      'RUN set -e; \\\n    curl https://x.y/a \\\n    | bash -x -',
      `RUN set -e; \\\n    curl https://x.y/a > /tmp/install.sh \\\n    && ${SH} \\\n    && bash -x /tmp/install.sh`,
    ],
    [
      'RUN <<EOF\ncurl https://x.y/a |\n  bash\nEOF',
      `RUN <<EOF\ncurl https://x.y/a > /tmp/install.sh &&\n  ${SH} &&\n  bash /tmp/install.sh\nEOF`,
    ],
    [
      'RUN curl https://x.y/i | php -- --quiet',
      `RUN curl https://x.y/i > /tmp/install && ${CHECK('/tmp/install')} && php /tmp/install --quiet`,
    ],
    [
      'RUN sh -c "$(curl https://x.y/a)" "" --unattended',
      `RUN curl https://x.y/a > /tmp/install.sh && ${SH} && sh /tmp/install.sh --unattended`,
    ],
    ['RUN eval "$(curl https://x.y/a)"', `RUN curl https://x.y/a > /tmp/install.sh && ${SH} && . /tmp/install.sh`],
    [
      'RUN cat /tmp/install.sh && curl https://x.y/a | sh',
      `RUN cat /tmp/install.sh && curl https://x.y/a > /tmp/install2.sh && ${CHECK('/tmp/install2.sh')} && sh /tmp/install2.sh`,
    ],
    ['RUN curl -o a.sh https://x.y/a; sh a.sh', `RUN curl -o a.sh https://x.y/a && ${CHECK('a.sh')} || exit 1; sh a.sh`],
    ['RUN curl -o a.sh https://x.y/a\nRUN sh a.sh', `RUN curl -o a.sh https://x.y/a && ${CHECK('a.sh')} || exit 1\nRUN sh a.sh`],
    ['RUN true || curl https://x.y/a | sh', '! it is joined by `||`, which the check would change'],
    ['RUN curl https://x.y/a | gunzip | sh', '! other programs stand between the download and what runs it'],
    ['RUN sh -c "curl https://x.y/a | sh"', '! the command stands inside quotes'],
    ['RUN ["sh", "-c", "curl https://x.y/a | sh"]', '! the command stands inside quotes'],
    ['RUN (curl https://x.y/a) | sh', '! it is joined in another way than by a pipe alone'],
  ])('%s', (before, after) => {
    expect(fixed('pipe-to-shell', before)).toBe(after);
  });
});

describe('a secret mount in place of a command that writes the file', () => {
  const mount = '--mount=type=secret,id=credentials,target=/root/.aws/credentials,required=true';
  it.each([
    [
      'RUN aws configure set aws_access_key_id "$A" && aws configure set aws_secret_access_key "$B" && aws s3 ls',
      `RUN ${mount} aws s3 ls`,
    ],
    ['RUN aws configure set aws_access_key_id "$A"\nRUN aws s3 ls', `RUN ${mount} aws s3 ls`],
    ['RUN git clone https://$T@x.y/a.git', '! the address has to change, and git needs the token otherwise'],
    [
      'RUN gcloud auth activate-service-account --key-file=k && gcloud x',
      '! it may be a folder, and a secret mount holds one file',
    ],
    [
      'USER app\nRUN aws configure set aws_access_key_id "$A" && aws s3 ls',
      '! where the file lies depends on the user or on variables',
    ],
    ['RUN aws configure set aws_access_key_id "$A"; aws s3 ls', '! the command is not joined by `&&` only'],
  ])('%s', (before, after) => {
    expect(fixed('credential-command', before)).toBe(after);
  });
});
