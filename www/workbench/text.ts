/** All words of the page come from here. */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import english from './en.ftl?raw';

// Titles of packs and plans stand in elements of their own, so no isolating marks are needed around them.
const bundle = new FluentBundle('en', { useIsolating: false });
bundle.addResource(new FluentResource(english));

/** The text of a message, with its variables filled in. */
export function t(id: string, variables?: Record<string, FluentVariable>): string {
  const pattern = bundle.getMessage(id)?.value;
  if (!pattern) throw new Error(`no text for ${id}`);
  return bundle.formatPattern(pattern, variables);
}

/** A level of an outline in the plural, in plain words. */
export const levelName = (level: string): string => t('levels', { level });
