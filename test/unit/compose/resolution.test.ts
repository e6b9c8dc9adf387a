import { describe, expect, it } from 'vitest';
import { project, web } from './read.ts';
import { BOOLEANS } from './resolution/booleans.ts';
import { EXTENDS } from './resolution/extends.ts';
import { EXTENDED_FILES } from './resolution/extends-files.ts';
import { TOGETHER } from './resolution/fragments.ts';
import { INCLUDES } from './resolution/include.ts';
import { OVERRIDES } from './resolution/overrides.ts';
import { PORTS } from './resolution/ports.ts';
import { SYNTAX } from './resolution/properties.ts';
import { SWARM } from './resolution/swarm.ts';
import { TAGS } from './resolution/tags.ts';
import { VOLUMES } from './resolution/volumes.ts';

for (const { section, rows } of [BOOLEANS, PORTS, VOLUMES, TOGETHER, EXTENDS, SYNTAX, SWARM]) {
  describe(section ?? 'Services', () => {
    for (const [what, text, read, expected, variables] of rows) {
      const key = section === undefined ? `"${/^\w+/.exec(text)?.[0]}": ` : '';
      it(key + what, () => expect(read(web(text, variables))).toEqual(expected));
    }
  });
}

for (const { section, rows } of [EXTENDED_FILES, INCLUDES, OVERRIDES, TAGS]) {
  describe(section, () => {
    for (const [what, files, read, expected, variables] of rows)
      it(what, () => {
        const service = project(files, variables).service('web');
        expect(service && read(service)).toEqual(expected);
      });
  });
}
