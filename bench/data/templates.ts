/** How words of the vocabulary are put together: a name in braces is one of its lists. */
export const TITLES = [
  '{thing} for {child}: {quality}',
  'Response to {theme}',
  '{thing} and {theme}',
  '{who} on {theme}',
  'Work with {carer} on {theme}',
  'How {who} {act}',
  '{thing} {when}',
  'Dip sample of {number} files: {thing}',
] as const;

export const SENTENCES = [
  '{source} {who} {act} {when}.',
  '{source} {thing} was {quality}, and as a result {effect}.',
  '{who} {act}, though {thing} was {quality}.',
  'Where there was {theme}, {who} {act} {when}.',
  'Of {number} files read, {number} showed that {thing} was {quality}.',
  '{thing} did not take account of {theme} until {who} {act}.',
  '{child} told us that {who} {act} {when}.',
  'After {who} {act}, {effect}.',
  'Because {thing} was {quality}, {effect}.',
  '{carer} said that {who} {act}, but {source} {thing} was {quality}.',
  'Partners described {thing} as {quality}; {who} {act} {when}.',
  'There were {number} contacts about {theme} before {who} {act}.',
  '{who} and {who} {act} together, and {effect}.',
] as const;

export const PURPOSES = [
  'To corroborate what was seen elsewhere',
  'For the joint evaluation of the tracked case',
  'To compare with police records',
  'For triangulation before the keep-in-touch meeting',
  'To test the health chronology',
  'For the multi-agency case evaluation',
] as const;
