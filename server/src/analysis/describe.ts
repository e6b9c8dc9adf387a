import { describeCompose } from '../compose/describe.ts';
import { inlineDockerfiles } from '../compose/facts/inline-dockerfile.ts';
import { buildComposeFile } from '../compose/model/build.ts';
import type { ComposeFile } from '../compose/model/model.ts';
import type { Description } from '../core/description.ts';
import type { Neighbours } from '../core/neighbours.ts';
import { NO_NEIGHBOURS } from '../core/neighbours.ts';
import { shiftSpan } from '../core/span.ts';
import { describeDockerfile } from '../dockerfile/describe.ts';
import { buildDockerfile } from '../dockerfile/model/build.ts';
import type { Dockerfile } from '../dockerfile/model/model.ts';
import { parseDockerfile } from '../dockerfile/syntax/parse.ts';
import { describeKubernetes } from '../kubernetes/describe.ts';
import { buildObjects } from '../kubernetes/model/build.ts';
import { ScriptStore } from '../shell/store.ts';
import { parseYamlSlice } from '../yaml/parse.ts';
import { splitDocuments } from '../yaml/slices.ts';
import { accountRights } from './account-rights.ts';
import type { Describe } from './api.ts';
import { detectKind } from './detect.ts';
import { imageReader } from './image-of.ts';
import type { FileSettings, SourceFile } from './types.ts';

const NO_VARIABLES: ReadonlyMap<string, string> = new Map();

/** What holds at an offset of a file; only the document there is read. */
export const describe: Describe = (file, settings, offset) => {
  const kind = detectKind(file.uri, file.text, file.languageId);
  if (kind === 'dockerfile') {
    return describeDockerfile(readDockerfile(file.text, file.neighbours), offset, settings.environment);
  }
  if (kind !== 'compose' && kind !== 'kubernetes') return undefined;
  const slice = splitDocuments(file.text).findLast(({ base }) => base <= offset);
  if (!slice) return undefined;
  const found =
    kind === 'compose'
      ? describeServices({ ...file, text: slice.text }, settings, offset - slice.base)
      : describeKubernetes(buildObjects(parseYamlSlice(slice.text)), offset - slice.base, settings.environment, (workload) =>
          accountRights(file, workload, slice.base),
        );
  return found && { ...found, span: shiftSpan(found.span, slice.base) };
};

function describeServices(
  { uri, text, neighbours = NO_NEIGHBOURS }: SourceFile,
  settings: FileSettings,
  offset: number,
): Description | undefined {
  const document = parseYamlSlice(text);
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  const { environment, variables = NO_VARIABLES } = settings;
  const file = buildComposeFile(document, variables, neighbours, { name, imageOf: imageReader(neighbours) });
  return describeCompose(file, offset, environment) ?? describeInline(file, offset, settings);
}

/** What holds in a Dockerfile that a Compose file contains. */
function describeInline(file: ComposeFile, offset: number, settings: FileSettings): Description | undefined {
  for (const dockerfile of inlineDockerfiles(file, settings.variables ?? NO_VARIABLES)) {
    const inside = dockerfile.offsetAt(offset);
    const found =
      inside === undefined ? undefined : describeDockerfile(readDockerfile(dockerfile.text), inside, settings.environment);
    if (found) return { ...found, span: dockerfile.place(found.span) };
  }
  return undefined;
}

function readDockerfile(text: string, neighbours: Neighbours = NO_NEIGHBOURS): Dockerfile {
  return buildDockerfile(parseDockerfile(text), { scripts: new ScriptStore(), neighbours });
}
