import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { asEnum } from '../api/as-enum.js';
import { connectionOf } from '../api/connection.js';
import { Node } from '../api/problem.object.js';
import { DateTime } from '../api/scalars.js';
import { MarkingEnum } from '../evidence/evidence.object.js';
import { Finding } from '../findings/finding.object.js';
import { FIXED_PARTS, SECTION_STYLES } from '../frameworks/letter-layout.js';
import { Person } from '../organisations/organisation.object.js';
import { SENTENCE_ORIGINS } from './narrative-document.js';

export const SentenceOriginEnum = asEnum(SENTENCE_ORIGINS);
registerEnumType(SentenceOriginEnum, {
  name: 'SentenceOrigin',
  description:
    "A finding's statement, an inspectorate's voice on it, the framework's fixed text, any of these as edited, or the lead's own.",
});
export const SectionStyleEnum = asEnum(SECTION_STYLES);
registerEnumType(SectionStyleEnum, {
  name: 'SectionStyle',
  description: 'A list with one point a finding, or paragraphs.',
});
export const FixedPartEnum = asEnum(FIXED_PARTS);
registerEnumType(FixedPartEnum, { name: 'FixedPart', description: 'A part of the letter that holds no findings.' });
export const SentenceChangeEnum = asEnum(['EDITED', 'REMOVED', 'SOURCE_CHANGED', 'SOURCE_GONE']);
registerEnumType(SentenceChangeEnum, {
  name: 'SentenceChange',
  description:
    'Why an earlier text is no longer the text: it was edited, taken out, or its source changed or stands no longer.',
});

@ObjectType({ description: 'A sentence of the narrative, with what it rests on.', implements: () => [Node] })
export class NarrativeSentence extends Node {
  @Field(() => String, { description: 'Stays the same for as long as its source does.' })
  key!: string;
  @Field(() => String, { description: 'White space between the sentence before and this one.' })
  gap!: string;
  @Field(() => String, { description: 'Its words.' })
  text!: string;
  @Field(() => SentenceOriginEnum, { description: 'How its words came about.' })
  origin!: string;
  @Field(() => Boolean, { description: 'It needs a finding and cites none: the text cannot be frozen.' })
  withoutFinding!: boolean;
  @Field(() => [Finding], { description: 'The findings that it rests on, of those that you see.' })
  findings!: Finding[];
  @Field(() => Person, { nullable: true, description: 'Who last edited it.' })
  editedBy?: Person;
  @Field(() => DateTime, { nullable: true, description: 'When it was last edited.' })
  editedAt?: string;
  @Field(() => Person, { nullable: true, description: 'Who confirmed that its findings still say so.' })
  confirmedBy?: Person;
  @Field(() => DateTime, { nullable: true, description: 'When that was confirmed.' })
  confirmedAt?: string;
  @Field(() => Int, { description: 'Send it back with a change.' })
  version!: number;
}

@ObjectType({ description: 'A paragraph of the narrative: one finding, or fixed text.', implements: () => [Node] })
export class NarrativeParagraph extends Node {
  @Field(() => String, { description: 'Its words, as the letter will print them.' })
  text!: string;
  @Field(() => [NarrativeSentence], { description: 'Its sentences, in order.' })
  sentences!: NarrativeSentence[];
}

@ObjectType({ description: 'A section of the narrative of which you see at least one paragraph.' })
export class NarrativeSection {
  @Field(() => String, { description: "The layout's code of the section." })
  code!: string;
  @Field(() => FixedPartEnum, {
    nullable: true,
    description: 'Which fixed part it is; null for a section of findings.',
  })
  fixedPart?: string;
  @Field(() => Int, { nullable: true, description: 'Number of the study; null outside studies.' })
  study?: number;
  @Field(() => String, { nullable: true, description: 'What is printed above it.' })
  heading?: string;
  @Field(() => SectionStyleEnum, { description: 'List or paragraphs.' })
  style!: string;
  @Field(() => [NarrativeParagraph], { description: 'Its paragraphs, in order.' })
  paragraphs!: NarrativeParagraph[];
}

@ObjectType({ description: 'A heading chosen in place of the usual one.' })
export class ChosenHeading {
  @Field(() => String, { description: 'Code of the section.' })
  section!: string;
  @Field(() => Int, { nullable: true, description: 'Number of the study; null outside studies.' })
  study?: number;
  @Field(() => String, { description: 'The heading.' })
  heading!: string;
}

@ObjectType({ description: 'That a quality assurer passed one version of the narrative.' })
export class QualityPass {
  @Field(() => Int, { description: 'The version.' })
  narrativeVersion!: number;
  @Field(() => String, { nullable: true, description: 'What he noted.' })
  note?: string;
  @Field(() => DateTime, { description: 'When.' })
  passedAt!: string;
}

