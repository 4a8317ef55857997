import type { Rehearsed } from './plan.js';

/** One request to each agency, for the inspectorates that need it, and what it sends back. */
export async function askAgencies(r: Rehearsed): Promise<{ id: string }[]> {
  const lead = r.lead.at(r.moments.notified);
  const requests: { id: string }[] = [];
  for (const agency of r.agencies) {
    const { request } = await lead.do<{ request: { id: string; version: number } }>(
      'draftRequest',
      {
        inspectionId: r.inspectionId,
        agencyId: agency.id,
        title: 'Lists and strategies',
        asked: 'Lists of children, decisions and strategies for the period inspected.',
        reason: 'To choose the children whose experiences are followed.',
        inspectorates: [...r.letter.inspectorates],
        dueOn: r.moments.fieldworkFrom,
      },
      'request { id version }',
    );
    await lead.do('issueRequest', { requestId: request.id, version: request.version });
    const coordinator = agency.coordinator.person.at(r.moments.notified);
    const { submission } = await coordinator.do<{ submission: { version: number } }>(
      'saveSubmission',
      {
        requestId: request.id,
        text: `What ${agency.code} holds for the period.`,
        data: [{ name: 'Contacts received', value: '412' }],
      },
      'submission { version }',
    );
    await coordinator.do('sendSubmission', { requestId: request.id, version: submission.version });
    requests.push({ id: request.id });
  }
  return requests;
}
