import { span } from '../../core/span.ts';
import type { DockerfileSyntax, InstructionSyntax } from '../syntax/syntax.ts';
import { lineStart } from './layout.ts';
import type { EditResult } from './result.ts';

/**
 * Removes the blank lines between the continued lines of an instruction.
 *
 *     RUN a \            RUN a \
 *                   →      && b
 *       && b
 */
export function removeBlankLines({ text }: DockerfileSyntax, { blankLines }: InstructionSyntax): EditResult {
  return blankLines.map((blank) => {
    const start = lineStart(text, blank.start);
    const newline = text.indexOf('\n', blank.end);
    return newline >= 0
      ? { span: span(start, newline + 1), text: '' }
      : { span: span(text.charCodeAt(start - 2) === 13 ? start - 2 : Math.max(0, start - 1), text.length), text: '' };
  });
}
