import { beside, column, globalIdOf, one, value, type FieldRead, type ReadModel } from '../reading/read-model.js';

const TEXT = ['app.letter_text', 'letter_id'] as const;
const fact = (path: string): FieldRead => value((row) => `${row.beside(...TEXT)}.facts #> '${path}'`);
/** The lead's day where he set one, else the one computed. */
const due = (path: string): string => `{statementOfAction,due,${path}}`;

export const letterReads: ReadModel = {
  type: 'Letter',
  table: 'app.letter',
  key: 'id',
  fields: {
    id: globalIdOf('Letter'),
    inspectionId: value((row) => `'Inspection.' || ${row.self}.inspection_id`),
    version: column('version'),
    title: column('title'),
    hash: column('hash'),
    receivedAt: column('received_at'),
    publishedAt: column('published_at'),
    withdrawnAt: column('withdrawn_at'),
    html: beside(...TEXT, 'html'),
    path: value(
      (row) =>
        `CASE WHEN ${row.self}.published_at IS NOT NULL AND ${row.self}.withdrawn_at IS NULL AND ${row.self}.superseded_at IS NULL
          THEN '/letters/' || ${row.self}.id END`,
    ),
    addressees: fact('{addressees}'),
    signatories: fact('{signatories}'),
    statementComputedOn: value((row) => `${row.beside(...TEXT)}.facts #>> '${due('computed')}'`),
    statementDueOn: value((row) => {
      const facts = `${row.beside(...TEXT)}.facts`;
      return `coalesce(${facts} #>> '${due('set,day')}', ${facts} #>> '${due('computed')}')`;
    }),
  },
};

export const signatureReads: ReadModel = {
  type: 'Signature',
  table: 'app.signature',
  key: 'id',
  fields: {
    id: globalIdOf('Signature'),
    inspectorate: one('Inspectorate', (row, other) => `${other}.inspectorate = ${row.self}.inspectorate`),
    name: column('name'),
    office: column('office'),
    hash: column('hash'),
    signedAt: column('signed_at'),
    delegatedBy: one(
      'Person',
      (row, other) =>
        `${other}.id = (SELECT d.delegated_by FROM app.signing_delegation d WHERE d.id = ${row.self}.delegation_id)`,
    ),
    voidedAt: column('voided_at'),
  },
};

export const publicationHoldReads: ReadModel = {
  type: 'PublicationHold',
  table: 'app.publication_hold',
  key: 'id',
  fields: {
    id: globalIdOf('PublicationHold'),
    reason: column('reason'),
    heldAt: column('held_at'),
    until: column('holds_until'),
    liftedAt: column('lifted_at'),
    liftReason: column('lift_reason'),
  },
};
