import { pageFrame } from '../../analysis/page-frame.ts';
import { reasonAsWritten } from '../../analysis/reasons.ts';
import { PageFrameRequest, type PageFrameResult } from '../protocol.ts';
import type { ServerContext } from '../server-context.ts';

/** `seaworthy/pageFrame`: what stands around the written part of a rule's page; null for what is no rule. */
export function offerPageFrame(server: ServerContext): void {
  server.connection.onRequest(PageFrameRequest, ({ rule: id }: { readonly rule: string }): PageFrameResult | null => {
    const rule = server.ruleOf(id);
    return rule ? { ...pageFrame(rule), reason: reasonAsWritten(id) ?? '' } : null;
  });
}
