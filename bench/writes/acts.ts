import type pg from 'pg';
import { EVIDENCE_METHODS } from '../../src/inspectorates/inspectorate.js';
import { byCode, of } from '../data/codes.js';
import { Dice } from '../data/dice.js';
import { sentence } from '../data/writing.js';

/** One write, as somebody who may do it sends it. */
export interface Act {
  readonly issuer: string;
  readonly subject: string;
  readonly input: object;
}

interface Seat {
  readonly issuer: string;
  readonly subject: string;
  readonly inspectorate: string;
  readonly inspectionId: string;
}

const SEED = 7;
const SENTENCES = 6;
const BULK = 100;
/** Without a conflict of interest, which might hide what is written to. */
const UNBIASED = 'NOT EXISTS (SELECT FROM app.conflict_of_interest o WHERE o.user_id = a.user_id)';
const SEATS = (role: string, stage: string): string => `
  SELECT u.issuer, u.subject, a.inspectorate, a.inspection_id AS "inspectionId"
  FROM app.assignment a JOIN app.app_user u ON u.id = a.user_id JOIN app.inspection i ON i.id = a.inspection_id
  WHERE a.role = '${role}' AND i.stage = '${stage}' AND a.ended_at IS NULL AND ${UNBIASED} ORDER BY a.inspection_id, a.id`;

/** New items of inspectors on inspections in fieldwork. */
export async function filings(db: pg.Client, count: number): Promise<Act[]> {
  const { rows } = await db.query<Seat>(SEATS('INSPECTOR', 'FIELDWORK'));
  const dice = new Dice(SEED, 'filings');
  return Array.from({ length: count }, () => {
    const { issuer, subject, inspectorate, inspectionId } = dice.pick(rows);
    const { evidenceKinds, criteria } = of(byCode, inspectorate);
    const input = {
      inspectionId: `Inspection.${inspectionId}`,
      title: sentence(dice).slice(0, 200),
      body: Array.from({ length: SENTENCES }, () => sentence(dice)).join(' '),
      kind: dice.pick(evidenceKinds).code,
      method: dice.pick(EVIDENCE_METHODS),
      strength: 'OBSERVED',
      criterion: dice.pick(criteria).code,
      marking: 'OFFICIAL',
      personalData: 'NONE',
    };
    return { issuer, subject, input };
  });
}

/** A hundred items of an inspectorate, in summary, to one that has no share of them yet and may have it. */
export async function bulks(db: pg.Client, count: number): Promise<Act[]> {
  const { rows } = await db.query<Seat & { recipient: string; items: string[] }>(
    `SELECT * FROM (SELECT DISTINCT ON (s."inspectionId", s.inspectorate, p.inspectorate) s.*, p.inspectorate AS recipient,
       ARRAY(SELECT e.id FROM app.evidence e JOIN app.evidence_cap k ON k.evidence_id = e.id AND k.recipient = p.inspectorate AND k.form <> 'NOTHING'
         WHERE e.inspection_id = s."inspectionId" AND e.owner = s.inspectorate AND e.state = 'SUBMITTED'
           AND NOT EXISTS (SELECT FROM app.evidence_share v WHERE v.evidence_id = e.id AND v.recipient = p.inspectorate)
         ORDER BY e.id LIMIT ${BULK}) AS items
     FROM (${SEATS('INSPECTOR', 'FIELDWORK')}) s
     JOIN app.inspection_inspectorate p ON p.inspection_id = s."inspectionId" AND p.inspectorate <> s.inspectorate AND p.accepted_at IS NOT NULL
     LIMIT $1 * 4) bulk WHERE cardinality(items) = ${BULK} LIMIT $1`,
    [count],
  );
  return rows.map(({ issuer, subject, inspectorate, recipient, items }) => {
    const gateway = of(byCode, inspectorate).gateways.find(({ permits }) => permits.includes('SHARE'))?.code;
    const each = items.map((id) => ({
      evidenceId: `Evidence.${id}`,
      form: 'SUMMARY',
      title: 'What the file shows',
      summary: 'The record bears out what the others were told at the meeting.',
    }));
    return {
      issuer,
      subject,
      input: { items: each, recipients: [{ inspectorate: recipient }], gateway, purpose: 'To corroborate' },
    };
  });
}

/**
 * New words for sentences, each of another, by those who lead. Of texts that the platform has compiled: the keys that
 * the loaded ones have tell it nothing.
 */
export async function edits(db: pg.Client, count: number): Promise<Act[]> {
  const { rows } = await db.query<{ issuer: string; subject: string; id: string; version: number; text: string }>(
    `SELECT s.issuer, s.subject, t.id, t.version, t.text FROM (${SEATS('LEAD', 'DRAFTING')}) s
     JOIN app.narrative_sentence t ON t.inspection_id = s."inspectionId" AND t.key LIKE '%/%' ORDER BY t.id LIMIT $1`,
    [count],
  );
  return rows.map(({ issuer, subject, id, version, text }) => ({
    issuer,
    subject,
    input: {
      sentenceId: `NarrativeSentence.${id}`,
      version,
      text: `${text} This was borne out by the files.`,
      confirmed: true,
    },
  }));
}
