import type { Problem } from '../../inspectorates/inspectorate.js';
import { parseGlobalId } from '../../platform/global-id.js';
import type { ShareEvidenceItemsInput, ShareRecipientInput } from './share-items.inputs.js';
import type { ShareTerms, WantedRecipient } from './share-plan.js';

/** Names no assignment: an id of another type is refused like one that is nobody's. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

const assignmentKey = (id: string): string => {
  const parsed = parseGlobalId(id);
  return parsed?.type === 'Assignment' ? parsed.uuid : NOBODY;
};

/** The recipients that an input for many names, and those whose form is amiss. */
export function wantedRecipients(inputs: readonly ShareRecipientInput[]): {
  recipients: WantedRecipient[];
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const recipients = inputs.flatMap(({ inspectorate, assignmentId, wholeTeam }, index): WantedRecipient[] => {
    const at = `recipients.${index}`;
    const given = [wholeTeam === true, inspectorate != null, assignmentId != null].filter(Boolean).length;
    if (given !== 1) {
      problems.push({
        at,
        code: given === 0 ? 'MISSING' : 'NOT_NEEDED',
        message: 'Give one of the three: an inspectorate, an assignment, or the whole team.',
      });
      return [];
    }
    return [
      {
        at: { whole: at, inspectorate: `${at}.inspectorate`, assignment: `${at}.assignmentId` },
        inspectorate: inspectorate ?? null,
        assignmentId: assignmentId == null ? null : assignmentKey(assignmentId),
        wholeTeam: wholeTeam === true,
      },
    ];
  });
  return { recipients, problems };
}

export const termsOf = (
  { gateway, purpose, startsAt, endsAt }: Pick<ShareEvidenceItemsInput, 'gateway' | 'purpose' | 'startsAt' | 'endsAt'>,
  now: Date,
): ShareTerms => ({
  gateway,
  purpose,
  startsAt: startsAt == null ? now : new Date(startsAt),
  endsAt: endsAt == null ? null : new Date(endsAt),
});

/** The one recipient of an input of one item: an inspectorate, or one seat on its team. */
export const oneRecipient = (inspectorate: string, assignmentId: string | null): WantedRecipient => ({
  at: { whole: 'recipient', inspectorate: 'recipient', assignment: 'recipientAssignmentId' },
  inspectorate,
  assignmentId,
  wholeTeam: false,
});