@ObjectType({ description: 'The joint narrative of an inspection, for its team.', implements: () => [Node] })
export class Narrative extends Node {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => Int, { description: 'Counts every change of the text. Send it back with an act on the whole.' })
  version!: number;
  @Field(() => MarkingEnum, { description: 'The strictest marking of what it rests on, whatever of that you see.' })
  marking!: string;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => String, { description: 'The area.' })
  area!: string;
  @Field(() => String, { nullable: true, description: 'The theme of the deep dive.' })
  theme?: string;
  @Field(() => String, { nullable: true, description: 'Code of the arrangement chosen; null for the one proposed.' })
  arrangement?: string;
  @Field(() => [ChosenHeading], { description: 'Headings chosen in place of the usual ones.' })
  headings!: ChosenHeading[];
  @Field(() => [String], { description: 'Codes of the sections of which the lead decided that there is none.' })
  none!: string[];
  @Field(() => [NarrativeSection], { description: 'Its sections, in order.' })
  sections!: NarrativeSection[];
  @Field(() => Boolean, { description: 'Whether this version has been passed by the quality assurer.' })
  qualityPassed!: boolean;
  @Field(() => [QualityPass], { description: 'Passes, newest first.' })
  qualityPasses!: QualityPass[];
  @Field(() => Person, { nullable: true, description: 'Who compiled it last.' })
  compiledBy?: Person;
  @Field(() => DateTime, { description: 'When it was compiled last.' })
  compiledAt!: string;
}

@ObjectType({ description: 'An earlier text of a sentence: nothing is lost.', implements: () => [Node] })
export class EarlierText extends Node {
  @Field(() => ID, { description: 'The sentence, which may be in the text no longer.' })
  sentenceId!: string;
  @Field(() => Int, { description: 'The version of the sentence that this was.' })
  version!: number;
  @Field(() => String, { description: 'The words.' })
  text!: string;
  @Field(() => SentenceOriginEnum, { description: 'How they came about.' })
  origin!: string;
  @Field(() => SentenceChangeEnum, { description: 'Why they are no longer the text.' })
  change!: string;
  @Field(() => [Finding], { description: 'What they rested on, of what you see.' })
  findings!: Finding[];
  @Field(() => Person, { nullable: true, description: 'Who wrote them; null where they were compiled.' })
  writtenBy?: Person;
  @Field(() => Person, { nullable: true, description: 'Who replaced them or took them out.' })
  changedBy?: Person;
  @Field(() => DateTime, { description: 'When.' })
  changedAt!: string;
}

@ObjectType({ description: 'A page of earlier texts.' })
export class EarlierTextConnection extends connectionOf(EarlierText) {}

@ObjectType({ description: 'A paragraph of a frozen text. Nothing tells what it rests on.', implements: () => [Node] })
export class FrozenParagraph extends Node {
  @Field(() => Int, { description: 'Its place, from 0.' })
  position!: number;
  @Field(() => String, { description: "The layout's code of its section." })
  section!: string;
  @Field(() => FixedPartEnum, { nullable: true, description: 'Which fixed part it belongs to, if any.' })
  fixedPart?: string;
  @Field(() => Int, { nullable: true, description: 'Number of the study; null outside studies.' })
  study?: number;
  @Field(() => String, { nullable: true, description: 'What is printed above its section.' })
  heading?: string;
  @Field(() => SectionStyleEnum, { description: 'List or paragraphs.' })
  style!: string;
  @Field(() => String, { description: 'Its words.' })
  text!: string;
}

@ObjectType({
  description: 'A text as it was frozen: for the team and the signatories, and for the agencies in their window.',
  implements: () => [Node],
})
export class FrozenText extends Node {
  @Field(() => ID, { description: 'The inspection.' })
  inspectionId!: string;
  @Field(() => String, { description: 'SHA-256 of its canonical form: this is what is signed.' })
  hash!: string;
  @Field(() => MarkingEnum, { description: 'The strictest marking of what it rests on, whatever of that you see.' })
  marking!: string;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => String, { description: 'The area.' })
  area!: string;
  @Field(() => String, { nullable: true, description: 'The theme.' })
  theme?: string;
  @Field(() => DateTime, { description: 'When the window for comments opened.' })
  openedAt!: string;
  @Field(() => DateTime, { description: 'When it shuts, exclusive.' })
  deadline!: string;
  @Field(() => String, { nullable: true, description: 'Why the lead set another end than the one computed.' })
  deadlineReason?: string;
  @Field(() => String, { description: 'Which calendar the deadline was computed by.' })
  calendarVersion!: string;
  @Field(() => DateTime, { nullable: true, description: 'When drafting was reopened: another text takes its place.' })
  reopenedAt?: string;
  @Field(() => [FrozenParagraph], { description: 'Its paragraphs that you see, in order.' })
  paragraphs!: FrozenParagraph[];
}
