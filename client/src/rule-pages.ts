import * as vscode from 'vscode';
import type { PageFrameResult } from '../../server/src/lsp/protocol.ts';

/**
 * Scheme of rule pages as documents: they lie together in one file of the package, which packs far smaller than a file each, and
 * newer VS Codes open no commands from the link of a diagnostic's code. An editor association in the manifest renders this scheme.
 */
export const PAGE_SCHEME = 'seaworthy-rule';

const RULE_ID = /^[a-z]+\/[a-z0-9-]+$/;

/** URI of the folder of rule pages, as text and without a slash at its end: what the server makes the links of codes from. */
export function pageBase(extensionUri: vscode.Uri): string {
  return vscode.Uri.joinPath(extensionUri, 'docs', 'rules').toString();
}

/** URI of a rule's page; undefined for what is no rule id. */
export function pageOfRule(rule: string): vscode.Uri | undefined {
  return RULE_ID.test(rule) ? vscode.Uri.from({ scheme: PAGE_SCHEME, path: `/${rule}.md` }) : undefined;
}

/** The link to show for a URI of a rule's page; undefined for any other URI. */
export function pageLink(uri: string, base: string): vscode.Uri | undefined {
  if (!uri.startsWith(`${base}/`) || !uri.endsWith('.md')) return undefined;
  return pageOfRule(uri.slice(base.length + 1, -'.md'.length));
}

/**
 * Serves the pages under `PAGE_SCHEME`; the file that holds them is read when the first is asked for. `frameOf` gives what stands around
 * the written part; a page does without while the server can't be asked.
 */
export function registerPages(
  extensionUri: vscode.Uri,
  frameOf: (rule: string) => Promise<PageFrameResult | null | undefined>,
): vscode.Disposable {
  let pages: Promise<Readonly<Record<string, string>>> | undefined;
  return vscode.workspace.registerTextDocumentContentProvider(PAGE_SCHEME, {
    provideTextDocumentContent: async ({ path }) => {
      pages ??= readPages(extensionUri);
      const rule = path.replace(/^\/|\.md$/g, '');
      const written = (await pages)[rule];
      if (written === undefined) return vscode.l10n.t('There is no page about {0}.', rule);
      const { head, reason, tail } = (await frameOf(rule).catch(() => undefined)) ?? {
        head: `# ${rule}\n\n`,
        reason: '',
        tail: '',
      };
      return `${head}${withReason(written.trim(), reason)}\n${tail}`;
    },
  });
}

/** The written part holds nothing that the server has as well: its reason is put in where it belongs. */
function withReason(written: string, reason: string): string {
  const heading = '## Why it matters\n';
  return reason === '' ? written : written.replace(heading, () => `${heading}\n${reason}\n`);
}

/** What the pages say in short, by rule: the texts of three of their sections, for reports; without what the server adds. */
export async function readPageParts(
  extensionUri: vscode.Uri,
): Promise<Readonly<Record<string, { readonly finds: string; readonly why: string; readonly fix: string }>>> {
  const part = (page: string, heading: string): string => {
    const start = `\n${page}`.indexOf(`\n## ${heading}\n`);
    if (start < 0) return '';
    const body = page.slice(start + heading.length + 4);
    return body.slice(0, /^(?:## |```)/m.exec(body)?.index).trim();
  };
  const pages = Object.entries(await readPages(extensionUri));
  return Object.fromEntries(
    pages.map(([rule, page]) => [
      rule,
      {
        finds: part(page, 'What it finds'),
        why: part(page, 'Why it matters'),
        fix: part(page, 'The fix and its safety'),
      },
    ]),
  );
}

async function readPages(extensionUri: vscode.Uri): Promise<Readonly<Record<string, string>>> {
  const file = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'pages.json'));
  return JSON.parse(new TextDecoder().decode(file));
}
