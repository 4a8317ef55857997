import type { WriteTransaction } from '../database/transaction.js';
import { localId } from '../platform/global-id.js';

/**
 * The audit of whistleblowing, which its handlers alone read (R12). A filing has no actor there and the beginning of
 * its day: with its hour, the author's receipt would tell whose item it is.
 */
export async function recordForHandlers(tx: WriteTransaction): Promise<void> {
  for (const { object, change, inspectionId } of tx.touched) {
    const ofHandler = object.startsWith('WhistleblowingHandler.');
    await tx.rows(
      `INSERT INTO app.whistleblowing_event (id, inspection_id, operation, whistleblowing_id, handler_id, at, actor_id)
       VALUES ($1, $2, $3::text, $4, $5,
         CASE WHEN $3::text = 'FILED' THEN date_trunc('day', $6::timestamptz, 'Europe/London') ELSE $6::timestamptz END,
         CASE WHEN $3::text = 'FILED' THEN NULL ELSE $7::uuid END)`,
      [
        tx.newId(),
        inspectionId,
        change,
        ofHandler ? null : localId('WhistleblowingItem', object),
        ofHandler ? localId('WhistleblowingHandler', object) : null,
        tx.actor.now.toISOString(),
        tx.actor.userId,
      ],
    );
  }
}
