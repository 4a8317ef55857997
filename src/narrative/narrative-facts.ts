import type { Framework } from '../frameworks/framework.js';
import type { NarrativeFacts } from './fixed-text.js';

/** What the fixed parts are filled with, by code where a framework has the name. */
export interface Inspected extends Omit<
  NarrativeFacts,
  'inspectorates' | 'principalAuthority' | 'cooperatingAgencies'
> {
  /** The leading one first; each with the gateway under which it takes part. */
  readonly inspectorates: readonly { readonly code: string; readonly name: string; readonly gateway: string }[];
  readonly agencies: readonly { readonly name: string; readonly principal: boolean }[];
}

export const factsOf = (framework: Framework, inspected: Inspected): NarrativeFacts => ({
  title: inspected.title,
  area: inspected.area,
  theme: framework.themes.find(({ code }) => code === inspected.theme)?.name ?? null,
  inspectorates: inspected.inspectorates.map(({ name }) => name),
  fieldwork: inspected.fieldwork,
  principalAuthority: inspected.agencies.find(({ principal }) => principal)?.name ?? null,
  cooperatingAgencies: inspected.agencies.filter(({ principal }) => !principal).map(({ name }) => name),
});
