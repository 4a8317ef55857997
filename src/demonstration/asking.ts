import type { Staged } from './staging.js';

export interface RequestData {
  readonly title: string;
  readonly asked: string;
  readonly reason: string;
  readonly inspectorates: readonly string[];
  readonly dueOn: string;
  readonly dueTime?: string;
}

export interface AnswerData {
  readonly text: string;
  readonly data: readonly { readonly name: string; readonly value: string }[];
}

/** The lead asks an agency once for all inspectorates that need it; answers the request's id. */
export async function ask(staged: Staged, agency: string, data: RequestData): Promise<string> {
  const { cast, id, label, moments } = staged;
  const lead = staged.lead.at(moments.asked);
  const { request } = await lead.act<{ request: { id: string } }>(
    'draftRequest',
    `${label} ${agency}`,
    { inspectionId: id, agencyId: cast.agency(agency), ...data },
    'request { id }',
  );
  await lead.act('issueRequest', `${label} ${agency}`, { requestId: request.id, version: 1 });
  return request.id;
}

/** The agency's coordinator, or its contributor where it has one, writes the answer; the coordinator sends it. */
export async function answer(
  { cast, label }: Staged,
  [agency, writer]: readonly [agency: string, writer: 'contributor' | 'coordinator'],
  requestId: string,
  at: string,
  data: AnswerData,
): Promise<void> {
  await cast
    .who(agency, writer)
    .at(at)
    .act('saveSubmission', `${label} ${agency}`, { requestId, ...data });
  await cast.who(agency, 'coordinator').at(at).act('sendSubmission', `${label} ${agency}`, { requestId, version: 1 });
}
