import type { WriteTransaction } from '../database/transaction.js';

/** Records that the actor opens the text of items: committed before a byte of it leaves, for their owners to see. */
export async function recordOpenings(
  tx: WriteTransaction,
  inspectionId: string,
  evidenceIds: readonly string[],
): Promise<void> {
  const { userId, organisationId, requestId, now } = tx.actor;
  for (const evidenceId of new Set(evidenceIds)) {
    await tx.rows(
      `INSERT INTO app.opening (id, at, actor_id, organisation_id, request_id, inspection_id, evidence_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [tx.newId(), now.toISOString(), userId, organisationId, requestId, inspectionId, evidenceId],
    );
    tx.touch('Evidence', evidenceId, 'OPENED', inspectionId);
  }
}
