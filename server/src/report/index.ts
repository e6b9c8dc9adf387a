import { compactReport } from './compact.ts';
import { githubReport } from './github.ts';
import { gitlabReport } from './gitlab.ts';
import { htmlReport } from './html.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';
import type { Reporter } from './result.ts';
import { sarifReport } from './sarif.ts';
import { textReport } from './text.ts';

/** The formats of `seaworthy scan --format`. */
export const reporters: Readonly<Record<string, Reporter>> = {
  text: textReport,
  compact: compactReport,
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
  gitlab: gitlabReport,
  junit: junitReport,
  markdown: markdownReport,
  html: htmlReport,
};
export type { ReportedFile, Reporter, ScanResult } from './result.ts';
export { colouredTextReport } from './text.ts';
