import { anInspection } from '../../support/an-inspection.js';
import { conflict, revoke, withdraw } from './evidence-scenes.js';
import { endOfAssignment, endOfCaseMembership, suspension } from './people-scenes.js';
import type { Scene } from './race.js';
import { revealScene } from './reveal-scene.js';

/** A world for the scenes, each with a thing and with people of its own. */
export async function scenes(): Promise<Scene[]> {
  const inspection = await anInspection().ledBy('OFSTED').joinedBy('CQC', 'HMICFRS').inStage('FIELDWORK').build();
  return [
    await revoke(inspection),
    await withdraw(inspection),
    await endOfAssignment(inspection),
    await conflict(inspection),
    await suspension(inspection),
    await endOfCaseMembership(inspection),
    revealScene(),
  ];
}
