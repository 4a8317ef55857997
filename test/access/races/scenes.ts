import { anInspection, type Inspected } from '../../support/an-inspection.js';
import { conflict, revoke, withdraw } from './evidence-scenes.js';
import { endOfAssignment, endOfCaseMembership, suspension } from './people-scenes.js';
import type { Scene } from './race.js';
import { revealScene } from './reveal-scene.js';

const MADE_BY: Readonly<Record<string, (inspection: Inspected) => Promise<Scene>>> = {
  revokeShare: revoke,
  withdrawEvidence: withdraw,
  endAssignment: endOfAssignment,
  declareConflict: conflict,
  suspendUser: suspension,
  endCaseMember: endOfCaseMembership,
  openReveal: async () => revealScene(),
};
export const ACTS = Object.keys(MADE_BY);

/** A world for the acts named, each with a thing and with people of its own. */
export async function scenes(acts: readonly string[] = ACTS, within?: Inspected): Promise<Scene[]> {
  const inspection = within ?? (await anInspection().joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build());
  const made: Scene[] = [];
  for (const act of acts) {
    const make = MADE_BY[act];
    if (make === undefined) throw new Error(`nothing races ${act}`);
    made.push(await make(inspection));
  }
  return made;
}
