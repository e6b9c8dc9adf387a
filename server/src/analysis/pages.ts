import { pages } from './pages.generated.ts';

/** The parts of a rule's page that are shown beside a finding; Markdown. */
export interface RulePage {
  readonly finds: string;
  readonly why: string;
  readonly fix: string;
}

/** The page of a rule; undefined for an unknown id. */
export function pageOf(rule: string): RulePage | undefined {
  return pages[rule];
}
