import { describe, expect, it } from 'vitest';
import type { FileAnalysis } from '../../../server/src/analysis/index.ts';
import { documentDigest, type FileFacts } from '../../../server/src/project/facts.ts';
import { kustomizationResources } from '../../../server/src/project/kustomization.ts';
import { engine, settingsOf } from '../../support/engine.ts';

const settings = settingsOf();
const SERVICE = `apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}
`;
const POD = `apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop, labels: {app: web}}
spec:
  hostPID: true
  containers: [{name: web, image: "nginx:1"}]
`;
const NAMESPACE = (level: string) => `apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {pod-security.kubernetes.io/enforce: ${level}}}
`;

function factsOf(uri: string, text: string): FileFacts {
  const { facts } = engine.analyze({ uri, text }, settings);
  if (!facts) throw new Error(`no facts in ${uri}`);
  return facts;
}

function judge(text: string, beside: readonly FileFacts[], elsewhere: readonly FileFacts[] = [], previous?: FileAnalysis) {
  return engine.analyze({ uri: 'file:///w/app/own.yaml', text, unit: { beside, elsewhere } }, settings, previous);
}

const ofProject = (analysis: FileAnalysis) => analysis.findings.filter(({ rule }) => rule.startsWith('project/'));
const rulesOf = (analysis: FileAnalysis) => ofProject(analysis).map(({ rule }) => rule);

describe('files that are judged together', () => {
  it('answer what one of them alone leaves open', () => {
    expect(rulesOf(judge(SERVICE, []))).toContain('project/service-without-pods');
    expect(rulesOf(judge(SERVICE, [factsOf('file:///w/app/pod.yaml', POD)]))).not.toContain('project/service-without-pods');
  });

  it('are told in the judged file, the other one being a related place with its own offsets', () => {
    const service = factsOf('file:///w/app/service.yaml', `# above\n---\n${SERVICE}`);
    const [exposed] = ofProject(judge(POD, [service])).filter(({ rule }) => rule === 'project/workload-exposed');
    expect(exposed?.at.uri).toBeUndefined();
    expect(POD.slice(exposed?.at.span.start, exposed?.at.span.end)).toBe('web');
    const place = exposed?.related[0]?.at;
    expect(place?.uri).toBe('file:///w/app/service.yaml');
    expect(`# above\n---\n${SERVICE}`.slice(place?.span.start, place?.span.end)).toBe('LoadBalancer');
  });

  it('give the same in any order', () => {
    const files = [
      factsOf('file:///w/app/a.yaml', SERVICE),
      factsOf('file:///w/app/b.yaml', SERVICE.replace('name: web', 'name: two')),
      factsOf('file:///w/app/c.yaml', NAMESPACE('baseline')),
    ];
    const summary = (beside: readonly FileFacts[]) => JSON.stringify(ofProject(judge(POD, beside)));
    expect(summary([...files].reverse())).toBe(summary(files));
    expect(rulesOf(judge(POD, files))).toContain('project/pod-security-admission');
  });

  it('say nothing of each other while they are not known', () => {
    const alone = engine.analyze({ uri: 'file:///w/app/own.yaml', text: SERVICE, unit: null }, settings);
    expect(rulesOf(alone)).toEqual([]);
    expect(alone.facts?.documents).toHaveLength(1);
  });

  it('are silenced by comments and told when those are unused', () => {
    const ignored = SERVICE.replace('spec:', '# seaworthy-ignore project/service-without-pods -- made by an operator\nspec:');
    const judged = judge(ignored, []);
    expect(rulesOf(judged)).not.toContain('project/service-without-pods');
    expect(judged.suppressed.map(({ finding }) => finding.rule)).toContain('project/service-without-pods');
    const unused = judge(ignored, [factsOf('file:///w/app/pod.yaml', POD)]);
    expect(unused.findings.map(({ rule }) => rule)).toContain('seaworthy/unused-suppression');
    const notYet = engine.analyze({ uri: 'file:///w/app/own.yaml', text: ignored, unit: null }, settings);
    expect(notYet.findings.map(({ rule }) => rule)).not.toContain('seaworthy/unused-suppression');
  });

  it('are judged on from what is kept as they are judged afresh', () => {
    const pod = factsOf('file:///w/app/pod.yaml', POD);
    const first = judge(SERVICE, []);
    const fingerprints = (analysis: FileAnalysis) => analysis.findings.map(({ fingerprint }) => fingerprint);
    expect(fingerprints(judge(SERVICE, [pod], [], first))).toEqual(fingerprints(judge(SERVICE, [pod])));
  });
});

describe('a Namespace of another folder', () => {
  const near = factsOf('file:///w/namespaces/a.yaml', NAMESPACE('baseline'));

  it('counts', () => {
    expect(rulesOf(judge(POD, [], [near]))).toContain('project/pod-security-admission');
  });

  it('counts less than one that is nearer', () => {
    const own = factsOf('file:///w/app/namespace.yaml', NAMESPACE('privileged'));
    expect(rulesOf(judge(POD, [own], [near]))).not.toContain('project/pod-security-admission');
  });

  it('does not count when those in one place disagree', () => {
    const other = factsOf('file:///w/namespaces/b.yaml', NAMESPACE('privileged'));
    expect(rulesOf(judge(POD, [], [near, other]))).not.toContain('project/pod-security-admission');
  });
});

describe('facts', () => {
  const digest = (text: string) => factsOf('file:///w/a.yaml', text).documents.map(({ facts }) => documentDigest(facts));

  it('are plain data', () => {
    const facts = factsOf('file:///w/a.yaml', `${SERVICE}---\n${POD}`);
    expect(structuredClone(facts)).toEqual(facts);
  });

  it('are the same where only places and what concerns nobody else changed', () => {
    expect(digest(`# a comment\n${POD}`)).toEqual(digest(POD));
    expect(digest(POD.replace('hostPID: true', 'hostPID: false'))).toEqual(digest(POD));
    expect(digest(POD.replace('app: web', 'app: api'))).not.toEqual(digest(POD));
  });

  it('of a patch that a kustomization applies are none', () => {
    const neighbours = {
      read: (path: string) => (path === 'kustomization.yaml' ? 'patches: [{path: own.yaml}]\n' : null),
    };
    const patch = engine.analyze({ uri: 'file:///w/app/own.yaml', text: POD, neighbours }, settings);
    expect(patch.facts?.documents).toEqual([]);
  });
});

describe('a kustomization', () => {
  it('names files and folders, not what is on the network', () => {
    const text =
      'resources:\n  - web.yaml\n  - ../base\n  - https://example.com/x.yaml\n  - git@example.com:x\n  - github.com/x/y?ref=v1\n';
    expect(kustomizationResources('file:///w/app/kustomization.yaml', text)).toEqual([
      'file:///w/app/web.yaml',
      'file:///w/base',
    ]);
  });
});
