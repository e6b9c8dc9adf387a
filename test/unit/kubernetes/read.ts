import { buildObjects } from '../../../server/src/kubernetes/model/build.ts';
import type { KubernetesObject, Workload } from '../../../server/src/kubernetes/model/model.ts';
import { parseYamlSlice } from '../../../server/src/yaml/parse.ts';
import { splitDocuments } from '../../../server/src/yaml/slices.ts';

/** The objects of a manifest, all documents. */
export function objectsOf(text: string): KubernetesObject[] {
  return splitDocuments(text).flatMap((slice) => buildObjects(parseYamlSlice(slice.text)));
}

/** The first workload of a manifest; fails the test when there is none. */
export function workloadOf(text: string): Workload {
  const workload = objectsOf(text).flatMap((object) => object.workloads)[0];
  if (!workload) throw new Error(`no workload in\n${text}`);
  return workload;
}
