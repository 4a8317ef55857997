import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { permit } from '../access/operations.js';
import type { WriteTransaction } from '../database/transaction.js';
import { UnitOfWork, type Stored } from '../database/unit-of-work.js';
import { calendarAsOf } from '../frameworks/calendar/calendar.js';
import { localDate } from '../frameworks/calendar/local-date.js';
import { londonDay } from '../frameworks/calendar/london-time.js';
import { planTimetable, type Timetable } from '../frameworks/calendar/timetable.js';
import type { Framework } from '../frameworks/framework.js';
import { FrameworkRegistry } from '../frameworks/framework-registry.js';
import { InspectorateRegistry } from '../inspectorates/inspectorate-registry.js';
import { areaByCode } from '../areas/areas.js';
import { notPermitted, ProblemsError, refuse } from '../platform/errors.js';
import { localId, localIdAt } from '../platform/global-id.js';
import {
  InspectionAgencyEntity,
  InspectionConductEntity,
  InspectionEntity,
  InspectionInspectorateEntity,
  TimetableEntryEntity,
} from './inspection.entity.js';
import type {
  AcceptInvitationInput,
  AddAgencyInput,
  CreateInspectionInput,
  InviteInspectorateInput,
} from './inspection.inputs.js';
import { participationProblems } from './participation.js';

type Done = Promise<Stored<{ inspectionId: string }>>;

const FIRST_DAY = 'FIELDWORK_DAY_1';

