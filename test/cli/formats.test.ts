import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/pages.ts';
import schema from './sarif-2.1.0.schema.json';
import { folderWith, only, PRIVILEGED, seaworthy } from './support/cli.ts';

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}
interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly message: { readonly text: string };
  readonly partialFingerprints: Record<string, string>;
  readonly suppressions?: readonly { readonly kind: string; readonly justification?: string; readonly location: unknown }[];
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Region };
  }[];
  readonly fixes?: readonly {
    readonly description: { readonly text: string };
    readonly artifactChanges: readonly {
      readonly artifactLocation: { readonly uri: string };
      readonly replacements: readonly { readonly deletedRegion: Region; readonly insertedContent: { readonly text: string } }[];
    }[];
  }[];
}
interface Run {
  readonly tool: {
    readonly driver: { readonly rules: readonly { readonly id: string; readonly relationships?: readonly Relationship[] }[] };
  };
  readonly taxonomies: readonly { readonly name: string; readonly taxa: readonly { readonly id: string }[] }[];
  readonly invocations: readonly {
    readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
  }[];
  readonly results: readonly SarifResult[];
}
interface Relationship {
  readonly target: {
    readonly id: string;
    readonly index: number;
    readonly toolComponent: { readonly name: string; readonly index: number };
  };
}

const WORKSPACE = join(ROOT, 'test/golden/workspace');
const validate = addFormats(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })).compile(schema);

async function sarif(cwd: string, ...args: string[]): Promise<{ readonly log: unknown; readonly run: Run }> {
  const { out } = await seaworthy(['scan', '--format', 'sarif', ...args], { cwd });
  const log = JSON.parse(out) as { runs: [Run] };
  return { log, run: log.runs[0] };
}

/** The text with the replacements made, by line and column as SARIF counts them (§3.30; UTF-16 units). */
function replaced(
  text: string,
  replacements: NonNullable<SarifResult['fixes']>[number]['artifactChanges'][number]['replacements'],
): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((m) => m.index + m[0].length)];
  const offset = (line: number, column: number) => (starts[line - 1] ?? text.length) + column - 1;
  return [...replacements]
    .sort(
      (a, b) =>
        b.deletedRegion.startLine - a.deletedRegion.startLine || b.deletedRegion.startColumn - a.deletedRegion.startColumn,
    )
    .reduce((all, { deletedRegion: r, insertedContent }) => {
      return all.slice(0, offset(r.startLine, r.startColumn)) + insertedContent.text + all.slice(offset(r.endLine, r.endColumn));
    }, text);
}

