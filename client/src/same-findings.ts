/** Which of our diagnostics another extension tells already. No editor in here, so that it can be tested without one. */

/** By rule and tool, the checks that tell the same thing. */
export type Equivalents = Readonly<Record<string, Readonly<Record<string, readonly string[] | undefined>>>>;

/** What is compared of a diagnostic: lines count from 0. */
export interface Told {
  readonly source: string;
  readonly code: string;
  readonly line: number;
}

/** The tools by the names that their extensions give as the source of a diagnostic. */
const TOOL_OF_SOURCE: readonly (readonly [RegExp, string])[] = [
  [/hadolint/i, 'hadolint'],
  [/dockerfile-utils|docker/i, 'buildkit'],
  [/trivy/i, 'trivy'],
  [/checkov/i, 'checkov'],
  [/kics/i, 'kics'],
  [/semgrep/i, 'semgrep'],
  [/kubescape/i, 'kubescape'],
  [/kube-?linter/i, 'kube-linter'],
  [/kube-?score/i, 'kube-score'],
  [/polaris/i, 'polaris'],
  [/dclint/i, 'dclint'],
];

/** BuildKit's names for what the Dockerfile language server of the Docker extensions gives as a number (dockerfile-utils 0.16). */
const DOCKERFILE_UTILS: Readonly<Record<string, string>> = {
  0: 'ConsistentInstructionCasing',
  10: 'DuplicateStageName',
  11: 'NoEmptyContinuation',
  37: 'MultipleInstructionsDisallowed',
  45: 'MaintainerDeprecated',
  50: 'WorkdirRelativePath',
};

/** A diagnostic's check, as `tool check`; undefined when it is of no tool that we compare with. */
export function checkOf({ source, code }: Pick<Told, 'source' | 'code'>): string | undefined {
  const tool = TOOL_OF_SOURCE.find(([name]) => name.test(source))?.[1];
  if (tool === undefined || code === '') return undefined;
  return `${tool} ${(tool === 'buildkit' ? (DOCKERFILE_UTILS[code] ?? code) : code).toLowerCase()}`;
}

/** Whether one of the others tells, in the same line, what a rule of ours tells there. */
export function isToldBy(rule: string, line: number, others: readonly Told[], equivalents: Equivalents): boolean {
  const tools = equivalents[rule];
  if (tools === undefined) return false;
  return others.some((other) => {
    const check = other.line === line ? checkOf(other) : undefined;
    if (check === undefined) return false;
    const [tool = '', ...rest] = check.split(' ');
    return tools[tool]?.some((id) => id.toLowerCase() === rest.join(' ')) ?? false;
  });
}
