import type { Problem } from '../../inspectorates/inspectorate.js';
import { ProblemsError } from '../../platform/errors.js';
import { parseGlobalId } from '../../platform/global-id.js';
import type { ShareRow } from './sharing.repository.js';

/** The shares that are named, and what keeps them from being revoked together. Of none that is seen there is nothing to do. */
export async function sharesToRevoke(
  globalIds: readonly string[],
  find: (ids: readonly string[]) => Promise<ReadonlyMap<string, ShareRow>>,
): Promise<{ inspectionId: string; shares: ShareRow[]; problems: Problem[] }> {
  const keys = globalIds.map((id) => {
    const parsed = parseGlobalId(id);
    return parsed?.type === 'EvidenceShare' ? parsed.uuid : null;
  });
  const found = await find(keys.flatMap((key) => key ?? []));
  const shares: ShareRow[] = [];
  const problems: Problem[] = [];
  keys.forEach((key, index) => {
    const problem = (code: string, message: string): void =>
      void problems.push({ at: `shareIds.${index}`, code, message });
    const row = key === null ? undefined : found.get(key);
    const [first] = shares;
    if (row === undefined) problem('UNKNOWN_ID', 'Give the id of a share that you can see.');
    else if (first !== undefined && first.inspectionId !== row.inspectionId)
      problem('OTHER_INSPECTION', 'Revoke the shares of one inspection at once: this one is of another.');
    else {
      if (row.revoked) problem('ALREADY', 'Leave this share out: it was revoked before.');
      shares.push(row);
    }
  });
  const [first] = shares;
  if (first === undefined) throw new ProblemsError(problems);
  return { inspectionId: first.inspectionId, shares, problems };
}
