import { userLine } from '../compose/describe/identity.ts';
import { capabilityLine } from '../compose/describe/isolation.ts';
import { buildComposeFile } from '../compose/model/build.ts';
import { NO_NEIGHBOURS } from '../core/neighbours.ts';
import { shiftSpan } from '../core/span.ts';
import { userOfStage } from '../dockerfile/describe/user-in-words.ts';
import { buildDockerfile } from '../dockerfile/model/build.ts';
import { parseDockerfile } from '../dockerfile/syntax/parse.ts';
import { containerLines } from '../kubernetes/describe/container.ts';
import { buildObjects } from '../kubernetes/model/build.ts';
import { ScriptStore } from '../shell/store.ts';
import { parseYamlSlice } from '../yaml/parse.ts';
import { splitDocuments } from '../yaml/slices.ts';
import type { ContextHint, HintsOf } from './api.ts';
import { detectKind } from './detect.ts';
import { imageReader } from './image-of.ts';
import type { FileSettings, SourceFile } from './types.ts';

/** Who each stage, service and container runs as and with which capabilities, whether or not something is wrong with that. */
export const hintsOf: HintsOf = (file, settings) => {
  switch (detectKind(file.uri, file.text, file.languageId)) {
    case 'dockerfile':
      return stageHints(file);
    case 'compose':
      return ofDocuments(file, (document) => serviceHints(document, settings));
    case 'kubernetes':
      return ofDocuments(file, containerHints);
    default:
      return [];
  }
};

function ofDocuments(file: SourceFile, hints: (document: SourceFile) => readonly ContextHint[]): readonly ContextHint[] {
  return splitDocuments(file.text).flatMap(({ base, text }) =>
    hints({ ...file, text }).map((hint) => ({ ...hint, span: shiftSpan(hint.span, base) })),
  );
}

function stageHints({ text, neighbours = NO_NEIGHBOURS }: SourceFile): readonly ContextHint[] {
  const file = buildDockerfile(parseDockerfile(text), { scripts: new ScriptStore(), neighbours });
  return file.stages.flatMap((stage) => {
    const { name, from } = userOfStage(file, stage);
    const span = stage.name?.span ?? stage.from.syntax.words[0]?.span;
    return span ? { span, label: `runs as ${plain(name)}`, tooltip: `Runs as ${name}${from === '' ? '' : `: ${from}`}.` } : [];
  });
}

function serviceHints({ uri, text, neighbours = NO_NEIGHBOURS }: SourceFile, settings: FileSettings): readonly ContextHint[] {
  const file = buildComposeFile(parseYamlSlice(text), settings.variables ?? new Map(), neighbours, {
    name: uri.slice(uri.lastIndexOf('/') + 1),
    imageOf: imageReader(neighbours),
  });
  return file.services
    .filter(({ nameAt }) => nameAt.via === undefined && nameAt.uri === undefined)
    .map((service) => hint(service.nameAt.span, [userLine(service), capabilityLine(service)]));
}

function containerHints({ text }: SourceFile): readonly ContextHint[] {
  const containers = buildObjects(parseYamlSlice(text)).flatMap(({ workloads }) =>
    workloads.flatMap((workload) => workload.containers),
  );
  return containers.flatMap((container) => {
    const { name } = container;
    if (name.kind !== 'known' || name.at.via || name.at.uri !== undefined) return [];
    const lines = containerLines(container).filter((line) => line !== undefined && SHOWN.test(line));
    return lines.length > 0 ? hint(name.at.span, lines) : [];
  });
}

/** The sentences of a description that a hint is made of. */
const SHOWN = /^(?:User|Capabilities|\*\*Privileged\*\*): /;

function hint(span: ContextHint['span'], lines: readonly (string | undefined)[]): ContextHint {
  const told = lines.filter((line) => line !== undefined);
  return { span, label: told.map(inShort).join(' · '), tooltip: told.join('\n\n') };
}

/** `User: **root** (\`0\`), by \`user\`.` → `user: root (0)`: a sentence without where it comes from and what follows from it. */
function inShort(line: string): string {
  if (line.startsWith('**Privileged**')) return 'privileged';
  const [fact = ''] = plain(line).split(/; |, (?:by|as far as|with|which refuses) | \(set for/);
  return fact.replace(/\.$/, '').replace(/^[A-Z]/, (letter) => letter.toLowerCase());
}

function plain(text: string): string {
  return text.replace(/[`*]/g, '');
}
