import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { judge } from '../../server/src/cli/judge.ts';
import { judgingOptions } from '../../server/src/cli/options.ts';

const folder = mkdtempSync(join(tmpdir(), 'seaworthy-together-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The rules of a family by file, below a path of the folder. */
async function rulesBelow(path: string, family: string): Promise<Record<string, string[]>> {
  const { files } = await judge([join(folder, path)], judgingOptions({ profile: 'all', 'no-config': true }));
  return Object.fromEntries(
    files.map(({ path: shown, analysis }) => [
      shown.slice(shown.lastIndexOf('/') + 1),
      [...new Set(analysis.findings.map(({ rule }) => rule).filter((rule) => rule.startsWith(`${family}/`)))].sort(),
    ]),
  );
}

const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: web}, ports: [{port: 80}]}\n';
const POD = (more = '') =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: web, labels: {app: web}${more}}\nspec:\n  hostPID: true\n  containers: [{name: a, image: "a:1"}]\n`;
const NAMESPACE =
  'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {pod-security.kubernetes.io/enforce: baseline}}\n';

describe('the command line', () => {
  it('judges the files of a folder together, those of other folders apart', async () => {
    write({ 'apart/a/service.yaml': SERVICE, 'apart/a/web.yaml': POD(), 'apart/b/alone.yaml': SERVICE });
    const rules = await rulesBelow('apart', 'project');
    expect(rules['service.yaml']).not.toContain('project/service-without-pods');
    expect(rules['alone.yaml']).toContain('project/service-without-pods');
    expect(rules['web.yaml']).toContain('project/pod-without-network-policy');
  });

  it('judges the templates of a chart together', async () => {
    write({
      'chart/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'chart/templates/service.yaml': SERVICE,
      'chart/templates/deep/web.yaml': POD(),
    });
    expect((await rulesBelow('chart', 'project'))['service.yaml']).not.toContain('project/service-without-pods');
  });

  it('judges what a kustomization names with its folder', async () => {
    write({
      'kustomize/base/web.yaml': POD(),
      'kustomize/overlay/kustomization.yaml': 'resources: [service.yaml, ../base]\n',
      'kustomize/overlay/service.yaml': SERVICE,
    });
    write({ 'kustomize/base/kustomization.yaml': 'resources: [web.yaml]\n' });
    expect((await rulesBelow('kustomize', 'project'))['service.yaml']).not.toContain('project/service-without-pods');
  });

  it('knows a Namespace that is read after the pods in it', async () => {
    write({ 'late/a/web.yaml': POD(', namespace: shop'), 'late/z/namespace.yaml': NAMESPACE });
    expect((await rulesBelow('late', 'project'))['web.yaml']).toContain('project/pod-security-admission');
  });

  it('judges a single file by itself', async () => {
    write({ 'single/service.yaml': SERVICE, 'single/web.yaml': POD() });
    expect((await rulesBelow('single/service.yaml', 'project'))['service.yaml']).toContain('project/service-without-pods');
  });

  it('judges a Compose file with what it extends, in its project only', async () => {
    write({
      'compose/base.yaml': 'services:\n  base:\n    image: nginx:1.27\n    privileged: true\n',
      'compose/app/compose.yaml': 'services:\n  web:\n    extends:\n      file: ../base.yaml\n      service: base\n',
    });
    expect((await rulesBelow('compose/app', 'compose'))['compose.yaml']).not.toContain('compose/privileged-container');
    mkdirSync(join(folder, 'compose/.git'));
    expect((await rulesBelow('compose/app', 'compose'))['compose.yaml']).toContain('compose/privileged-container');
  });

  it('follows no link out of the project', async () => {
    write({
      'link/outside/base.yaml': 'services:\n  base:\n    image: nginx:1.27\n    privileged: true\n',
      'link/project/compose.yaml': 'services:\n  web:\n    extends:\n      file: base.yml\n      service: base\n',
    });
    symlinkSync(join(folder, 'link/outside/base.yaml'), join(folder, 'link/project/base.yml'));
    expect((await rulesBelow('link/project/compose.yaml', 'compose'))['compose.yaml']).not.toContain(
      'compose/privileged-container',
    );
  });
});
