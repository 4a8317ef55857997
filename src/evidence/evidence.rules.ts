import type { EvidenceFacts, Inspectorate, Problem } from '../inspectorates/inspectorate.js';
import { ProblemsError } from '../platform/errors.js';
import type { FileEvidenceInput } from './evidence.inputs.js';

/** What `release()` needs to know of an item, once its codes are known to be its inspectorate's own. */
export function checkedEvidence(owner: Inspectorate, input: FileEvidenceInput): EvidenceFacts {
  const problems = codeProblems(owner, input);
  if (input.occurredFrom == null && input.occurredTo != null)
    problems.push({ at: 'occurredFrom', code: 'MISSING', message: 'Give the first day as well as the last.' });
  if (input.occurredFrom != null && input.occurredTo != null && input.occurredTo < input.occurredFrom)
    problems.push({
      at: 'occurredTo',
      code: 'DATES_REVERSED',
      message: 'The last day is before the first: exchange them or mend one.',
    });
  if (problems.length > 0) throw new ProblemsError(problems);
  const { kind, method, strength, marking, personalData } = input;
  return { kind, method, strength, marking, personalData };
}

/** @throws ProblemsError where a code is none of the owner's. */
export function knownCodes(owner: Inspectorate, codes: { kind: string; criterion: string }): void {
  const problems = codeProblems(owner, codes);
  if (problems.length > 0) throw new ProblemsError(problems);
}

function codeProblems(owner: Inspectorate, { kind, criterion }: { kind: string; criterion: string }): Problem[] {
  const problems: Problem[] = [];
  if (!owner.evidenceKinds.some(({ code }) => code === kind))
    problems.push({ at: 'kind', code: 'UNKNOWN_CODE', message: `Give the code of an evidence kind of ${owner.name}.` });
  if (!owner.criteria.some(({ code }) => code === criterion))
    problems.push({ at: 'criterion', code: 'UNKNOWN_CODE', message: `Give the code of a criterion of ${owner.name}.` });
  return problems;
}
