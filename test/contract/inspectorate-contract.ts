import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { type Contribution, type Inspectorate, JOINT_CRITERIA } from '../../src/inspectorates/inspectorate.js';
import { gradeWordsUsedAsJudgement } from '../../src/inspectorates/judgement-words.js';
import { aFinding, aPlainFinding, inTermsOf, sensibleAnswers } from './neutral-contribution.js';

/** What an inspectorate breaks, in words; empty where it keeps the contract. */
export type Violations = readonly string[];

export const repeated = (codes: readonly string[]): Violations =>
  codes.filter((code, position) => codes.indexOf(code) < position).map((code) => `${code} stands twice`);

export function codesAreUnique(all: readonly Inspectorate[]): Violations {
  const provisions = new Map<string, string>();
  return [
    ...repeated(all.map(({ code }) => code)),
    ...repeated(all.flatMap(({ criteria }) => criteria.map(({ code }) => code))),
    ...repeated(all.flatMap(({ criteria }) => criteria.map(({ words }) => words))),
    ...repeated(all.flatMap(({ evidenceKinds }) => evidenceKinds.map(({ code }) => code))),
    ...all.flatMap(({ gateways }) => repeated(gateways.map(({ code }) => code))),
    ...all.flatMap(({ questions }) => repeated(questions.map(({ code }) => code))),
    ...all.flatMap(({ gateways }) =>
      gateways.flatMap(({ code, provision }) => {
        const known = provisions.get(code) ?? provision;
        provisions.set(code, known);
        return known === provision ? [] : [`${code} is both ${known} and ${provision}`];
      }),
    ),
  ];
}

export function criteriaAreJoint({ criteria }: Inspectorate): Violations {
  const spoken = new Set(criteria.map(({ joint }) => joint));
  return [
    ...criteria
      .filter(({ joint }) => !JOINT_CRITERIA.includes(joint))
      .map(({ code }) => `${code} has no joint criterion`),
    ...JOINT_CRITERIA.filter((joint) => !spoken.has(joint)).map((joint) => `nothing is said on ${joint}`),
  ];
}

export function asksForFindingsOrAReason(inspectorate: Inspectorate): Violations {
  const empty: Contribution = { ...inTermsOf(inspectorate, { findings: [] }), answers: {} };
  const answers = sensibleAnswers(inspectorate.questions);
  const plain = inTermsOf(inspectorate, { findings: [aPlainFinding()] });
  const cases: readonly [what: string, contribution: Contribution, accepted: boolean][] = [
    ['an empty contribution', empty, false],
    ['an empty contribution with answers', { ...empty, answers }, false],
    ['a blank reason', { ...empty, nilReason: ' ' }, false],
    ['a reasoned nil contribution', { ...empty, nilReason: 'No service of ours is in this area.' }, true],
    ['findings with a reason for none', { ...plain, nilReason: 'No service of ours is in this area.' }, false],
    ['a plain contribution', plain, true],
    ['no answers', { ...plain, answers: {} }, Object.keys(answers).length === 0],
    ['an answer to what is not asked', { ...plain, answers: { ...answers, notAsked: 'YES' } }, false],
    ['another’s contribution', { ...plain, inspectorate: 'ANOTHER' }, false],
    ['a finding without evidence', inTermsOf(inspectorate, { findings: [aPlainFinding({ evidence: [] })] }), false],
  ];
  return cases
    .filter(([, contribution, accepted]) => (inspectorate.check(contribution).length === 0) !== accepted)
    .map(([what, , accepted]) => `${what} is ${accepted ? 'refused' : 'accepted'}`);
}

