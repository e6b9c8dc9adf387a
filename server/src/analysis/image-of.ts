import type { BuiltImage, ImageOf } from '../compose/model/built-image.ts';
import type { Neighbours } from '../core/neighbours.ts';
import { userOfStage } from '../dockerfile/describe/user-in-words.ts';
import { baseImageOf, lineage } from '../dockerfile/images/base-image.ts';
import { buildDockerfile } from '../dockerfile/model/build.ts';
import type { Dockerfile, Stage } from '../dockerfile/model/model.ts';
import { parseDockerfile } from '../dockerfile/syntax/parse.ts';
import { ScriptStore } from '../shell/store.ts';

function healthcheckOf(stage: Stage): BuiltImage['healthcheck'] {
  const check = stage.last('HEALTHCHECK');
  if (check) return check.none ? 'off' : 'set';
  const { scratch, facts } = baseImageOf(stage);
  // Official images have none (docker-library, "FAQ": "Healthcheck").
  return scratch || facts?.image.startsWith('docker.io/library/') ? 'none' : 'unknown';
}

function dropsTo(stage: Stage, ownEntrypoint: boolean): string | null | undefined {
  const { scratch, facts } = baseImageOf(stage);
  if (ownEntrypoint || scratch) return ownEntrypoint ? undefined : null;
  return facts?.entrypointDropsTo;
}

function factsOf(file: Dockerfile, stage: Stage): BuiltImage {
  const stages = lineage(stage);
  const ownEntrypoint = stages.some((one) => one.all('ENTRYPOINT').length > 0);
  const ports = stages.flatMap((one) => one.all('EXPOSE').flatMap((expose) => expose.ports));
  return {
    user: userOfStage(file, stage),
    dropsTo: dropsTo(stage, ownEntrypoint),
    healthcheck: healthcheckOf(stage),
    exposed: ports.flatMap((port) =>
      port.kind === 'known' ? [{ first: port.value.start, last: port.value.end, protocol: port.value.protocol }] : [],
    ),
    ownEntrypoint,
    base: baseImageOf(stage).facts,
  };
}

/**
 * Reads the Dockerfiles that a Compose file's services build, in it or beside it, each once. The stage is the `target`, by name or number,
 * else the last (https://docs.docker.com/reference/compose-file/build/#target).
 */
export function imageReader(neighbours: Neighbours): ImageOf {
  const read = new Map<string, Dockerfile>();
  return (dockerfile) => {
    const text = 'text' in dockerfile ? dockerfile.text : neighbours.read(dockerfile.path);
    if (text === null || text === undefined) return undefined;
    const file = read.get(text) ?? buildDockerfile(parseDockerfile(text), { scripts: new ScriptStore() });
    read.set(text, file);
    const { target } = dockerfile;
    const stage = target === undefined ? file.stages.at(-1) : file.findStage(target, undefined);
    return stage && factsOf(file, stage);
  };
}
