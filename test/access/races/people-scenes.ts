import { aCase } from '../../support/a-case.js';
import { administratorOf, type Inspected } from '../../support/an-inspection.js';
import type { Race, Scene } from './race.js';
import { anItem, canary, ITEM, LATER, seatedReaders } from './things.js';

export async function endOfAssignment(inspection: Inspected): Promise<Scene> {
  const [inspector, analyst] = [inspection.member('CQC', 'INSPECTOR'), inspection.member('CQC', 'ANALYST')];
  const lead = inspection.member('CQC', 'INSPECTORATE_LEAD').client;
  const thing = await anItem(inspection, inspector, 'CQC');
  await lead.do('endAssignment', { assignmentId: analyst.assignmentId });
  return {
    act: 'endAssignment',
    prepare: async (make, count): Promise<Race> => {
      const input = { inspectionId: inspection.id, userId: analyst.userId, role: 'ANALYST' };
      const { assignment } = await lead.do<{ assignment: { id: string } }>('assign', input, 'assignment { id }');
      return {
        act: () => lead.at(LATER).do('endAssignment', { assignmentId: assignment.id }),
        after: 'UNSEEN',
        readers: await seatedReaders(make, count, [analyst], [...ITEM, 'inspection'], thing),
      };
    },
  };
}

export async function suspension(inspection: Inspected): Promise<Scene> {
  const [inspector, reader] = [inspection.member('CQC', 'INSPECTOR'), inspection.member('CQC', 'QUALITY_ASSURER')];
  const thing = await anItem(inspection, inspector, 'CQC');
  const administrator = await administratorOf('CQC');
  await administrator.do('suspendUser', { userId: reader.userId });
  return {
    act: 'suspendUser',
    prepare: async (make, count): Promise<Race> => {
      await administrator.do('restoreUser', { userId: reader.userId });
      return {
        act: () => administrator.at(LATER).do('suspendUser', { userId: reader.userId }),
        after: 'UNSEEN',
        readers: await seatedReaders(make, count, [reader], [...ITEM, 'inspection'], thing),
      };
    },
  };
}

export async function endOfCaseMembership(inspection: Inspected): Promise<Scene> {
  const [author, reader] = [inspection.member('OFSTED', 'INSPECTOR'), inspection.member('HMICFRS', 'INSPECTOR')];
  const lead = inspection.member('HMICFRS', 'INSPECTORATE_LEAD').client;
  const [words, child] = [canary(), await aCase(author.client, inspection)];
  const raised = { inspectionId: inspection.id, receiverId: inspection.agency('LOCAL_AUTHORITY').id, caseId: child.id };
  const { concern } = await author.client.do<{ concern: { id: string } }>(
    'raiseConcern',
    { ...raised, words },
    'concern { id }',
  );
  const thing = { inspectionId: inspection.id, words, concernId: concern.id };
  return {
    act: 'endCaseMember',
    prepare: async (make, count): Promise<Race> => {
      const named = { caseId: child.id, assignmentId: reader.assignmentId };
      const { member } = await lead.do<{ member: { id: string } }>('nameCaseMember', named, 'member { id }');
      return {
        act: () => lead.at(LATER).do('endCaseMember', { memberId: member.id }),
        after: 'UNSEEN',
        readers: await seatedReaders(make, count, [reader], ['concern', 'concerns'], thing),
      };
    },
  };
}
