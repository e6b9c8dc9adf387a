import type { UserOfBuild } from '../compose/describe/identity.ts';
import { describeCompose } from '../compose/describe.ts';
import { buildComposeFile } from '../compose/model/build.ts';
import type { Description } from '../core/description.ts';
import { shiftSpan } from '../core/span.ts';
import { userOfStage } from '../dockerfile/describe/user-in-words.ts';
import { describeDockerfile } from '../dockerfile/describe.ts';
import { buildDockerfile } from '../dockerfile/model/build.ts';
import type { Dockerfile } from '../dockerfile/model/model.ts';
import { parseDockerfile } from '../dockerfile/syntax/parse.ts';
import { describeKubernetes } from '../kubernetes/describe.ts';
import { buildObjects } from '../kubernetes/model/build.ts';
import { ScriptStore } from '../shell/store.ts';
import { parseYamlSlice } from '../yaml/parse.ts';
import { splitDocuments } from '../yaml/slices.ts';
import type { Describe } from './api.ts';
import { detectKind } from './detect.ts';
import type { FileSettings } from './types.ts';

const NO_VARIABLES: ReadonlyMap<string, string> = new Map();

/** What holds at an offset of a file; only the document there is read. */
export const describe: Describe = (file, settings, offset) => {
  const kind = detectKind(file.uri, file.text, file.languageId);
  if (kind === 'dockerfile') {
    return describeDockerfile(readDockerfile(file.text), offset, settings.environment);
  }
  if (kind !== 'compose' && kind !== 'kubernetes') return undefined;
  const slice = splitDocuments(file.text).findLast(({ base }) => base <= offset);
  const found = slice && describeDocument(kind, slice.text, settings, offset - slice.base);
  return slice && found && { ...found, span: shiftSpan(found.span, slice.base) };
};

function describeDocument(
  kind: 'compose' | 'kubernetes',
  text: string,
  settings: FileSettings,
  offset: number,
): Description | undefined {
  const document = parseYamlSlice(text);
  return kind === 'compose'
    ? describeCompose(buildComposeFile(document, settings.variables ?? NO_VARIABLES), offset, settings.environment, userOfInline)
    : describeKubernetes(buildObjects(document), offset, settings.environment);
}

/** Who an image runs as whose Dockerfile is written in the Compose file (Compose Build specification, "dockerfile_inline"). */
const userOfInline: UserOfBuild = ({ dockerfileInline, target }) => {
  if (dockerfileInline.kind !== 'known') return undefined;
  const file = readDockerfile(dockerfileInline.value);
  const stage = target.kind === 'known' ? file.findStage(target.value, undefined) : file.stages.at(-1);
  return stage && target.kind !== 'dynamic' ? userOfStage(file, stage) : undefined;
};

function readDockerfile(text: string): Dockerfile {
  return buildDockerfile(parseDockerfile(text), { scripts: new ScriptStore() });
}
