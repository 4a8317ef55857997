import { recordOpenings } from '../access/openings.js';
import type { WriteTransaction } from '../database/transaction.js';
import type { Problem } from '../inspectorates/inspectorate.js';
import { ProblemsError } from '../platform/errors.js';
import { localIdAt } from '../platform/global-id.js';
import { CitationEntity, CitationPassageEntity } from './finding.entity.js';
import type { CitationInput } from './finding.inputs.js';
import type { CitableRow, FindingsRepository } from './findings.repository.js';

export interface CitingFinding {
  readonly id: string;
  readonly inspectionId: string;
  readonly owner: string;
}

export interface Cited {
  readonly evidenceId: string;
  readonly passage: { readonly start: number; readonly end: number } | null;
}

/** What is to be cited, once each item is known to be one that the actor may cite. */
export async function checkedCitations(
  tx: WriteTransaction,
  repository: FindingsRepository,
  inspectionId: string,
  inputs: readonly CitationInput[],
): Promise<Cited[]> {
  const cited = inputs.map(({ evidenceId, passage }, index) => ({
    evidenceId: localIdAt('Evidence', evidenceId, `citations.${index}.evidenceId`),
    passage: passage ?? null,
  }));
  const ids = cited.map(({ evidenceId }) => evidenceId);
  const items = new Map((await repository.citable(tx, inspectionId, ids)).map((item) => [item.id, item]));
  const problems = cited.flatMap((each, index) =>
    citationProblems(each, items.get(each.evidenceId), ids.indexOf(each.evidenceId) < index).map((problem) => ({
      ...problem,
      at: `citations.${index}.${problem.at}`,
    })),
  );
  if (problems.length > 0) throw new ProblemsError(problems);
  return cited;
}

function citationProblems({ passage }: Cited, item: CitableRow | undefined, repeated: boolean): Problem[] {
  const problem = (at: string, code: string, message: string): Problem[] => [{ at, code, message }];
  if (item === undefined)
    return problem('evidenceId', 'UNKNOWN_ID', 'Give the id of an item of this inspection that you can see.');
  if (repeated) return problem('evidenceId', 'REPEATED', 'Cite each item once.');
  if (item.state === 'DRAFT')
    return problem('evidenceId', 'NOT_SUBMITTED', 'Submit this item first: a finding rests on submitted evidence.');
  if (item.state === 'WITHDRAWN')
    return problem('evidenceId', 'WITHDRAWN', 'This item was withdrawn: take it out, or cite another.');
  if (passage === null) return [];
  if (item.length === null)
    return problem('passage', 'NOT_WHOLE', 'You see this item in summary only: cite it without a passage.');
  if (passage.end <= passage.start)
    return problem('passage.end', 'OUT_OF_RANGE', 'The end is not after the start: exchange them or mend one.');
  if (passage.end > item.length)
    return problem('passage.end', 'OUT_OF_RANGE', `The item's text ends at character ${item.length}.`);
  return [];
}

export async function cite(tx: WriteTransaction, finding: CitingFinding, cited: readonly Cited[]): Promise<void> {
  if (cited.length === 0) return;
  const key = { findingId: finding.id, inspectionId: finding.inspectionId, owner: finding.owner };
  const rows = cited.map((each) => ({ ...each, id: tx.newId() }));
  await tx.insert(
    CitationEntity,
    rows.map(({ id, evidenceId }) => ({ ...key, id, evidenceId, citedAt: tx.actor.now })),
  );
  await quote(
    tx,
    finding,
    rows.flatMap(({ id, evidenceId, passage }) =>
      passage === null ? [] : [{ citationId: id, evidenceId, ...passage }],
    ),
  );
}

/**
 * Cites these items in place of what was cited. Citations of items that the actor does not see are left alone, and so
 * is the passage of an item that he does not see whole.
 */
export async function citeInstead(
  tx: WriteTransaction,
  repository: FindingsRepository,
  finding: CitingFinding,
  cited: readonly Cited[],
): Promise<void> {
  const standing = await repository.citations(tx, finding.id);
  for (const { id, evidenceId } of standing)
    if (!cited.some((each) => each.evidenceId === evidenceId)) await tx.remove(CitationEntity, { id });
  const kept = standing.flatMap((citation) => {
    const now = cited.find(({ evidenceId }) => evidenceId === citation.evidenceId);
    return now === undefined ? [] : [{ ...citation, passage: now.passage }];
  });
  for (const { id, hasPassage, whole } of kept)
    if (hasPassage && whole) await tx.remove(CitationPassageEntity, { citationId: id });
  await quote(
    tx,
    finding,
    kept.flatMap(({ id, evidenceId, passage }) =>
      passage === null ? [] : [{ citationId: id, evidenceId, ...passage }],
    ),
  );
  await cite(
    tx,
    finding,
    cited.filter(({ evidenceId }) => !kept.some((each) => each.evidenceId === evidenceId)),
  );
}

async function quote(
  tx: WriteTransaction,
  finding: CitingFinding,
  passages: readonly { citationId: string; evidenceId: string; start: number; end: number }[],
): Promise<void> {
  if (passages.length === 0) return;
  // What is quoted is read: whoever cuts a passage opens the text.
  await recordOpenings(
    tx,
    finding.inspectionId,
    passages.map(({ evidenceId }) => evidenceId),
  );
  await tx.insert(
    CitationPassageEntity,
    passages.map(({ citationId, evidenceId, start, end }) => ({
      citationId,
      evidenceId,
      findingId: finding.id,
      inspectionId: finding.inspectionId,
      owner: finding.owner,
      fromOffset: start,
      toOffset: end,
    })),
  );
}
