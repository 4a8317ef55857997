import { describe } from '@jest/globals';
import { ref } from './objects.js';
import { WorldBuilder, day, now } from './world-builder.js';
import { finding, item, merge } from './world-builder-contents.js';
import { comment, frozenText, letter, request, submission } from './world-builder-texts.js';
import { concern } from './world-builder-unusual.js';
import { itTells } from './world-sentences.js';

const drafting = { world: () => new WorldBuilder({ stage: 'DRAFTING', revealedAt: now - 20 * day }) };

describe('R10: a conflict of interest, through what a row rests on', () => {
  itTells([
    [
      'with an accountable agency hides the finding',
      (w) => {
        w.conflict('inspector', 'POLICE');
        return ref('finding', finding(w, { agencyIds: [w.organisation('POLICE')] }));
      },
      { inspector: 'none', colleague: 'write' },
    ],
    [
      'hides the finding that cites a hidden item',
      (w) => {
        w.conflict('cqc lead', 'POLICE');
        return ref('finding', finding(w, {}, [item(w, { spokenOfIds: [w.organisation('POLICE')] })]));
      },
      { 'cqc lead': 'none', 'cqc inspector': 'whole' },
      drafting,
    ],
    [
      'hides the paragraph that rests on it, whatever the depth',
      (w) => {
        w.conflict('cqc lead', 'POLICE');
        return ref(
          'frozen-paragraph',
          frozenText(w, [finding(w, {}, [item(w, { sourceAgencyId: w.organisation('POLICE') })])])[1],
        );
      },
      { 'cqc lead': 'none', lead: 'whole' },
      drafting,
    ],
    [
      'leaves the paragraphs that do not',
      (w) => {
        w.conflict('cqc lead', 'POLICE');
        return ref('frozen-paragraph', frozenText(w, [finding(w)])[1]);
      },
      { 'cqc lead': 'whole' },
      drafting,
    ],
    [
      'with a merge’s own agency hides what was told in its words',
      (w) => {
        w.conflict('cqc lead', 'POLICE');
        const told = finding(w);
        merge(w, [told, finding(w)], { agencyIds: [w.organisation('POLICE')] });
        return ref('frozen-paragraph', frozenText(w, [told])[1]);
      },
      { 'cqc lead': 'none', lead: 'whole' },
      drafting,
    ],
    [
      'hides the whole copy before publication for one paragraph',
      (w) => {
        w.conflict('lead', 'POLICE');
        return ref('letter', letter(w, frozenText(w, [finding(w, { agencyIds: [w.organisation('POLICE')] })])[0]));
      },
      { lead: 'none', inspector: 'whole' },
      drafting,
    ],
    [
      'takes nothing from what is public',
      (w) => {
        w.conflict('lead', 'POLICE');
        return ref(
          'letter',
          letter(w, frozenText(w, [finding(w, { agencyIds: [w.organisation('POLICE')] })])[0], {
            publishedAt: now - day,
          }),
        );
      },
      { lead: 'whole' },
      drafting,
    ],
    [
      'hides requests to the agency',
      (w) => {
        w.conflict('cqc inspector', 'COUNCIL');
        return ref('request', request(w));
      },
      { 'cqc inspector': 'none', 'cqc lead': 'write' },
    ],
    [
      'hides what the agency sent',
      (w) => {
        w.conflict('cqc inspector', 'COUNCIL');
        return ref('submission', submission(w, request(w), 'SUBMITTED'));
      },
      { 'cqc inspector': 'none', 'cqc colleague': 'whole' },
    ],
    [
      'hides the comments of the agency',
      (w) => {
        w.conflict('lead', 'COUNCIL');
        return ref('accuracy-comment', comment(w, frozenText(w, [])));
      },
      { lead: 'none', 'ofsted lead': 'whole' },
      drafting,
    ],
    [
      'hides the comment on a paragraph that it hides',
      (w) => {
        w.conflict('lead', 'POLICE');
        return ref(
          'accuracy-comment',
          comment(w, frozenText(w, [finding(w, { agencyIds: [w.organisation('POLICE')] })])),
        );
      },
      { lead: 'none' },
      drafting,
    ],
    [
      'never hides an immediate concern from its author or the lead',
      (w) => {
        w.conflict('cqc inspector', 'TRUST');
        w.conflict('lead', 'TRUST');
        return ref('concern', concern(w));
      },
      { 'cqc inspector': 'whole', lead: 'whole', contact: 'write', inspector: 'none' },
    ],
  ]);
});