export function statesEachFindingOnce(inspectorate: Inspectorate): Violations {
  const findings = JOINT_CRITERIA.flatMap((joint, position) => [
    aFinding({ joint, statement: `Statement ${position}. It has a second sentence.` }),
    aPlainFinding({ joint, statement: `Plain statement ${position}.`, placement: 'HEADLINE' }),
  ]);
  const contribution = inTermsOf(inspectorate, { findings });
  const { inspectorate: teller, paragraphs } = inspectorate.narrate(contribution);
  const cited = paragraphs.flatMap(({ sentences }) => sentences.flatMap(({ findingIds }) => findingIds));
  return [
    ...(teller === inspectorate.code ? [] : [`${teller} narrates in its place`]),
    ...(paragraphs.length === findings.length
      ? []
      : [`${paragraphs.length} paragraphs for ${findings.length} findings`]),
    ...cited
      .filter((id) => !contribution.findings.some((finding) => finding.id === id))
      .map((id) => `${id} was not given`),
    ...contribution.findings.flatMap((finding) => {
      const own = paragraphs.filter(({ sentences }) => sentences[0]?.text === finding.statement);
      const [paragraph] = own;
      if (paragraph === undefined || own.length > 1) return [`${finding.id} is stated ${own.length} times`];
      const said = 1 + (finding.effectOnChildren === '' ? 0 : 1) + (finding.count === null ? 0 : 1);
      return [
        ...(paragraph.placement === finding.placement ? [] : [`${finding.id} is told elsewhere`]),
        ...(paragraph.sentences.length === said
          ? []
          : [`${finding.id} is told in ${paragraph.sentences.length} sentences`]),
        ...paragraph.sentences
          .filter(({ findingIds }) => findingIds.join() !== finding.id)
          .map(({ text }) => `“${text}” does not cite ${finding.id} alone`),
      ];
    }),
  ];
}

export function keepsGradesOut(inspectorate: Inspectorate, gradeWords: readonly string[]): Violations {
  const { paragraphs } = inspectorate.narrate(inTermsOf(inspectorate, { findings: [aFinding()] }));
  const voiced = paragraphs.flatMap(({ sentences }) => sentences.slice(1).map(({ text }) => text));
  return [
    ...(inspectorate.gradeWords.length === 0 ? ['it declares no grade words'] : []),
    ...voiced
      .filter((text) => gradeWordsUsedAsJudgement(text, gradeWords).length > 0)
      .map((text) => `its narrative grades: “${text}”`),
    ...inspectorate.gradeWords.flatMap((word) => {
      const statement = `The work of the hub was rated ${word}.`;
      const graded = inTermsOf(inspectorate, { findings: [aPlainFinding({ statement })] });
      return [
        ...(inspectorate.check(graded).length > 0 ? [] : [`“${statement}” passes into a narrative`]),
        ...(inspectorate.check({ ...graded, judgement: 'GRADED' }).length === 0
          ? []
          : [`“${statement}” is refused in a graded judgement`]),
      ];
    }),
  ];
}

/** Folders that nobody listed, and listed ones that are not there. */
export function foldersAreListed(directory: string, listed: readonly string[]): Violations {
  const folders = readdirSync(directory, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
  return [
    ...folders.filter((folder) => !listed.includes(folder)).map((folder) => `${folder} is not listed in index.ts`),
    ...listed
      .filter((folder) => !existsSync(join(directory, folder, `${folder}.ts`)))
      .map((folder) => `${folder} is listed but not there`),
  ];
}

/** Pairs that tell one set of findings alike, once the names of inspectorates and agencies are gone. */
export function toldAlike(all: readonly Inspectorate[]): Violations {
  const findings = JOINT_CRITERIA.flatMap((joint, position) => [
    aFinding({ joint, statement: `Statement ${position}.`, count: { n: position + 1, of: 10, basis: 'SAMPLED' } }),
    aPlainFinding({ joint, kind: 'STRENGTH', statement: `Plain statement ${position}.` }),
  ]);
  const names = all.flatMap(({ code, name }) => [code, name]).concat('Harrowmere Council');
  const texts = all.map((inspectorate) => {
    const { paragraphs } = inspectorate.narrate(inTermsOf(inspectorate, { findings }));
    const text = paragraphs.map(({ sentences }) => sentences.map((sentence) => sentence.text).join(' ')).join('\n');
    return names.reduce((left, name) => left.replaceAll(name, ''), text);
  });
  return all.flatMap((one, at) =>
    all
      .slice(at + 1)
      .flatMap((other, after) =>
        texts[at] === texts[at + 1 + after] ? [`${one.code} and ${other.code} narrate alike`] : [],
      ),
  );
}
