import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'parse5';
import supertest from 'supertest';
import { url } from '../support/client.js';
import { aNarrative, type Narrated } from '../support/narrative.js';

const front = (now: string) => supertest(url()).get('/').set('x-app-now', now);

describe('the page at the root of the web', () => {
  let told: Narrated;
  let path: string;

  beforeAll(async () => {
    told = await (await (await aNarrative()).compiled()).signed();
  });

  it('is a page that needs nothing else, with a language, a title and one main heading', async () => {
    const answer = await front('2024-03-04T09:00:00Z').expect(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    const errors: string[] = [];
    parse(answer.text, { onParseError: ({ code }) => errors.push(code) });
    expect(errors).toEqual([]);
    expect(answer.text).toMatch(/<html lang="en-GB">/);
    expect(answer.text).toMatch(/<title>Joint inspections of services for children<\/title>/);
    expect(answer.text.match(/<h1>/g)).toHaveLength(1);
    expect(answer.text).not.toMatch(/<script|javascript:|<img|<link/i);
  });

  it('links a letter once it is published, and not before', async () => {
    const title = 'Joint targeted area inspection';
    const before = (await front('2024-03-04T09:00:00Z')).text;
    await told.lead.do('recordReceipt', { inspectionId: told.id });
    const copied = (await front('2024-03-04T09:00:00Z')).text;
    const { letter } = await told.lead.do<{ letter: { path: string; title: string } }>(
      'publishLetter',
      { inspectionId: told.id },
      'letter { path title }',
    );
    path = letter.path;
    expect(letter.title).toContain(title);
    expect(before).not.toContain(path);
    expect(copied).not.toContain(path);
    const after = (await front('2024-05-01T09:00:00Z')).text;
    expect(after).toContain(`href="${path}"`);
    await supertest(url()).get(path).set('x-app-now', '2024-05-01T09:00:00Z').expect(200);
  });

  it('is the same for whoever asks', async () => {
    const token = told.lead.token ?? '';
    const now = '2024-05-01T09:00:00Z';
    const asLead = await front(now).set('authorization', `Bearer ${token}`);
    expect(asLead.text).toBe((await front(now)).text);
  });
});
