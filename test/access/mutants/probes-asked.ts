import {
  adds,
  at,
  everybody,
  insert,
  leads,
  only,
  probe,
  sql,
  teamCqc,
  tells,
  tellsOnly,
  update,
} from './probe-words.js';
import type { Person } from '../oracle/world-builder-people.js';
import type { Probe } from './probing.js';
import type { Scene } from './scene.js';
import { standingOf } from './standing-of.js';

/** What the functions answer that the application may ask: facts of its own, or to whom the rules give them. */
export function askedProbes(scene: Scene): readonly Probe[] {
  const id = (name: string): string => scene.id('drafting', name);
  const inspection_id = id('inspection');
  const checking = scene.id('checking', 'inspection');
  const standing = (stage: Parameters<Scene['id']>[0]) =>
    everybody.map((name) =>
      tells(
        name,
        `SELECT coalesce(auth.standing('${scene.id(stage, 'inspection')}')::text, 'null') = '${standingOf(scene, stage, name)}'::jsonb::text`,
        'true',
      ),
    );
  const inCouncil = ['coordinator', 'contributor', 'agency signatory', 'agency administrator'] as const;
  const issuer = `(SELECT issuer FROM app.app_user WHERE id = '${scene.person('inspector')}')`;
  const identified = (subject: string): string =>
    `SELECT count(*) FROM auth.identify(current_setting('probe.issuer'), ${subject})`;
  const given = [`SELECT set_config('probe.issuer', ${issuer}, true)`];
  const frozenAgencies = [
    'agency signatory',
    'coordinator',
    'contributor',
    'police coordinator',
    'police contributor',
  ] as const;
  return [
    probe(
      'where somebody stands is told of what he sees, and is so',
      standing('drafting'),
      standing('checking'),
      standing('closed'),
      standing('planned'),
    ),
    probe(
      'only who stands in the directory of his own provider, and is not suspended, is somebody',
      tells('nobody', identified(`'${scene.person('inspector')}'`), '1', { given }),
      tells('nobody', identified(`'somebody else'`), '0', { given }),
      tells(
        'nobody',
        `SELECT count(*) FROM auth.identify('https://elsewhere.example', '${scene.person('inspector')}')`,
        '0',
      ),
      tells('nobody', identified(`'${scene.person('inspector')}'`), '0', {
        given: [...given, update('app_user', { suspended_at: at }, { id: scene.person('inspector') })],
      }),
      tells('nobody', identified(`'${scene.person('inspector')}'`), '0', {
        given: [
          `SELECT set_config('probe.issuer', (SELECT issuer FROM app.identity_provider WHERE organisation_id = '${id('trust')}'), true)`,
          `UPDATE app.app_user SET issuer = current_setting('probe.issuer') WHERE id = '${scene.person('inspector')}'`,
        ],
      }),
      tells(
        'nobody',
        `SELECT auth.provider_organisation(current_setting('probe.issuer'))::text`,
        organisationOf(scene, 'inspector'),
        { given },
      ),
      ...everybody.map((name) => tells(name, 'SELECT auth.organisation_id()::text', organisationOf(scene, name))),
      ...everybody.map((name) => tells(name, `SELECT array_to_string(auth.posts(), ' ')`, postsOf(scene, name))),
      tells('planner', `SELECT array_to_string(auth.posts(), ' ')`, '', {
        given: [update('organisation_role', { ended_at: at }, { user_id: scene.person('planner') })],
      }),
    ),
    probe(
      'whoever is suspended, or whose post has ended, sees nothing by it',
      ...(['lead', 'inspector', 'coordinator', 'planner'] as const).map((name) =>
        tells(name, 'SELECT count(*) FROM app.inspection WHERE published_at IS NULL', '0', {
          given: [update('app_user', { suspended_at: at }, { id: scene.person(name) })],
        }),
      ),
      tells('keeper', `SELECT count(*) FROM app.evidence`, '0', {
        given: [update('organisation_role', { ended_at: at }, { user_id: scene.person('keeper') })],
      }),
    ),
    probe(
      'people are known to their organisation, and where their assignments are seen',
      tellsOnly(
        everybody.filter((name) => organisationOf(scene, name) === organisationOf(scene, 'stranger')),
        `SELECT count(*) FROM app.app_user WHERE id = '${scene.person('stranger')}'`,
        ['1', '0'],
      ),
      tellsOnly(
        [
          ...everybody.filter((name) => organisationOf(scene, name) === organisationOf(scene, 'lead')),
          ...teamCqc,
          'cqc planner',
          'cqc keeper',
          ...inCouncil.slice(0, 3),
          'police coordinator',
          'police contributor',
        ],
        `SELECT count(*) FROM app.app_user WHERE id = '${scene.person('lead')}'`,
        ['1', '0'],
      ),
      tellsOnly(
        ['administrator', 'planner'],
        `SELECT count(*) FROM app.organisation_role WHERE user_id = '${scene.person('planner')}'`,
        ['1', '0'],
      ),
    ),
    probe(
      'a clock is told to whoever sees that the inspection exists',
      tellsOnly(
        everybody.filter(
          (name) =>
            ![
              'auditor',
              'administrator',
              'handler',
              'keeper',
              'cqc keeper',
              'police inspector',
              'police planner',
              'contact',
              'stranger',
            ].includes(name),
        ),
        `SELECT auth.clock('${checking}') IS NOT NULL`,
        ['true', 'false'],
      ),
      tells('lead', `SELECT auth.clock('${checking}') < auth.at()`, 'true', {
        given: [
          update('inspection_conduct', { paused_at: sql(`auth.at() - interval '1 day'`) }, { inspection_id: checking }),
        ],
      }),
    ),
    probe(
      'R9: a paragraph to comment on is told to agencies alone, and to none with a conflict',
      tellsOnly(
        frozenAgencies,
        `SELECT count(*) FROM auth.paragraph_to_comment('${scene.id('checking', 'frozenParagraph')}')`,
        ['1', '0'],
      ),
    ),
    probe(
      'R9: whether comments wait for an answer is told to leads and signatories',
      tellsOnly(
        [...leads, 'signatory', 'cqc colleague'],
        `SELECT coalesce(auth.has_unanswered_comments('${checking}')::text, 'unknown')`,
        ['true', 'unknown'],
      ),
      ...unanswered(scene).map(([given_, answer]) =>
        tells('lead', `SELECT auth.has_unanswered_comments('${checking}')::text`, answer, { given: given_ }),
      ),
    ),
    probe(
      'that his side has signed is told to a signatory',
      ...everybody.map((name) =>
        tells(
          name,
          `SELECT auth.has_signed('${scene.id('signed', 'inspection')}', 'OFSTED')`,
          name === 'signatory' ? 'true' : 'false',
        ),
      ),
      tells('signatory', `SELECT auth.has_signed('${checking}', 'OFSTED')`, 'false'),
      tells('signatory', `SELECT auth.has_signed('${scene.id('signed', 'inspection')}', 'OFSTED')`, 'false', {
        given: [update('signature', { voided_at: at }, { id: scene.id('signed', 'signature') })],
      }),
    ),
    probe(
      'R10: of himself, and of what he sees, somebody is told that he has a conflict',
      ...everybody.map((name) =>
        tells(name, `SELECT auth.has_conflict_in('${inspection_id}')`, name === 'cqc colleague' ? 'true' : 'false'),
      ),
      ...everybody.map((name) =>
        tells(name, `SELECT auth.may_lift('${id('conflict')}')`, name === 'cqc lead' ? 'true' : 'false'),
      ),
      ...everybody.map((name) =>
        tells(name, `SELECT auth.may_lift('${id('conflictOfLead')}')`, name === 'cqc planner' ? 'true' : 'false'),
      ),
      ...everybody.map((name) =>
        tells(
          name,
          `SELECT auth.leads_user('${scene.person('inspector')}')`,
          name === 'ofsted lead' ? 'true' : 'false',
        ),
      ),
      tells('ofsted lead', `SELECT auth.leads_user('${scene.person('handler')}')`, 'false'),
    ),
    probe(
      'R6: a planner is told of a case nothing but its inspection',
      tellsOnly(['planner', 'cqc planner'], `SELECT coalesce(auth.case_to_name_for('${id('caseId')}')::text, 'none')`, [
        inspection_id,
        'none',
      ]),
    ),
    probe(
      'an agency has a safeguarding contact while one is in post',
      tells('lead', `SELECT auth.has_safeguarding_contact('${id('trust')}')`, 'true'),
      tells('lead', `SELECT auth.has_safeguarding_contact('${id('council')}')`, 'false'),
      ...[
        update('organisation_role', { ended_at: at }, { user_id: scene.person('contact') }),
        update('app_user', { suspended_at: at }, { id: scene.person('contact') }),
      ].map((gone) =>
        tells('lead', `SELECT auth.has_safeguarding_contact('${id('trust')}')`, 'false', { given: [gone] }),
      ),
    ),
    probe(
      'planners of inspectorates register agencies, never an inspectorate, and say what replaced one',
      tellsOnly(['planner', 'cqc planner', 'police planner'], registering('LOCAL_AUTHORITY'), ['true', 'false']),
      tells('planner', registering('INSPECTORATE'), 'false'),
      tellsOnly(
        ['planner', 'cqc planner', 'police planner'],
        `SELECT auth.replace_agency('${id('police')}', '${id('trust')}')`,
        ['true', 'false'],
      ),
      tells(
        'planner',
        [
          `SELECT auth.replace_agency('${id('police')}', '${id('trust')}')`,
          `SELECT replaced_by::text FROM app.organisation WHERE id = '${id('police')}'`,
        ],
        id('trust'),
      ),
      tells(
        'planner',
        [
          `SELECT auth.replace_agency('${organisationOf(scene, 'cqc lead')}', '${id('trust')}')`,
          `SELECT replaced_by::text FROM app.organisation WHERE id = '${organisationOf(scene, 'cqc lead')}'`,
        ],
        null,
      ),
      tells(
        'planner',
        [
          `SELECT auth.replace_agency('${id('police')}', '${id('trust')}')`,
          `SELECT count(*) FROM app.organisation WHERE replaced_by = '${id('trust')}'`,
        ],
        '1',
      ),
    ),
    probe(
      'R9: the public pages show a letter while it stands, and no other',
      tells('the publisher', 'SELECT count(*) FROM app.letter', '1'),
      tells('the publisher', 'SELECT count(html) FROM app.letter_text', '1'),
      tells('the publisher', 'SELECT count(*) FROM app.letter', '0', {
        given: [update('letter', { withdrawn_at: at }, { id: scene.id('published', 'letter') })],
      }),
      tells('the publisher', 'SELECT count(html) FROM app.letter_text', '0', {
        given: [update('letter', { withdrawn_at: at }, { id: scene.id('published', 'letter') })],
      }),
    ),
    probe(
      'reference data is read by everybody',
      ...everybody.map((name) => tells(name, `SELECT count(*) FROM app.organisation WHERE code = 'OFSTED'`, '1')),
    ),
    probe(
      'nobody writes reference data',
      adds([], 'area', { code: 'X', name: 'X', region: 'X', type: 'X', replaced_by: sql(`'{}'`) }),
      only([], insert('organisation', { id: inspection_id, code: 'X', kind: 'POLICE_FORCE', name: 'X' })),
    ),
  ];
}

