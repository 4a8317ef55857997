import type { Running } from '../contenders/contender.js';
import type { LoadRequest } from '../load/protocol.js';
import type { Asker } from '../scale/askers.js';
import type { SignIn } from '../sign-in.js';
import { comparable, difference } from './agreement.js';
import type { Answer, Job } from './jobs.js';

/** What each contender is sent for a job, once all have given the same answers to all askers. */
export async function agreed(
  job: Job,
  contenders: readonly Running[],
  askers: readonly Asker[],
  signIn: SignIn,
): Promise<Map<Running, LoadRequest[]>> {
  const requests = new Map<Running, LoadRequest[]>(contenders.map((running) => [running, []]));
  for (const asker of askers) {
    const token = await signIn.token(asker.issuer, asker.subject);
    let first: { by: string; said: unknown } | null = null;
    for (const running of contenders) {
      const { contender, url } = running;
      const body = contender.body(job, asker);
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const text = await (await fetch(url + contender.path, { method: 'POST', headers, body })).text();
      const data = dataOf(text);
      if (data === null) throw new Error(`${job.name}: ${contender.name} answers ${text.slice(0, 500)}`);
      if (!job.isFull(data))
        throw new Error(`${job.name}: the answer of ${contender.name} holds too little to be measured`);
      const said = comparable(data);
      first ??= { by: contender.name, said };
      const found = difference(first.said, said);
      if (found !== null)
        throw new Error(`${job.name}: ${first.by} and ${contender.name} answer differently at ${found}`);
      requests.get(running)?.push({ path: contender.path, headers, body, right: { bytes: Buffer.byteLength(text) } });
    }
  }
  return requests;
}

/** Null where it is no answer, or one with errors. */
function dataOf(text: string): Answer | null {
  try {
    const { data, errors } = JSON.parse(text) as { data?: Answer | null; errors?: unknown };
    return errors === undefined ? (data ?? null) : null;
  } catch {
    return null;
  }
}