describe('SARIF', () => {
  let whole: Awaited<ReturnType<typeof sarif>>;
  beforeAll(async () => {
    whole = await sarif(WORKSPACE);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['of a workspace', async () => whole.log],
    ['with all rules', async () => (await sarif(WORKSPACE, '--no-config', '--profile', 'all')).log],
    ['of nothing', async () => (await sarif(folderWith({ 'a.txt': '' }))).log],
    ['of files elsewhere', async () => (await sarif(folderWith({ 'a.txt': '' }), WORKSPACE)).log],
    ['of odd names', async () => (await sarif(folderWith({ 'ö (1)#?%41/docker compose.yaml': PRIVILEGED }))).log],
  ])('is valid 2.1.0 %s', async (_, log) => {
    const valid = validate(await log());
    expect(validate.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it('says which rule each result is of', () => {
    const { rules } = whole.run.tool.driver;
    expect(whole.run.results.length).toBeGreaterThan(5);
    for (const { ruleId, ruleIndex } of whole.run.results) expect(rules[ruleIndex]?.id).toBe(ruleId);
  });

  it('points from rules to the checks of other tools', () => {
    const relationships = whole.run.tool.driver.rules.flatMap((r) => r.relationships ?? []);
    expect(relationships.length).toBeGreaterThan(10);
    for (const { target } of relationships) {
      const taxonomy = whole.run.taxonomies[target.toolComponent.index];
      expect([taxonomy?.name, taxonomy?.taxa[target.index]?.id]).toEqual([target.toolComponent.name, target.id]);
    }
  });

  it('has what our own comments accept, as suppressed, and nothing of what other tools’ comments silence', () => {
    const suppressed = whole.run.results.filter((r) => r.suppressions);
    expect(suppressed.map((r) => [r.ruleId, r.suppressions?.[0]?.justification])).toEqual([
      ['compose/docker-socket-mount', 'shows <the> "containers" & | more'],
    ]);
    expect(
      whole.run.results
        .filter((r) => ['dockerfile/run-as-root', 'kubernetes/privileged-container'].includes(r.ruleId))
        .every((r) => !r.suppressions),
    ).toBe(true);
    for (const { suppressions } of suppressed) {
      expect(suppressions).toMatchObject([
        { kind: 'inSource', status: 'accepted', location: { physicalLocation: { region: { startLine: expect.any(Number) } } } },
      ]);
    }
  });

  it('tells of files that could not be judged, or not whole', () => {
    const told = whole.run.invocations[0]?.toolExecutionNotifications.map((n) => n.message.text);
    expect(told).toEqual([
      'bad/Dockerfile was skipped: binary: it contains NUL bytes',
      expect.stringContaining('closing bracket is missing'),
    ]);
  });

  it('has fixes that make of a file what `fix` makes of it', async () => {
    // Rules whose fixes make no further one possible, so that one pass is all.
    const paths: Record<string, string> = {
      'compose/port-all-interfaces': 'compose.yaml',
      'seaworthy/unused-suppression': 'compose.yaml',
      'kubernetes/privileged-container': 'k8s/pods.yaml',
      'kubernetes/allow-privilege-escalation': 'k8s/pods.yaml',
    };
    for (const [rule, path] of Object.entries(paths)) {
      const fixable = whole.run.results.filter((r) => r.ruleId === rule && r.fixes && !r.suppressions);
      expect(fixable.length, rule).toBeGreaterThan(0);
      const folder = folderWith({});
      cpSync(WORKSPACE, folder, { recursive: true });
      const before = readFileSync(join(folder, path), 'utf8');
      const replacements = fixable.flatMap((r) => r.fixes?.[0]?.artifactChanges.flatMap((change) => change.replacements) ?? []);
      await seaworthy(['fix', '--hardening', '--rule', rule], { cwd: folder });
      expect(readFileSync(join(folder, path), 'utf8'), rule).toBe(replaced(before, replacements));
      expect(before).not.toBe(replaced(before, replacements));
    }
  });

  it('names places and changes in other files with their own lines', async () => {
    const values = 'image: a\nprivileged: true\n';
    const folder = folderWith({
      'chart/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
      'chart/values.yaml': values,
      'chart/templates/a.yaml':
        'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n    - name: a\n      securityContext:\n        privileged: {{ .Values.privileged }}\n',
      '.seaworthy.yaml': 'rules:\n  "*/*": off\n  kubernetes/privileged-container: critical\n',
    });
    const { log, run } = await sarif(folder);
    expect(validate(log)).toBe(true);
    const artifactLocation = { uri: 'chart/values.yaml', uriBaseId: 'SRCROOT' };
    const region = { startLine: 2, startColumn: 13, endLine: 2, endColumn: 17 };
    expect(run.results).toMatchObject([
      {
        locations: [{ physicalLocation: { artifactLocation: { uri: 'chart/templates/a.yaml' }, region: { startLine: 8 } } }],
        relatedLocations: [{ physicalLocation: { artifactLocation, region } }],
        fixes: [{ artifactChanges: [{ artifactLocation, replacements: [{ deletedRegion: region }] }] }],
      },
    ]);
    const [change] = run.results[0]?.fixes?.[0]?.artifactChanges ?? [];
    expect(replaced(values, change?.replacements ?? [])).toBe(values.replace('true', 'false'));
    const deeper = (await sarif(join(folder, 'chart/templates'), '--config', join(folder, '.seaworthy.yaml'))).run;
    expect(deeper.results).toMatchObject([
      {
        relatedLocations: [
          { physicalLocation: { artifactLocation: { uri: pathToFileURL(join(folder, 'chart/values.yaml')).href } } },
        ],
      },
    ]);
  });

  it('counts columns in UTF-16 units, with CRLF and behind a byte order mark', async () => {
    const text = `\uFEFF${PRIVILEGED.replace('image: nginx:1.27', '"🚢": {}').replaceAll('\n', '\r\n')}`;
    const folder = folderWith({ 'compose.yaml': text, '.seaworthy.yaml': only('high') });
    const [result] = (await sarif(folder)).run.results;
    expect(result?.locations[0]?.physicalLocation.region).toEqual({ startLine: 5, startColumn: 17, endLine: 5, endColumn: 21 });
    const replacements = result?.fixes?.[0]?.artifactChanges[0]?.replacements ?? [];
    await seaworthy(['fix', '--hardening'], { cwd: folder });
    expect(readFileSync(join(folder, 'compose.yaml'), 'utf8')).toBe(`\uFEFF${replaced(text.slice(1), replacements)}`);
  });

  it('has fingerprints that stay when lines are inserted', async () => {
    const folder = folderWith({});
    cpSync(WORKSPACE, folder, { recursive: true });
    const prints = (run: Run) => run.results.map((r) => [r.ruleId, r.partialFingerprints['seaworthy/v1']]);
    for (const path of ['compose.yaml', 'k8s/pods.yaml']) {
      const text = readFileSync(join(folder, path), 'utf8');
      writeFileSync(join(folder, path), `# one\n\n# two\n${text.replaceAll(/^( *)(privileged|image):/gm, '\n$1# more\n$1$2:')}`);
    }
    expect(prints((await sarif(folder)).run)).toEqual(prints(whole.run));
    expect(new Set(prints(whole.run).map(String)).size).toBe(whole.run.results.length);
  });
});

/** Whether a text is well-formed XML of elements with attributes and text; the names of its elements in order. */
function elementsOf(xml: string): string[] {
  const open: string[] = [];
  const names: string[] = [];
  const token =
    /<\?xml [^<>]*\?>|<\/(\w[\w-]*)>|<(\w[\w-]*)((?:\s+\w+="(?:[^"<&]|&(?:amp|lt|gt|quot);)*")*)\s*(\/?)>|(?:[^<>&]|&(?:amp|lt|gt|quot);)+/gy;
  for (let at = 0; at < xml.length; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(xml);
    if (!match) throw new Error(`not well-formed at ${at}: ${xml.slice(at, at + 60)}`);
    const [, closed, opened, , empty] = match;
    if (closed && open.pop() !== closed) throw new Error(`</${closed}> closes nothing`);
    if (opened) names.push(opened);
    if (opened && !empty) open.push(opened);
  }
  if (open.length > 0) throw new Error(`<${open.join('><')}> is not closed`);
  return names;
}

describe('JUnit', () => {
  it('is well-formed, with counts that hold', async () => {
    const { out } = await seaworthy(['scan', '--format', 'junit'], { cwd: WORKSPACE });
    const names = elementsOf(out);
    const count = (name: string) => names.filter((n) => n === name).length;
    expect(out).toContain(`<testsuites name="seaworthy" tests="${count('testcase')}" failures="${count('failure')}">`);
    expect(count('failure')).toBeGreaterThan(5);
    expect(count('testsuite')).toBe(6);
  });

  it('is well-formed whatever stands in names and texts', async () => {
    const odd = 'a"b<c>&\u0007\u001b\ufffe🚢';
    const folder = folderWith({
      [`${odd}/compose.yaml`]: `services:\n  ${JSON.stringify(odd)}:\n    privileged: true\n`,
      '.seaworthy.yaml': only('high'),
    });
    const { out } = await seaworthy(['scan', '--format', 'junit'], { cwd: folder });
    expect(elementsOf(out).filter((n) => n === 'failure')).toHaveLength(1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no such characters
    expect(out).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  });
});

describe('annotations of GitHub', () => {
  it('are one line each, whatever stands in names', async () => {
    const folder = folderWith({
      'a,b:c%\n/compose.yaml': 'services:\n  "x\\ny%0A::error":\n    privileged: true\n',
      '.seaworthy.yaml': only('high'),
    });
    const { out } = await seaworthy(['scan', '--format', 'github'], { cwd: folder });
    expect(out.trimEnd().split('\n')).toEqual([
      expect.stringMatching(
        /^::error file=a%2Cb%3Ac%25%0A\/compose\.yaml,line=3,endLine=3,col=17,endColumn=21,title=compose\/privileged-container \(high\)::.*`x%0Ay%250A::error`/,
      ),
    ]);
  });
});

describe('JSON', () => {
  it('has every finding with its place, fixes and counts', async () => {
    const { out } = await seaworthy(['scan', '--format', 'json'], { cwd: WORKSPACE });
    const { summary, files, skipped } = JSON.parse(out);
    const findings = files.flatMap((f: { findings: unknown[] }) => f.findings);
    expect(summary).toMatchObject({ files: files.length, findings: findings.length });
    expect(findings.filter((f: { severity: string }) => f.severity === 'critical')).toHaveLength(summary.critical);
    expect(files.map((f: { path: string }) => f.path)).toEqual([
      '.seaworthy.yaml',
      'Dockerfile',
      'bad/compose.yaml',
      'clean.compose.yaml',
      'compose.yaml',
      'k8s/pods.yaml',
    ]);
    expect(skipped).toEqual([{ path: 'bad/Dockerfile', reason: 'binary: it contains NUL bytes' }]);
  });

  it('is the same twice', async () => {
    const [a, b] = await Promise.all([1, 2].map(() => seaworthy(['scan', '--format', 'json'], { cwd: WORKSPACE })));
    expect(a).toEqual(b);
  });
});