/** Each comment answered, or not to be answered, in turn. */
function unanswered(scene: Scene): readonly (readonly [given: readonly string[], answer: string])[] {
  const checking = (name: string): string => scene.id('checking', name);
  const answer = (name: string, state: 'DRAFT' | 'SENT'): string =>
    insert('accuracy_reply', {
      ...{
        comment_id: checking(name),
        inspection_id: checking('inspection'),
        organisation_id: scene.id('drafting', 'council'),
      },
      ...{ text: 'X', decision: 'NOTED', state: 'DRAFT', drafted_by: scene.person('lead'), drafted_at: at, version: 1 },
    }) +
    (state === 'SENT'
      ? `; UPDATE app.accuracy_reply SET state = 'SENT', sent_by = drafted_by, sent_at = auth.at() WHERE comment_id = '${checking(name)}'`
      : '');
  const sendDraft = update(
    'accuracy_reply',
    { state: 'SENT', sent_by: scene.person('cqc lead'), sent_at: at },
    { comment_id: checking('answering') },
  );
  const admit = insert('comment_admission', {
    ...{
      comment_id: checking('late'),
      inspection_id: checking('inspection'),
      organisation_id: scene.id('drafting', 'council'),
    },
    ...{ reason: 'X', admitted_by: scene.person('lead'), admitted_at: at },
  });
  const all = [answer('sent', 'SENT'), sendDraft];
  return [
    [all, 'false'],
    [[answer('sent', 'DRAFT'), sendDraft], 'true'],
    [[...all, admit], 'true'],
    [[...all, admit, answer('late', 'SENT')], 'false'],
  ];
}

const registering = (kind: string): string =>
  `SELECT auth.register_agency(gen_random_uuid(), 'PROBED', '${kind}', 'X', ARRAY['E10000020'], 'https://probe.example', gen_random_uuid(), 'X', 'X')`;

const organisationOf = (scene: Scene, name: Person): string =>
  scene.world.users.find((user) => user.name === name)?.organisationId ?? '';

const postsOf = (scene: Scene, name: Person): string =>
  scene.world.organisationRoles
    .filter((post) => post.userId === scene.person(name) && post.endedAt === null)
    .map(({ role }) => role)
    .join(' ');
