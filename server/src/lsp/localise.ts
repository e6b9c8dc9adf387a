import { UI_WORDS } from './ui-words.ts';

/** Gives a text of the user interface in the client's language, and every other text as it is. */
export type Localise = (text: string) => string;

interface Template {
  readonly pattern: RegExp;
  readonly translation: string;
}

/** Deeper than any of our texts is put together. */
const MAX_DEPTH = 4;

/**
 * Finds the template that a finished English text was made from and fills the translation, so that what makes the texts knows nothing of
 * languages. What was put in is looked up in turn. `bundle` has translations by template, as the client's own texts have.
 */
export function localiser(bundle: unknown): Localise {
  if (typeof bundle !== 'object' || bundle === null) return (text) => text;
  const templates = templatesOf(bundle as Readonly<Record<string, unknown>>);
  const localise = (text: string, depth: number): string => {
    if (depth === 0) return text;
    for (const { pattern, translation } of templates) {
      const match = pattern.exec(text);
      if (match) return translation.replace(/\{(\d)\}/g, (_, index) => localise(match[Number(index) + 1] ?? '', depth - 1));
    }
    return text;
  };
  return (text) => localise(text, MAX_DEPTH);
}

/** Those with the most words of their own come first: the others match what they match too. */
function templatesOf(bundle: Readonly<Record<string, unknown>>): Template[] {
  return UI_WORDS.flatMap((english) => {
    const translation = bundle[english];
    if (typeof translation !== 'string') return [];
    const literal = english.split(/\{\d\}/);
    const pattern = new RegExp(`^${literal.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('(.+?)')}$`, 's');
    return [{ pattern, translation, length: literal.join('').length }];
  }).sort((a, b) => b.length - a.length);
}

/** Localises Markdown line by line; list marks and indents stay. */
export function localiseLines(localise: Localise, markdown: string): string {
  return markdown.replace(/^(\s*(?:- )?)(.+)$/gm, (_, lead: string, text: string) => lead + localise(text));
}
