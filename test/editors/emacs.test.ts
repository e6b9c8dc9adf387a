import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { CASES, documented, ensureEditor, toldBy, workplace } from './support/editors.ts';

/**
 * Visits the file as a person does, lets the command loop's hook run, which starts the server, waits for Flymake's diagnostics and
 * writes them down. Eglot puts the code of a diagnostic into its text: "seaworthy [rule]: message".
 */
const PROBE = `
(setq eglot-sync-connect 60 eglot-connect-timeout 60)
(find-file (getenv "SEAWORTHY_FILE"))
(run-hooks 'post-command-hook)
(let ((end (+ (float-time) 60)) (seen nil))
  (while (and (< (float-time) end) (not (and seen (= seen (length (flymake-diagnostics))))))
    (setq seen (and (flymake-diagnostics) (length (flymake-diagnostics))))
    (accept-process-output nil 0.5)
    (flymake-start)))
(require 'json)
(let ((told (mapcar (lambda (d)
                      (list (cons 'line (line-number-at-pos (flymake-diagnostic-beg d)))
                            (cons 'text (flymake-diagnostic-text d))))
                    (flymake-diagnostics))))
  (write-region (json-encode (vconcat told)) nil "told.json"))
(kill-emacs)
`;

describe('Emacs with the configuration of docs/editors.md', () => {
  beforeAll(() => ensureEditor('emacs'), 600_000);

  it.each(Object.entries(CASES))('shows the findings of %s', async (name, { expected }) => {
    const place = workplace();
    writeFileSync(join(place.folder, 'init.el'), documented('init.el'));
    writeFileSync(join(place.folder, 'probe.el'), PROBE.replace('(getenv "SEAWORTHY_FILE")', JSON.stringify(name)));
    const told = (await toldBy(
      'emacs',
      ['--batch', '-f', 'package-activate-all', '-l', 'init.el', '-l', 'probe.el'],
      place,
    )) as unknown as {
      line: number;
      text: string;
    }[];
    const [line, rule] = expected.split(' ');
    const own = told.find((d) => d.line === Number(line) && d.text.includes(`[${rule}]`));
    expect(own?.text, JSON.stringify(told)).toMatch(/^seaworthy \[/);
  });
});
