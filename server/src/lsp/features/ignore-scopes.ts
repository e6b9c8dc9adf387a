import type { Finding } from '../../core/finding.ts';
import type { Judged } from '../../workspace/judged.ts';
import { nameOf } from '../../workspace/uris.ts';
import { baselineOfFile, configOf, globOf, resolveChange } from '../project-changes.ts';
import { IGNORE_KINDS, type IgnoreKind, type IgnoreScope, IgnoreScopesRequest } from '../protocol.ts';
import type { ServerContext } from '../server-context.ts';
import { plainText, resourceInWords } from '../words.ts';
import { requestOf } from './finding-edit.ts';

/** `seaworthy/ignoreScopes`: every way to ignore one finding, with why it can't be done where it can't. */
export function offerIgnoreScopes(server: ServerContext): void {
  server.connection.onRequest(
    IgnoreScopesRequest,
    async ({ uri, id }: { readonly uri: string; readonly id: string }): Promise<readonly IgnoreScope[] | null> => {
      const judged = await server.session.current(uri);
      const finding = judged?.analysis.findings.find(({ fingerprint }) => fingerprint === id);
      if (!judged || !finding) return null;
      const describe = await describer(server, judged, finding);
      const scopes: IgnoreScope[] = [];
      for (const kind of IGNORE_KINDS) {
        const words = describe(kind);
        if (!words) continue;
        const change = await resolveChange(server, judged, requestOf(kind, id));
        const { localise } = server.client;
        scopes.push({
          kind,
          title: localise(words.title),
          detail: localise(words.detail),
          ...('refused' in change && { refused: localise(plainText(change.refused)) }),
        });
      }
      return scopes;
    },
  );
}

async function describer(server: ServerContext, judged: Judged, { rule, resource }: Finding) {
  const [config, baseline] = await Promise.all([configOf(server, judged.uri), baselineOfFile(server, judged.uri)]);
  const inConfig = config && `${config.text === undefined ? 'creates' : 'in'} ${nameOf(config.uri)}`;
  const folder = config && globOf(config, judged.uri, 'folder');
  return (kind: IgnoreKind): { title: string; detail: string } | undefined => {
    switch (kind) {
      case 'ignore-line':
        return { title: 'Here', detail: 'a comment where it stands' };
      case 'ignore-resource':
        if (resource.kind === 'file') return undefined;
        return { title: `For ${plainText(resourceInWords(resource))}`, detail: 'a comment above it' };
      case 'ignore-file':
        return { title: `In all of ${nameOf(judged.uri)}`, detail: 'a comment at its head' };
      case 'config-file':
        return config && { title: `For ${globOf(config, judged.uri, 'file')}`, detail: `${inConfig}` };
      case 'config-folder':
        return folder === undefined || folder === '*' ? undefined : { title: `For ${folder}`, detail: `${inConfig}` };
      case 'config-project':
        return config && { title: `Switch ${rule} off everywhere`, detail: `${inConfig}` };
      case 'baseline':
        return baseline && { title: 'Accept this one finding', detail: `in the baseline ${nameOf(baseline.uri)}` };
    }
  };
}
