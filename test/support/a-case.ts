import type { Client } from './client.js';
import type { Inspected, Member } from './an-inspection.js';

export interface ACase {
  readonly id: string;
  readonly code: string;
  readonly version: number;
}

/** A case of the sample, made by an inspector. */
export async function aCase(client: Client, inspection: Inspected, more: Record<string, unknown> = {}): Promise<ACase> {
  const { case: made } = await client.do<{ case: ACase }>(
    'createCase',
    { inspectionId: inspection.id, ...caseFacts(inspection), ...more },
    'case { id code version }',
  );
  return made;
}

export const caseFacts = (inspection: Inspected): Record<string, unknown> => ({
  sampling: 'TRACKED',
  rationale: 'Known to three agencies',
  journeyStage: 'CHILD_PROTECTION',
  ageYears: 7,
  agencyIds: inspection.agencies.map(({ id }) => id),
});

export interface AnEntry {
  readonly id: string;
  readonly version: number;
}

/** An entry of a chronology under an item of evidence. */
export async function anEntry(
  member: Member,
  evidenceId: string,
  happenedOn: string,
  more: Record<string, unknown> = {},
): Promise<AnEntry> {
  const { entry } = await member.client.do<{ entry: AnEntry }>(
    'addChronologyEntry',
    { evidenceId, happenedOn, words: `What happened on ${happenedOn}`, ...more },
    'entry { id version }',
  );
  return entry;
}