/** Which inspection, of which area, under which framework, by whom: the planner's part. */
@Injectable()
export class InspectionsService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(FrameworkRegistry) private readonly frameworks: FrameworkRegistry,
    @Inject(InspectorateRegistry) private readonly inspectorates: InspectorateRegistry,
  ) {}

  create(actor: Actor, input: CreateInspectionInput): Done {
    return this.unitOfWork.write(actor, { operation: 'createInspection', input }, async (tx) => {
      const leading = tx.actor.inspectorate;
      const held = await tx.row<{ posts: string[] }>('SELECT auth.posts() AS posts');
      if (leading === null || held?.posts.includes('PLANNER') !== true)
        throw notPermitted('a planner of the leading inspectorate');
      const { framework, invited, agencyIds, principal } = await this.checked(tx, leading, input);
      const inspectionId = tx.newId();
      await tx.insert(InspectionEntity, {
        id: inspectionId,
        framework: framework.code,
        frameworkVersion: framework.version,
        areaCode: input.areaCode,
        theme: input.theme ?? null,
        title: titleOf(framework, areaByCode(input.areaCode)?.name ?? input.areaCode),
        leadingInspectorate: leading,
        stage: 'PLANNED',
        notifiedAt: null,
        publishedAt: null,
      });
      await this.schedule(tx, inspectionId, framework, input.fieldworkFrom);
      await tx.insert(InspectionInspectorateEntity, [
        {
          inspectionId,
          inspectorate: leading,
          gateway: input.gateway,
          invitedAt: tx.actor.now,
          acceptedAt: tx.actor.now,
        },
        ...invited.map((inspectorate) => ({
          inspectionId,
          inspectorate,
          gateway: '',
          invitedAt: tx.actor.now,
          acceptedAt: null,
        })),
      ]);
      if (agencyIds.length > 0)
        await tx.insert(
          InspectionAgencyEntity,
          agencyIds.map((organisationId) => ({
            inspectionId,
            organisationId,
            principalAuthority: organisationId === principal,
          })),
        );
      tx.touch('Inspection', inspectionId, 'CREATED', inspectionId);
      return { inspectionId };
    });
  }

  invite(actor: Actor, input: InviteInspectorateInput): Done {
    return this.unitOfWork.write(actor, { operation: 'inviteInspectorate', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      const standing = await tx.enter(inspectionId, 'alone');
      permit(standing, 'inviteInspectorate');
      if (!this.inspectorates.has(input.inspectorate))
        refuse('inspectorate', 'UNKNOWN_CODE', 'Give the code of an inspectorate.');
      if ([...standing.inspectorates, ...standing.invited].includes(input.inspectorate))
        refuse('inspectorate', 'TAKEN', 'This inspectorate takes part or is invited already.');
      await tx.insert(InspectionInspectorateEntity, {
        inspectionId,
        inspectorate: input.inspectorate,
        gateway: '',
        invitedAt: tx.actor.now,
        acceptedAt: null,
      });
      return touched(tx, inspectionId, 'INSPECTORATE_INVITED');
    });
  }

  accept(actor: Actor, input: AcceptInvitationInput): Done {
    return this.unitOfWork.write(actor, { operation: 'acceptInvitation', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      const standing = await tx.enter(inspectionId, 'alone');
      const own = tx.actor.inspectorate ?? '';
      permit(standing, 'acceptInvitation', { owner: own });
      if (!standing.invited.includes(own))
        refuse('inspectionId', 'NOT_INVITED', 'Your inspectorate takes part already, or is not invited.');
      this.checkGateway(own, input.gateway);
      await tx.update(
        InspectionInspectorateEntity,
        { inspectionId, inspectorate: own },
        { acceptedAt: tx.actor.now, gateway: input.gateway },
      );
      return touched(tx, inspectionId, 'INSPECTORATE_JOINED');
    });
  }

  addAgency(actor: Actor, input: AddAgencyInput): Done {
    return this.unitOfWork.write(actor, { operation: 'addAgency', input }, async (tx) => {
      const inspectionId = localId('Inspection', input.inspectionId);
      permit(await tx.enter(inspectionId, 'alone'), 'addAgency');
      const [organisationId] = await this.knownAgencies(tx, [input.agencyId], () => 'agencyId');
      if (organisationId === undefined) return refuse('agencyId', 'UNKNOWN_ID', 'Give the id of an agency.');
      const there = await tx.row(
        'SELECT 1 FROM app.inspection_agency WHERE inspection_id = $1 AND organisation_id = $2',
        [inspectionId, organisationId],
      );
      if (there !== null) refuse('agencyId', 'TAKEN', 'This agency is inspected here already.');
      await tx.insert(InspectionAgencyEntity, {
        inspectionId,
        organisationId,
        principalAuthority: input.principalAuthority,
      });
      return touched(tx, inspectionId, 'AGENCY_ADDED');
    });
  }

  private async checked(tx: WriteTransaction, leading: string, input: CreateInspectionInput) {
    const framework = this.frameworks.latestFor(input.framework, localDate(input.fieldworkFrom));
    if (framework === undefined)
      return refuse(
        'framework',
        'UNKNOWN_CODE',
        'Give the code of a framework that is valid on the first day of fieldwork.',
      );
    if (areaByCode(input.areaCode) === undefined)
      refuse('areaCode', 'UNKNOWN_CODE', 'Give the ONS code of an upper-tier authority of England.');
    this.checkGateway(leading, input.gateway);
    const invited = [...new Set(input.inspectorates)].filter((code) => code !== leading);
    const problems = participationProblems(framework, input.theme ?? null, leading, invited, (code) =>
      this.inspectorates.has(code),
    );
    if (problems.length > 0) throw new ProblemsError(problems);
    const agencyIds = await this.knownAgencies(tx, input.agencyIds, (index) => `agencyIds.${index}`);
    const principal =
      input.principalAuthorityId == null
        ? null
        : localIdAt('Agency', input.principalAuthorityId, 'principalAuthorityId');
    if (principal !== null && !agencyIds.includes(principal))
      refuse(
        'principalAuthorityId',
        'NOT_AMONG',
        'Choose the principal authority from the agencies that are inspected.',
      );
    return { framework, invited, agencyIds, principal };
  }

  private checkGateway(inspectorate: string, gateway: string): void {
    const known = this.inspectorates.get(inspectorate).gateways.find(({ code }) => code === gateway);
    if (known === undefined || !known.permits.includes('INSPECT'))
      refuse('gateway', 'NOT_A_GATEWAY', 'Give the code of one of your gateways that permits inspecting.');
  }

  private async knownAgencies(
    tx: WriteTransaction,
    ids: readonly string[],
    at: (index: number) => string,
  ): Promise<string[]> {
    const keys = ids.map((id, index) => localIdAt('Agency', id, at(index)));
    const rows = await tx.rows<{ id: string }>(
      `SELECT id FROM app.organisation WHERE id = ANY ($1) AND kind <> 'INSPECTORATE'`,
      [keys],
    );
    const known = new Set(rows.map(({ id }) => id));
    const strange = keys.findIndex((key) => !known.has(key));
    if (strange >= 0) refuse(at(strange), 'UNKNOWN_ID', 'Give the id of an agency.');
    return keys;
  }

  /** Dates are computed once, by the calendar known today, and stored with its version. */
  private async schedule(
    tx: WriteTransaction,
    inspectionId: string,
    framework: Framework,
    fieldworkFrom: string,
  ): Promise<void> {
    const plan = this.plan(tx, framework, fieldworkFrom);
    await tx.insert(InspectionConductEntity, {
      inspectionId,
      fieldworkFrom: plan.fieldworkFrom,
      fieldworkTo: plan.fieldworkTo,
      revealedAt: null,
      revealedBy: null,
      pausedAt: null,
      deferredAt: null,
      incompleteAt: null,
      closedAt: null,
      readableUntil: null,
      createdBy: tx.actor.userId,
      createdAt: tx.actor.now,
    });
    await tx.insert(
      TimetableEntryEntity,
      plan.entries.map(({ code, name, on, due, calendarVersion }) => ({
        inspectionId,
        code,
        name,
        fallsOn: on,
        computedOn: on,
        dueAt: due,
        calendarVersion,
        reason: null,
        // What is amiss with the plan is said of the day that it hangs on.
        warnings: code === FIRST_DAY ? plan.warnings.map(({ message }) => message) : [],
      })),
    );
  }

  private plan(tx: WriteTransaction, framework: Framework, fieldworkFrom: string): Timetable {
    try {
      const calendar = calendarAsOf(londonDay(tx.actor.now));
      return planTimetable(framework, { fieldworkFrom: localDate(fieldworkFrom) }, calendar);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return refuse('fieldworkFrom', 'OUT_OF_RANGE', 'Choose a day of the years whose bank holidays are known.');
    }
  }
}

function touched(tx: WriteTransaction, inspectionId: string, change: string): { inspectionId: string } {
  tx.touch('Inspection', inspectionId, change, inspectionId);
  return { inspectionId };
}

/** Without the framework's year: "Joint targeted area inspection of Norfolk". */
const titleOf = (framework: Framework, area: string): string =>
  `${framework.name.replace(/ \(\d{4}\)$/, '')} of ${area}`;
