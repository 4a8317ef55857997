/** Which objects a row of a world shows, so that it may be taken away where its reader sees none of them. */
import { ref, type ObjectRef } from '../oracle/objects.js';
import type { World } from '../oracle/world.js';

export type Table = {
  [Name in keyof World]: World[Name] extends readonly object[] ? Name : never;
}[keyof World];
export type Row = Readonly<Record<string, unknown>>;

type Shows = (row: Row) => readonly ObjectRef[];
const text = (row: Row, column: string): string => String(row[column]);
const byId =
  (kind: ObjectRef['kind']): Shows =>
  (row) => [ref(kind, text(row, 'id'))];
const ofInspection: Shows = (row) => [ref('inspection', text(row, 'inspectionId'))];

/** A row of no object's own counts as all of the object that it belongs to. Tables left out stay as they are. */
const shows: Partial<Readonly<Record<Table, Shows>>> = {
  inspections: byId('inspection'),
  takingPart: ofInspection,
  inspectionAgencies: ofInspection,
  assignments: byId('assignment'),
  cases: (row) => [ref('case', text(row, 'id')), ref('identity', text(row, 'id'))],
  caseMembers: (row) => [ref('case', text(row, 'caseId')), ref('identity', text(row, 'caseId'))],
  evidence: byId('evidence'),
  evidenceVersions: (row) => [ref('evidence-version', text(row, 'evidenceId'), Number(row['version']))],
  evidenceCaps: (row) => [ref('evidence', text(row, 'evidenceId'))],
  shares: byId('share'),
  openings: byId('opening'),
  accessRequests: byId('access-request'),
  chronologyEntries: byId('chronology-entry'),
  contradictions: (row) => [ref('contradiction', text(row, 'entryId'), text(row, 'otherId'))],
  findings: byId('finding'),
  citations: (row) => [ref('citation', text(row, 'id')), ...quoted(row)],
  contributions: byId('contribution'),
  merges: byId('merge'),
  attitudes: byId('attitude'),
  narratives: (row) => [ref('narrative', text(row, 'inspectionId'))],
  narrativeParagraphs: byId('narrative-paragraph'),
  narrativeSentences: byId('narrative-sentence'),
  frozenTexts: byId('frozen-text'),
  frozenParagraphs: byId('frozen-paragraph'),
  qualityPasses: byId('quality-pass'),
  accuracyComments: (row) => [ref('accuracy-comment', text(row, 'id')), ...replied(row)],
  signatures: byId('signature'),
  letters: byId('letter'),
  requests: (row) => [ref('request', text(row, 'id')), ...due(row)],
  submissions: byId('submission'),
  concerns: byId('concern'),
  conflicts: byId('conflict'),
  breakGlasses: byId('break-glass'),
  breakGlassReviews: byId('break-glass-review'),
  whistleblowingHandlers: ofInspection,
  whistleblowings: byId('whistleblowing'),
};

const quoted: Shows = (row) => (row['quotedVersion'] === null ? [] : [ref('passage', text(row, 'id'))]);
const replied: Shows = (row) => (row['reply'] === null ? [] : [ref('accuracy-reply', text(row, 'id'))]);
const due: Shows = (row) => (row['dueAt'] === null ? [] : [ref('request-due', text(row, 'id'))]);

export const tables = Object.keys(shows) as readonly Table[];

/** What is seen of a row; null where the table holds what everybody may know. */
export const shownBy = (table: Table, row: Row): readonly ObjectRef[] => shows[table]?.(row) ?? [];

export const rowsOf = (world: World, table: Table): readonly Row[] => world[table] as unknown as readonly Row[];
