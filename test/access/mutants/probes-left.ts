import { closedWorld } from '../oracle/world-builder.js';
import { at, insert, probe, tells } from './probe-words.js';
import type { Probe } from './probing.js';
import type { Scene } from './scene.js';

/** Drafts by table: the column that names one, what the audit calls it, and where its text is. */
const LEFT = [
  ['evidence', 'id', 'Evidence', 'draft', 'evidence_body', 'evidence_id'],
  ['finding', 'id', 'Finding', 'leftFinding', 'finding_body', 'finding_id'],
  ['contribution', 'id', 'Contribution', 'leftContribution', 'contribution_body', 'contribution_id'],
  ['request', 'id', 'InformationRequest', 'leftRequest', 'request_text', 'request_id'],
  ['submission', 'id', 'Submission', 'leftSubmission', 'submission_text', 'submission_id'],
  ['accuracy_comment', 'id', 'AccuracyComment', 'leftComment', 'accuracy_comment', 'id'],
  ['accuracy_reply', 'comment_id', 'AccuracyComment', 'leftReply', 'accuracy_reply', 'comment_id'],
] as const;

/** R14: drafts that are left when the 28 days have passed. */
export function leftProbes(scene: Scene): readonly Probe[] {
  const inspection = scene.id('closed', 'inspection');
  const over = closedWorld().draft.inspections[0]?.readableUntil ?? 0;
  const deletes = 'SELECT auth.delete_left_drafts()';
  const due = insert('request_due', {
    ...{ request_id: scene.id('closed', 'leftRequest'), inspection_id: inspection, due_at: at, calendar_version: 'X' },
  });
  const after = (answer: string, expected: string): ReturnType<typeof tells> =>
    tells('any writer', [deletes, answer], expected, { at: over, given: [due] });
  const organisation = { evidence: 'OFSTED', finding: 'OFSTED', contribution: 'OFSTED' } as Readonly<
    Record<string, string>
  >;
  return [
    probe(
      'R14: drafts that are left are deleted when the 28 days have passed, not before, and nothing else is',
      tells('nobody', deletes, `${LEFT.length}`, { at: over }),
      tells('nobody', deletes, '0', { at: over - 1 }),
      ...LEFT.flatMap(([table, key, , name, part, partKey]) => {
        const id = scene.id('closed', name);
        return [
          after(`SELECT count(*) FROM app.${table} WHERE ${key} = '${id}'`, '0'),
          after(`SELECT count(*) FROM app.${part} WHERE ${partKey} = '${id}'`, '0'),
          // All that is not a draft of what was closed is still there.
          tells(
            'any writer',
            [
              `SELECT set_config('probe.kept', (SELECT count(*) FROM app.${table} WHERE NOT (state = 'DRAFT' AND inspection_id = '${inspection}'))::text, true)`,
              deletes,
              `SELECT count(*) = current_setting('probe.kept')::int FROM app.${table}`,
            ],
            'true',
            { at: over, given: [due] },
          ),
          tells(
            'any writer',
            [
              `SELECT set_config('probe.kept', (SELECT count(*) FROM app.${part} WHERE ${partKey} <> '${id}')::text, true)`,
              deletes,
              `SELECT count(*) = current_setting('probe.kept')::int FROM app.${part}`,
            ],
            'true',
            { at: over },
          ),
        ];
      }),
      after(`SELECT count(*) FROM app.request_due WHERE request_id = '${scene.id('closed', 'leftRequest')}'`, '0'),
      tells(
        'any writer',
        [
          `SELECT set_config('probe.kept', (SELECT count(*) FROM app.request_due)::text, true)`,
          deletes,
          `SELECT count(*) = current_setting('probe.kept')::int FROM app.request_due`,
        ],
        'true',
        { at: over },
      ),
      after(
        `SELECT string_agg(format('%s %s %s %s %s', o.code, e.inspection_id = '${inspection}', e.actor_id, e.operation, e.objects), '; ' ORDER BY e.objects)
         FROM app.audit_event e LEFT JOIN app.organisation o ON o.id = e.organisation_id WHERE e.request_id = 'platform' AND e.at = auth.at()`,
        LEFT.map(
          ([table, , type, name]) =>
            `${organisation[table] ?? 'COUNCIL'} t 00000000-0000-0000-0000-000000000000 deleteLeftDrafts {${type}.${scene.id('closed', name)}}`,
        )
          .sort((one, other) => (one.slice(one.indexOf('{')) < other.slice(other.indexOf('{')) ? -1 : 1))
          .join('; '),
      ),
    ),
  ];
}
