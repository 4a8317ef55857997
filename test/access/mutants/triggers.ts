import type { Catalogue, Trigger } from './catalogue.js';
import { conjunctsDropped, negated } from './conditions.js';
import type { Mutant } from './mutant.js';
import { speakingOf } from './near.js';
import { masked, places, replaced, textOf } from './text.js';

/** Triggers that are not there, or look the other way, or past something that should wake them. */
export function* triggerMutants({ triggers }: Catalogue): Generator<Mutant> {
  for (const trigger of triggers) {
    const drop = `DROP TRIGGER ${trigger.name} ON app.${trigger.table}`;
    const of = (how: string, sql: string): Mutant => ({
      kind: 'trigger',
      of: trigger.name,
      how,
      change: {
        in: 'catalogue',
        sql,
        tables: [trigger.table],
        near: speakingOf([trigger.table]),
        effect: { at: trigger.before ? 'guard' : 'write' },
      },
    });
    yield of('not there', drop);
    for (const { text, how } of [...withCondition(trigger), ...withoutEvents(trigger)])
      yield of(how, `${drop}; ${text}`);
  }
}

function* withCondition({ definition }: Trigger): Generator<{ readonly text: string; readonly how: string }> {
  if (!/ WHEN \(/.test(definition)) return;
  for (const rewriting of [...negated(definition), ...conjunctsDropped(definition)])
    if (rewriting.text.startsWith(definition.slice(0, definition.indexOf(' WHEN (')))) yield wrapped(rewriting);
}

/** The condition of a trigger stands in brackets. */
const wrapped = ({ text, how }: { readonly text: string; readonly how: string }): { text: string; how: string } => ({
  text: text.replace(/ WHEN (?!\()(.*) EXECUTE FUNCTION/, ' WHEN ($1) EXECUTE FUNCTION'),
  how: `when ${how}`,
});

/** Of several events, and of several columns, each left out. */
function* withoutEvents({ definition }: Trigger): Generator<{ readonly text: string; readonly how: string }> {
  const mask = masked(definition);
  for (const insert of places(mask, /\bINSERT OR /))
    yield { text: replaced(definition, insert, ''), how: 'not at an insert' };
  for (const { from, to, groups } of places(mask, /\bUPDATE OF (\w+(?:, \w+)+)/)) {
    const columns = (groups[0] ?? '').split(', ');
    for (const column of columns) {
      const rest = columns.filter((one) => one !== column).join(', ');
      const whole = textOf(definition, { from, to });
      yield {
        text: replaced(definition, { from, to }, whole.replace(/ OF .*/, ` OF ${rest}`)),
        how: `not when ${column} changes`,
      };
    }
  }
}
