import { plusDays } from '../../frameworks/calendar/local-date.js';
import { londonDay } from '../../frameworks/calendar/london-time.js';
import { answer, ask } from '../asking.js';
import { AREAS } from '../bodies.js';
import type { Cast } from '../cast.js';
import { Filed } from '../filing.js';
import type { Moments } from '../moments.js';
import { advance, stage, type Staged } from '../staging.js';
import { CASES } from './cases.js';
import { cqcEvidence } from './evidence-cqc.js';
import { hmiProbationEvidence } from './evidence-hmi-probation.js';
import { hmicfrsEvidence } from './evidence-hmicfrs.js';
import { ofstedEvidence } from './evidence-ofsted.js';
import { FINDINGS } from './findings.js';

const EVIDENCE = [...ofstedEvidence, ...cqcEvidence, ...hmicfrsEvidence, ...hmiProbationEvidence];

/** An inspection in its week of fieldwork: evidence comes in, is shared, and becomes findings that are still blind. */
export class CurrentInspection {
  private constructor(
    private readonly staged: Staged,
    private readonly filed: Filed,
  ) {}

  static async plan(cast: Cast, moments: Moments): Promise<CurrentInspection> {
    const staged = await stage(
      cast,
      {
        label: 'current',
        area: AREAS.current,
        inspectorates: ['OFSTED', 'CQC', 'HMICFRS', 'HMI_PROBATION'],
        agencies: [
          'HARBOUR_COUNCIL',
          'COASTAL_POLICE',
          'COASTAL_HEALTH',
          'HARBOUR_HOSPITAL',
          'COASTAL_PROBATION',
          'HARBOUR_YOUTH_JUSTICE',
        ],
        without: [],
      },
      moments,
    );
    return new CurrentInspection(staged, new Filed(staged));
  }

  /** One who has worked for an agency says so before he sees anything of it. */
  async declareConflict(): Promise<void> {
    const { cast, moments } = this.staged;
    await cast
      .who('HMICFRS', 'second-inspector')
      .at(moments.staffed)
      .act('declareConflict', 'current second-inspector', {
        agencyId: cast.agency('COASTAL_POLICE'),
        reason: 'Served in this force as a detective until two years ago.',
      });
  }

  /** One request answered in time, one answered late, one still open. */
  async ask(now: Date): Promise<void> {
    const { moments } = this.staged;
    const all = ['OFSTED', 'CQC', 'HMICFRS', 'HMI_PROBATION'];
    const lists = await ask(this.staged, 'HARBOUR_COUNCIL', {
      title: 'Lists of children at the front door, six months',
      asked:
        'Contacts, referrals, assessments and strategy discussions of the last six months, one line a child, by code; and the structure of the front door with the names of posts.',
      reason: 'To choose the children whose experiences are followed, once for all inspectorates.',
      inspectorates: all,
      dueOn: moments.day(-10),
    });
    await answer(this.staged, ['HARBOUR_COUNCIL', 'contributor'], lists, moments.answered, {
      text: 'The lists are complete from May to October. Contacts of the first week of May were entered twice when the system changed; the second entries are taken out.',
      data: [
        { name: 'Contacts', value: '2140' },
        { name: 'Referrals', value: '612' },
        { name: 'Referrals within twelve months of an earlier one', value: '131' },
        { name: 'Strategy discussions', value: '188' },
      ],
    });
    const times = await ask(this.staged, 'COASTAL_POLICE', {
      title: 'Notifications about children, six months',
      asked: 'Notifications sent to the front door, with the times of incident, grading and sending.',
      reason: 'To set the force’s times beside those of the front door.',
      inspectorates: ['HMICFRS', 'OFSTED'],
      dueOn: moments.day(-6),
      dueTime: '17:00',
    });
    // Sent the day after it was due.
    await answer(this.staged, ['COASTAL_POLICE', 'contributor'], times, `${moments.day(-5)}T09:20:00.000Z`, {
      text: 'Times of grading are exported from the new system and were not ready on the day. The list holds the area’s notifications only.',
      data: [
        { name: 'Notifications', value: '740' },
        { name: 'Graded within one day', value: '402' },
      ],
    });
    await ask(this.staged, 'COASTAL_HEALTH', {
      title: 'Invitations to conferences and reports sent',
      asked:
        'For general practices of the area: invitations to child protection conferences received, and reports sent.',
      reason: 'To see whether what two practices told is so elsewhere.',
      inspectorates: ['CQC'],
      // Still to come when the demonstration is loaded, whatever the day of the week.
      dueOn: plusDays(londonDay(now), 3),
    });
  }

  async chooseCases(): Promise<void> {
    for (const each of CASES) await this.filed.addCase(each);
  }

  async gatherEvidence(): Promise<void> {
    const { lead, label, id, moments } = this.staged;
    await advance(lead.at(moments.fieldworkBegins), label, id, 'FIELDWORK');
    for (const each of [...EVIDENCE].sort((one, other) => one.halfDay - other.halfDay))
      await this.filed.addEvidence(each);
  }

  async draftFindings(): Promise<void> {
    for (const each of FINDINGS) await this.filed.addFinding(each);
    const { cast, id, moments } = this.staged;
    await cast
      .who('CQC', 'inspectorate-lead')
      .at(moments.halfDays.at(-1) ?? '')
      .act('saveContribution', 'current CQC', {
        inspectionId: id,
        answers: [{ question: 'recordsRead', answer: '34' }],
        nilReason: null,
      });
  }

  /** A child at immediate risk: it carries what is typed into it and no more, and waits for the authority. */
  async raiseConcern(): Promise<void> {
    const { cast, id, moments } = this.staged;
    await cast
      .who('HMICFRS', 'inspector')
      .at(moments.halfDays.at(-1) ?? '')
      .act('raiseConcern', 'current', {
        inspectionId: id,
        receiverId: cast.agency('HARBOUR_COUNCIL'),
        caseId: this.filed.cases.get('missing from school') ?? null,
        words:
          'A young person known to you, missing from home twice since the summer, has told an officer today that older people expect them at an address tonight. The officer’s name and number, and the young person’s, are with your out-of-hours team by telephone. Please say who will see the young person before this evening.',
      });
  }
}
