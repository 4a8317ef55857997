import type { JOURNEY_STAGES } from '../../src/frameworks/framework.js';
import { byCode, of } from './codes.js';
import { Dice } from './dice.js';
import { citations, findings } from './findings.js';
import { evidence } from './evidence.js';
import { after, dayOf } from './moments.js';
import { narrative } from './narrative.js';
import { HAS_TEXT, type Planned } from './programme.js';
import { Book } from './sheet.js';
import { CASES_EACH } from './sizes.js';
import { sentence, title } from './writing.js';
import type { World } from './world.js';

/** An inspection with all that was filed, shared, found and written in it. */
export function inspected(planned: Planned, world: World, seed: number): Book {
  const dice = new Dice(seed, `inspection ${planned.at}`);
  const book = new Book();
  conduct(book, dice, planned);
  participation(book, planned);
  seats(book, planned, world);
  const cases = caseFiles(book, dice, planned);
  const items = evidence(book, dice, planned, cases);
  const found = findings(book, dice, planned, cases);
  citations(book, dice, planned, found, items);
  if (planned.hasNarrative) narrative(book, dice, planned, found);
  return book;
}

const ENDED = ['PUBLISHED', 'FOLLOW_UP', 'CLOSED'];

function conduct(book: Book, dice: Dice, planned: Planned): void {
  const { id, stage, fieldworkFrom: from } = planned;
  book
    .sheet(
      'inspection',
      'id framework framework_version area_code theme title leading_inspectorate stage notified_at published_at',
    )
    .add(
      ...[id, 'JTAI_2022', 1, planned.areaCode, 'FRONT_DOOR'],
      ...[`${title(dice)} (${planned.areaCode})`, planned.leading, stage],
      ...[stage === 'PREPARING' ? null : after(from, -10), ENDED.includes(stage) ? after(from, 70) : null],
    );
  const closed = stage === 'CLOSED';
  const revealed = HAS_TEXT.includes(stage);
  book
    .sheet(
      'inspection_conduct',
      'inspection_id fieldwork_from fieldwork_to revealed_at revealed_by closed_at readable_until created_by created_at',
    )
    .add(
      ...[id, dayOf(from), dayOf(after(from, 4)), revealed ? after(from, 20) : null, revealed ? leadOf(planned) : null],
      ...[closed ? after(from, 200) : null, closed ? after(from, 228) : null, planned.planner.id, after(from, -30)],
    );
}

function participation(book: Book, { id, taking, agencies, fieldworkFrom }: Planned): void {
  for (const code of taking) {
    const gateway = of(byCode, code).gateways.find(({ permits }) => permits.includes('INSPECT'))?.code ?? '';
    book
      .sheet('inspection_inspectorate', 'inspection_id inspectorate gateway invited_at accepted_at')
      .add(id, code, gateway, after(fieldworkFrom, -29), after(fieldworkFrom, -28));
  }
  agencies.forEach((agency, at) =>
    book.sheet('inspection_agency', 'inspection_id organisation_id principal_authority').add(id, agency.id, at === 0),
  );
}

function seats(book: Book, planned: Planned, world: World): void {
  for (const seat of planned.seats) {
    const planner = of(world.inspectorates, seat.organisation.inspectorate ?? planned.leading).users[0];
    book
      .sheet('assignment', 'id inspection_id user_id organisation_id inspectorate role starts_at assigned_by')
      .add(
        ...[seat.id, planned.id, seat.user.id, seat.organisation.id, seat.organisation.inspectorate, seat.role],
        ...[after(planned.fieldworkFrom, -20), planner?.id ?? planned.planner.id],
      );
  }
}

const JOURNEY: readonly (typeof JOURNEY_STAGES)[number][] = [
  'EARLY_HELP',
  'CHILD_IN_NEED',
  'CHILD_PROTECTION',
  'LOOKED_AFTER',
  'CONTACT_AND_REFERRAL',
];

function caseFiles(book: Book, dice: Dice, planned: Planned): string[] {
  return Array.from({ length: CASES_EACH }, (_, at) => {
    const id = dice.uuid();
    book
      .sheet('case_file', 'id inspection_id code')
      .add(id, planned.id, `C${String(at + 1).padStart(3, '0')}-${dice.uuid().slice(0, 4)}`);
    const [age, agencies] = [
      dice.whole(0, 17),
      dice.some(planned.agencies, dice.whole(1, 3)).map((agency) => agency.id),
    ];
    book
      .sheet(
        'case_detail',
        'case_id inspection_id sampling rationale journey_stage age_years agency_ids created_by created_at',
      )
      .add(
        ...[id, planned.id, at < 7 ? 'TRACKED' : 'SAMPLED', sentence(dice), dice.pick(JOURNEY), age, agencies],
        ...[leadOf(planned), after(planned.fieldworkFrom, -7, at)],
      );
    const member = dice.pick(planned.seats.filter(({ role }) => role === 'INSPECTOR'));
    book
      .sheet('case_member', 'id case_id inspection_id inspectorate assignment_id named_by')
      .add(dice.uuid(), id, planned.id, member.organisation.code, member.id, planned.planner.id);
    return id;
  });
}

function leadOf({ seats: all, planner }: Planned): string {
  return all.find(({ role }) => role === 'LEAD')?.user.id ?? planner.id;
}
