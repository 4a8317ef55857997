import { beforeAll, describe, expect, it } from '@jest/globals';
import { aNarrative, type Narrated, seenNarrative, sentences, stageOf } from '../support/narrative.js';

describe('the narrative while drafting', () => {
  let told: Narrated;

  beforeAll(async () => {
    told = await (await aNarrative()).compiled();
  });

  it('tells every standing finding once, in its section, each sentence with its findings', async () => {
    const { sections } = await told.read();
    expect(sections.map(({ code }) => code)).toEqual([
      'SCOPE',
      'HEADLINE_FINDINGS',
      'AREA_FOR_PRIORITY_ACTION',
      'WHAT_NEEDS_TO_IMPROVE',
      'MAIN_FINDINGS',
      'NEXT_STEPS',
    ]);
    const told_ = (code: string) =>
      sections
        .filter((section) => section.code === code)
        .flatMap(({ paragraphs }) => paragraphs)
        .map((paragraph) => [...new Set(paragraph.sentences.flatMap(({ findings }) => findings.map(({ id }) => id)))]);
    const { headline, improvement, main, police } = told.findings;
    expect(told_('HEADLINE_FINDINGS')).toEqual([[headline]]);
    expect(told_('WHAT_NEEDS_TO_IMPROVE')).toEqual([[improvement]]);
    expect(told_('MAIN_FINDINGS')).toEqual([[main], [police]]);
    const all = sentences(await told.read());
    expect(all.filter(({ origin }) => origin !== 'LAYOUT').every(({ findings }) => findings.length === 1)).toBe(true);
    expect(all.filter(({ withoutFinding }) => withoutFinding)).toEqual([]);
    expect(all.filter(({ origin }) => origin === 'FINDING')).toHaveLength(5);
    expect(all.find(({ origin }) => origin === 'VOICE')?.text).toMatch(/children wait too long/);
  });

  it('is seen by the whole team, and by nobody else', async () => {
    const { inspection } = told;
    for (const member of [told.who('CQC', 'ANALYST'), told.who('HMICFRS', 'QUALITY_ASSURER')])
      expect(sentences(await seenNarrative(member, told.id)).length).toBeGreaterThan(5);
    for (const stranger of [
      told.who('OFSTED', 'OBSERVER'),
      told.who('OFSTED', 'SIGNATORY'),
      inspection.planner,
      inspection.agency('POLICE_FORCE').coordinator.client,
    ])
      expect(await seenNarrative(stranger, told.id)).toBeNull();
  });

  it('asks for confirmation of an edit that changes what is claimed, and keeps the earlier words', async () => {
    const before = await told.sentence('Leaders know');
    const edit = { sentenceId: before.id, version: before.version };
    const asked = await told.lead.send('editSentence', {
      ...edit,
      text: 'Most managers of the council rarely listen.',
    });
    expect(asked.problems.map(({ at, code }) => [at, code])).toEqual([
      ['confirmed', 'CONFIRM_PROVENANCE'],
      ['confirmed', 'CONFIRM_PROVENANCE'],
      ['confirmed', 'CONFIRM_PROVENANCE'],
    ]);
    expect(await told.sentence('Leaders know')).toEqual(before);
    await told.lead.do('editSentence', { ...edit, text: 'Leaders know their local services well.' });
    const small = await told.sentence('Leaders know');
    expect(small).toMatchObject({ origin: 'EDITED', confirmedBy: null, findings: before.findings });
    // Many small edits are measured against what the findings were known to say.
    const next = { sentenceId: small.id, version: small.version };
    const large = 'Senior leaders mostly grasp how their local services do.';
    expect((await told.lead.send('editSentence', { ...next, text: large })).problems.length).toBeGreaterThan(0);
    await told.lead.do('editSentence', { ...next, text: large, confirmed: true });
    const confirmed = await told.sentence('Senior leaders');
    expect(confirmed.confirmedBy).not.toBeNull();
    expect(confirmed.findings).toEqual(before.findings);
    const { narrativeHistory } = await told.lead.read<{
      narrativeHistory: { nodes: { sentenceId: string; text: string; change: string }[] };
    }>('query ($id: ID!) { narrativeHistory(inspectionId: $id) { nodes { sentenceId text change } } }', {
      id: told.id,
    });
    expect(
      narrativeHistory.nodes
        .filter(({ sentenceId }) => sentenceId === before.id)
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['Leaders know their local services well.', 'Leaders know their services well.']);
  });

  it('keeps edits and additions over a new compile, and says what it could not keep', async () => {
    const own = await (await aNarrative()).compiled();
    const edited = await own.sentence('Officers share');
    const text = 'Officers share concerns on the very day on which they arise.';
    await own.lead.do('editSentence', { sentenceId: edited.id, version: edited.version, text });
    const { sections } = await own.read();
    const paragraph = sections.find(({ code }) => code === 'HEADLINE_FINDINGS')?.paragraphs[0];
    const added = { paragraphId: paragraph?.id, afterSentenceId: paragraph?.sentences[0]?.id };
    await own.lead.do('addSentence', { ...added, text: 'This is known.', findingIds: [own.findings.headline] });
    expect(await own.compile()).toMatchObject({ dropped: [], leftOut: [] });
    const again = await own.read();
    expect(again.sections.find(({ code }) => code === 'HEADLINE_FINDINGS')?.paragraphs[0]?.text).toMatch(
      /^Leaders know their services well\. This is known\. They act on/,
    );
    expect((await own.sentence('Officers share')).text).toBe(text);
    await own.who('HMICFRS', 'INSPECTORATE_LEAD').do('withdrawFinding', {
      findingId: own.findings.police,
      reason: 'The source was mistaken',
    });
    expect((await own.compile()).dropped).toEqual([{ text, reason: 'SOURCE_GONE' }]);
    expect(sentences(await own.read()).some((sentence) => sentence.text === text)).toBe(false);
  });

  it('prints a heading that the framework allows, and refuses any other', async () => {
    const own = await (await aNarrative()).compiled();
    const choose = async (heading: string) => {
      const { version } = await own.read();
      const headings = [{ section: 'WHAT_NEEDS_TO_IMPROVE', heading }];
      const input = { inspectionId: own.id, version, headings, none: ['AREA_FOR_PRIORITY_ACTION'] };
      return (await own.lead.send('setLetterChoices', input)).problems.map(({ at, code }) => [at, code]);
    };
    const heading = async () =>
      (await own.read()).sections.find(({ code }) => code === 'WHAT_NEEDS_TO_IMPROVE')?.heading;
    expect(await choose('Room for growth')).toEqual([['headings.0', 'HEADING_NOT_ALLOWED']]);
    expect(await heading()).toBe('What needs to improve?');
    expect(await choose('What needs to improve')).toEqual([]);
    expect(await heading()).toBe('What needs to improve');
    await own.compile();
    expect(await heading()).toBe('What needs to improve');
  });

  it('loses no edit of several made at once: each is in the text or in the history', async () => {
    const own = await (await aNarrative()).compiled();
    const [one, other] = [await own.sentence('Social workers visit'), await own.sentence('Officers share')];
    const edit = (sentence: typeof one, by: typeof own.lead, end: string) =>
      by.send('editSentence', {
        sentenceId: sentence.id,
        version: sentence.version,
        text: sentence.text.replace('.', ` ${end}.`),
      });
    const lead = own.lead;
    const colleague = own.who('CQC', 'INSPECTORATE_LEAD');
    const answers = await Promise.all([
      edit(one, lead, 'here'),
      edit(one, colleague, 'there'),
      edit(other, lead, 'here'),
      edit(other, colleague, 'there'),
    ]);
    expect(answers.map(({ code }) => code).sort()).toEqual(['CONFLICT', 'CONFLICT', null, null]);
    const texts = sentences(await own.read()).map(({ text }) => text);
    answers.forEach(({ code }, at) => {
      const text = (at < 2 ? one : other).text.replace('.', at % 2 === 0 ? ' here.' : ' there.');
      expect(texts.includes(text)).toBe(code === null);
    });
  });

  it('leaves out what the lead took out, and says so', async () => {
    const own = await (await aNarrative()).compiled();
    const sentence = await own.sentence('They act on');
    await own.lead.do('removeSentence', { sentenceId: sentence.id, version: sentence.version });
    expect((await own.compile()).leftOut).toEqual([sentence.text]);
    expect(sentences(await own.read()).map(({ id }) => id)).not.toContain(sentence.id);
  });

  it('hides, paragraph by paragraph, what rests on a conflict of interest', async () => {
    const own = await (await aNarrative()).compiled();
    const inspector = own.who('CQC', 'INSPECTOR');
    const agencyId = own.inspection.agency('POLICE_FORCE').id;
    await inspector.do('declareConflict', { agencyId, reason: 'Worked there until last year' });
    const seen = sentences(await own.read(inspector)).map(({ text }) => text);
    expect(seen).toContain('Social workers visit children at home and write down what they say.');
    expect(seen).not.toContain('Officers share concerns on the day on which they arise.');
    const hidden = await own.sentence('Officers share');
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    expect(await inspector.read(node, { id: hidden.id })).toEqual({ node: null });
    await own.who('CQC', 'INSPECTORATE_LEAD').do('declareConflict', { agencyId, reason: 'Worked there too' });
    const compile = await own.who('CQC', 'INSPECTORATE_LEAD').send('compileNarrative', { inspectionId: own.id });
    expect(compile.problems.map(({ code }) => code)).toEqual(['CONFLICT_OF_INTEREST']);
  });

  it('hides with a paragraph what its sentences said before, too', async () => {
    const own = await (await aNarrative()).compiled();
    const inspector = own.who('CQC', 'INSPECTOR');
    const agencyId = own.inspection.agency('POLICE_FORCE').id;
    await inspector.do('declareConflict', { agencyId, reason: 'Worked there until last year' });
    const beside = await own.sentence('Officers share');
    const paragraph = (await own.read()).sections
      .flatMap(({ paragraphs }) => paragraphs)
      .find(({ sentences: all }) => all.some(({ id }) => id === beside.id));
    const added = { paragraphId: paragraph?.id, afterSentenceId: beside.id, findingIds: [own.findings.headline] };
    await own.lead.do('addSentence', { ...added, text: 'This is known.' });
    const first = await own.sentence('This is known');
    await own.lead.do('editSentence', { sentenceId: first.id, version: first.version, text: 'This is well known.' });
    const earlier = async (client: typeof inspector): Promise<string[]> => {
      const query = 'query ($id: ID!) { narrativeHistory(inspectionId: $id) { nodes { text } } }';
      const read = await client.read<{ narrativeHistory: { nodes: { text: string }[] } }>(query, { id: own.id });
      return read.narrativeHistory.nodes.map(({ text }) => text);
    };
    expect(await earlier(own.lead)).toContain('This is known.');
    expect(await earlier(inspector)).not.toContain('This is known.');
  });

  it('is written by the leads alone, at the version that they read, after the reveal', async () => {
    const sentence = await told.sentence('Social workers visit');
    const edit = { sentenceId: sentence.id, version: sentence.version, text: 'Social workers visit children at home.' };
    expect((await told.who('CQC', 'INSPECTOR').send('editSentence', edit)).code).toBe('NOT_PERMITTED');
    expect((await told.who('CQC', 'INSPECTOR').send('compileNarrative', { inspectionId: told.id })).code).toBe(
      'NOT_PERMITTED',
    );
    expect((await told.who('CQC', 'SIGNATORY').send('editSentence', edit)).code).toBe('NOT_FOUND');
    expect((await told.lead.send('editSentence', { ...edit, version: 7 })).code).toBe('CONFLICT');
    expect((await told.lead.send('removeSentence', { sentenceId: sentence.id, version: 7 })).code).toBe('CONFLICT');
    expect(
      (await told.lead.send('editSentence', { ...edit, text: 'The service is inadequate.', confirmed: true })).problems,
    ).toEqual([expect.objectContaining({ at: 'text', code: 'GRADE_WORD' })]);
    expect(await told.sentence('Social workers visit')).toEqual(sentence);
  });

  it('is not frozen while a sentence cites no finding, a section is undecided or the findings have moved on', async () => {
    const own = await aNarrative();
    await own.compile();
    const open = async () => {
      const { version } = await own.read();
      return (await own.lead.send('openAccuracyWindow', { inspectionId: own.id, version })).problems.map(
        ({ code }) => code,
      );
    };
    expect(await open()).toEqual(['SECTION_EMPTY']);
    await own.compiled();
    const { sections } = await own.read();
    const paragraphId = sections.find(({ code }) => code === 'MAIN_FINDINGS')?.paragraphs[0]?.id;
    await own.lead.do('addSentence', { paragraphId, text: 'Nobody found this.', findingIds: [] });
    expect(await open()).toEqual(['SENTENCE_WITHOUT_FINDING']);
    const stray = await own.sentence('Nobody found');
    expect(stray.withoutFinding).toBe(true);
    await own.lead.do('removeSentence', { sentenceId: stray.id, version: stray.version });
    const main = await own.sentence('Social workers visit');
    await own.lead.do('removeSentence', { sentenceId: main.id, version: main.version });
    expect(await open()).toEqual(['FINDING_NOT_TOLD']);
    const inspectorateLead = own.who('OFSTED', 'INSPECTORATE_LEAD');
    await inspectorateLead.do('withdrawFinding', {
      findingId: own.findings.main,
      reason: 'Not well founded',
    });
    await inspectorateLead.do('withdrawFinding', {
      findingId: own.findings.headline,
      reason: 'Nor is this',
    });
    expect(await open()).toEqual(expect.arrayContaining(['COMPILE_AGAIN', 'SECTION_EMPTY']));
    expect(await stageOf(own.lead, own.id)).toMatchObject({ stage: 'DRAFTING' });
  });
});
