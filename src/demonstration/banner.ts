import { USERS } from './users.js';

/** What `npm start` says at the end: where everything is and, in the demonstration, who can sign in and how. */
export function banner(url: string, withUsers: boolean): string {
  return [...addresses(url), ...(withUsers ? users(url) : [])].join('\n');
}

const addresses = (url: string): string[] => [
  '',
  'The platform is running; Ctrl-C stops it.',
  '',
  `  web root   ${url}/`,
  `  GraphQL    ${url}/graphql`,
  `  alive      ${url}/health/live`,
  `  ready      ${url}/health/ready`,
  '',
];

function users(url: string): string[] {
  return [
    'This is a demonstration: every inspection, agency, child and word in it is invented; only the areas and',
    'the inspectorates exist. To sign in, take an organisation and a subject from the list. This prints a token:',
    '',
    `  curl -s ${url}/sign-in/local -H 'content-type: application/json' \\`,
    `    -d '{"organisation":"OFSTED","subject":"lead"}' | sed 's/.*"token":"\\([^"]*\\)".*/\\1/'`,
    '',
    'and this asks with it; it is accepted for eight hours:',
    '',
    `  curl -s ${url}/graphql -H 'content-type: application/json' -H 'authorization: Bearer TOKEN' \\`,
    `    -d '{"query":"{ me { name } inspections { nodes { id title stage } } }"}'`,
    '',
    '  subject            sees and does',
    ...grouped().flatMap(({ subject, sees, organisations }) => [
      `  ${subject.padEnd(17)}  ${sees}`,
      ...wrapped(organisations).map((line) => `  ${''.padEnd(17)}    of ${line}`),
    ]),
    '',
  ];
}

/** One entry for what users of several organisations have in common. */
function grouped(): { subject: string; sees: string; organisations: string[] }[] {
  const groups = new Map<string, { subject: string; sees: string; organisations: string[] }>();
  for (const { organisation, subject, sees } of USERS) {
    const key = `${subject} ${sees}`;
    const group = groups.get(key) ?? { subject, sees, organisations: [] };
    group.organisations.push(organisation);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const ON_A_LINE = 4;

function wrapped(organisations: readonly string[]): string[] {
  return Array.from({ length: Math.ceil(organisations.length / ON_A_LINE) }, (_, line) =>
    organisations.slice(line * ON_A_LINE, (line + 1) * ON_A_LINE).join(', '),
  );
}
