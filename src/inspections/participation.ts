import { participantsFor, type Framework } from '../frameworks/framework.js';
import type { Problem } from '../inspectorates/inspectorate.js';

/** Whether the framework lets these inspectorates inspect, and whether it has all that it needs. */
export function participationProblems(
  framework: Framework,
  theme: string | null,
  leading: string,
  invited: readonly string[],
  exists: (code: string) => boolean,
): Problem[] {
  const known = framework.themes.map(({ code }) => code);
  if (theme === null && known.length > 0)
    return [{ at: 'theme', code: 'MISSING', message: `Choose a theme: ${known.join(', ')}.` }];
  if (theme !== null && !known.includes(theme))
    return [
      {
        at: 'theme',
        code: 'UNKNOWN_CODE',
        message:
          known.length > 0 ? `Choose a theme: ${known.join(', ')}.` : 'Leave the theme out: this framework has none.',
      },
    ];
  const { lead, required, optional } = participantsFor(framework, theme);
  const problems: Problem[] = [];
  if (leading !== lead)
    problems.push({ at: 'framework', code: 'NOT_YOURS_TO_LEAD', message: `This framework is led by ${lead}.` });
  for (const code of required)
    if (code !== leading && !invited.includes(code))
      problems.push({ at: 'inspectorates', code: 'MISSING', message: `Invite ${code}: the framework needs it here.` });
  invited.forEach((code, index) => {
    if (!exists(code) || ![...required, ...optional].includes(code))
      problems.push({
        at: `inspectorates.${index}`,
        code: 'TAKES_NO_PART',
        message: 'This inspectorate takes no part under this framework: leave it out.',
      });
  });
  return problems;
}
