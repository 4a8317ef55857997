import { aPiece, gatewayOf, type Inspected, type Member } from '../../support/an-inspection.js';
import { anAgency } from '../../support/an-authority.js';
import { aDraft } from '../../support/findings.js';
import type { Race, Scene } from './race.js';
import { anItem, canary, ITEM, LATER, seatedReaders } from './things.js';

async function shareWith(inspection: Inspected, evidenceId: string): Promise<string> {
  const input = { evidenceId, recipient: 'HMICFRS', form: 'WHOLE', gateway: gatewayOf('OFSTED', 'SHARE') };
  const { share } = await inspection
    .member('OFSTED', 'INSPECTOR')
    .client.do<{ share: { id: string } }>('shareEvidence', { ...input, purpose: 'To corroborate' }, 'share { id }');
  return share.id;
}

const recipients = (inspection: Inspected): Member[] =>
  (['INSPECTOR', 'INSPECTORATE_LEAD', 'ANALYST', 'QUALITY_ASSURER'] as const).map((role) =>
    inspection.member('HMICFRS', role),
  );

export async function revoke(inspection: Inspected): Promise<Scene> {
  const writer = inspection.member('OFSTED', 'INSPECTOR');
  const thing = await anItem(inspection, writer, 'OFSTED');
  return {
    act: 'revokeShare',
    prepare: async (make, count): Promise<Race> => {
      const shareId = await shareWith(inspection, thing.evidenceId);
      return {
        act: () => writer.client.at(LATER).do('revokeShare', { shareId, reason: 'Shared by mistake' }),
        after: 'UNSEEN',
        readers: await seatedReaders(make, count, recipients(inspection), ITEM, thing),
      };
    },
  };
}

export async function withdraw(inspection: Inspected): Promise<Scene> {
  const writer = inspection.member('OFSTED', 'INSPECTOR');
  const first = await anItem(inspection, writer, 'OFSTED');
  await writer.client.do('withdrawEvidence', { evidenceId: first.evidenceId, reason: 'Filed by mistake' });
  return {
    act: 'withdrawEvidence',
    prepare: async (make, count): Promise<Race> => {
      const words = canary();
      const text = { title: words, body: `What was seen: ${words}`, caseId: first.caseId };
      const { id: evidenceId } = await aPiece(writer, 'OFSTED', inspection.id, text);
      await shareWith(inspection, evidenceId);
      const thing = { ...first, words, evidenceId };
      return {
        act: () => writer.client.at(LATER).do('withdrawEvidence', { evidenceId, reason: 'Filed by mistake' }),
        after: 'UNSEEN',
        readers: await seatedReaders(make, count, recipients(inspection), ITEM, thing),
      };
    },
  };
}

export async function conflict(inspection: Inspected): Promise<Scene> {
  const [author, reader] = [inspection.member('OFSTED', 'INSPECTOR'), inspection.member('OFSTED', 'INSPECTORATE_LEAD')];
  const agency = await anAgency(inspection.planner);
  await inspection.planner.do('addAgency', {
    inspectionId: inspection.id,
    agencyId: agency.id,
    principalAuthority: false,
  });
  const about = await anItem(inspection, author, 'OFSTED', { sourceAgencyId: agency.id });
  const citations = [{ evidenceId: about.evidenceId }];
  const finding = await aDraft(author, 'OFSTED', inspection.id, { statement: about.words, citations });
  const thing = { ...about, findingId: finding.id };
  let declared = '';
  return {
    act: 'declareConflict',
    prepare: async (make, count): Promise<Race> => {
      const lifted = { conflictId: declared, reason: 'It was long ago' };
      if (declared !== '') await inspection.plannerOf('OFSTED').at(LATER).do('liftConflict', lifted);
      return {
        act: async () => {
          const input = { agencyId: agency.id, reason: 'I worked there' };
          const sent = await reader.client
            .at(LATER)
            .do<{ conflict: { id: string } }>('declareConflict', input, 'conflict { id }');
          declared = sent.conflict.id;
        },
        after: 'UNSEEN',
        readers: await seatedReaders(make, count, [reader], [...ITEM, 'finding', 'findings'], thing),
      };
    },
  };
}
