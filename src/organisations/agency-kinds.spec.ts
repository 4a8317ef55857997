import { expect, it } from '@jest/globals';
import { AGENCY_KINDS } from '../inspectorates/inspectorate.js';
import { agencyKindWords } from './agency-kinds.js';

it('calls no two kinds of agency the same, in the singular or in the plural', () => {
  const words = AGENCY_KINDS.flatMap((kind) => [agencyKindWords[kind].singular, agencyKindWords[kind].plural]);
  expect(new Set(words).size).toBe(2 * AGENCY_KINDS.length);
});
