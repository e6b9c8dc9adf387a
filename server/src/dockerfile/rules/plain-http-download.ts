import type { FixOffer } from '../../core/finding.ts';
import type { RuleContext } from '../../core/rule.ts';
import { isDownload } from '../downloads/downloads.ts';
import { checksFiles } from '../downloads/file-checks.ts';
import { plainUrlIn, plainUrlsOf } from '../downloads/plain-http.ts';
import { plainUrlsInPowerShell } from '../downloads/powershell-clients.ts';
import { replacePart } from '../edit.ts';
import { offer } from '../fixes/words.ts';
import type { ArgInstruction, EnvInstruction } from '../model/model.ts';
import { dockerfileRule } from '../rule.ts';

const TITLE = 'Use HTTPS';
const WORDS = { title: TITLE, safety: 'hardening' as const, caution: 'The server has to answer over HTTPS under this name.' };
/** Where package managers look for packages. */
const INDEX_VARIABLE =
  /^(?:PIP_(?:EXTRA_)?INDEX_URL|UV_(?:EXTRA_|DEFAULT_)?INDEX(?:_URL)?|npm_config_registry|YARN_(?:NPM_REGISTRY_SERVER|REGISTRY))$/i;

function onPort(port: string): FixOffer {
  return { title: TITLE, refused: `what answers on port \`${port}\` does not speak TLS` };
}

function visitPairs(context: RuleContext<'plain'>, instruction: EnvInstruction | ArgInstruction): void {
  for (const { name, value, valueText } of instruction.pairs) {
    const found = value.kind === 'known' && INDEX_VARIABLE.test(name) ? plainUrlIn(value.value) : undefined;
    if (!found || !valueText) continue;
    const start = valueText.text.indexOf('http://');
    const edit = () =>
      start < 0 ? 'the address comes from a variable' : replacePart(valueText, { start, end: start + 4 }, 'https');
    context.report({
      at: value.at,
      message: 'plain',
      data: { url: found.shown },
      fixes: () => [found.port === undefined ? offer(WORDS, [edit()], [instruction]) : onPort(found.port)],
    });
  }
}

export default dockerfileRule({
  id: 'dockerfile/plain-http-download',
  title: 'Download without TLS',
  severity: 'medium',
  confidence: 'high',
  category: 'supply-chain',
  profile: 'recommended',
  reports: 'presence',
  fix: 'sometimes',
  equivalents: {},
  references: [
    { title: 'CWE-319', url: 'https://cwe.mitre.org/data/definitions/319.html' },
    { title: 'CWE-494', url: 'https://cwe.mitre.org/data/definitions/494.html' },
    { title: 'MITRE T1557', url: 'https://attack.mitre.org/techniques/T1557/' },
  ],
  messages: {
    plain: '`{url}` is fetched without TLS: anyone on the way can change it.',
  },
  visit: {
    command(context, command, run) {
      // What is compared with a known checksum or signature may come over any line.
      if (isDownload(command) && run.script.commands.some(checksFiles)) return;
      for (const { shown, span, scheme, port } of plainUrlsOf(command)) {
        const edit = () => (scheme ? [{ span: scheme, text: 'https' }] : 'it is written over several lines or with escapes');
        context.report({
          at: { span, route: run.at.route },
          message: 'plain',
          data: { url: shown },
          fixes: () => [port === undefined ? offer(WORDS, [edit()], [run]) : onPort(port)],
        });
      }
    },
    instruction: {
      ENV: visitPairs,
      ARG: visitPairs,
      RUN(context, run) {
        if (run.script.interpreter !== 'powershell') return;
        for (const { span, scheme, shown, port } of plainUrlsInPowerShell(run.script)) {
          context.report({
            at: { span, route: run.at.route },
            message: 'plain',
            data: { url: shown },
            fixes: () => [port === undefined ? offer(WORDS, [[{ span: scheme, text: 'https' }]], [run]) : onPort(port)],
          });
        }
      },
    },
  },
});
