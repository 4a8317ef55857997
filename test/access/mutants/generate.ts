import type { Catalogue } from './catalogue.js';
import { functionMutants } from './functions.js';
import { grantMutants } from './grants.js';
import type { Mutant } from './mutant.js';
import { policyMutants } from './policies.js';
import { triggerMutants } from './triggers.js';

/** All mutants of the catalogue, each once. */
export function mutantsOf(catalogue: Catalogue): readonly Mutant[] {
  const mutants = [
    ...policyMutants(catalogue),
    ...grantMutants(catalogue),
    ...functionMutants(catalogue),
    ...triggerMutants(catalogue),
  ];
  const byChange = new Map(
    mutants.map((mutant) => [mutant.change.in === 'catalogue' ? mutant.change.sql : mutant.change.source, mutant]),
  );
  return [...byChange.values()];
}
