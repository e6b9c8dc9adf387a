import * as vscode from 'vscode';
import { FIXED, SAMPLE_LANGUAGES, SAMPLES, type Sample, UNSAFE } from '../samples.ts';
import type { Command, Services } from './command.ts';
import { OPEN_SAMPLE } from './ids.ts';

/** True once a finding of a sample is fixed: what the walkthrough's second step waits for. */
const FIXED_ONE = 'seaworthy.fixedOne';

/** Opens a sample that is only in memory. The walkthrough says which, and whether the fixed one; a person is asked. */
export const openSample: Command = {
  id: OPEN_SAMPLE,
  run: async (services, wanted, state) => {
    const sample = SAMPLES.find((known) => known === wanted) ?? (await pickSample());
    if (sample === undefined) return;
    const isFixed = state === 'fixed';
    const known = await vscode.languages.getLanguages();
    const language = SAMPLE_LANGUAGES[sample].find((id) => known.includes(id)) ?? 'plaintext';
    const content = (isFixed ? FIXED : UNSAFE)[sample];
    const document = await vscode.workspace.openTextDocument({ language, content });
    await vscode.window.showTextDocument(document, { preview: false });
    if (!isFixed) watch(services, document);
  },
};

async function pickSample(): Promise<Sample | undefined> {
  const names: Readonly<Record<Sample, string>> = {
    dockerfile: 'Dockerfile',
    compose: 'Docker Compose',
    kubernetes: 'Kubernetes',
  };
  const items = SAMPLES.map((sample) => ({ label: names[sample], sample }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Open a Sample') }))?.sample;
}

/** Until the document is closed, or has fewer findings than it began with. */
function watch({ store }: Services, { uri }: vscode.TextDocument): void {
  let most = 0;
  const subscriptions = [
    store.onDidChange(() => {
      const count = store.of(uri).length;
      most = Math.max(most, count);
      if (count >= most) return;
      void vscode.commands.executeCommand('setContext', FIXED_ONE, true);
      for (const subscription of subscriptions) subscription.dispose();
    }),
    vscode.workspace.onDidCloseTextDocument((closed) => {
      if (closed.uri.toString() === uri.toString()) for (const subscription of subscriptions) subscription.dispose();
    }),
  ];
}
