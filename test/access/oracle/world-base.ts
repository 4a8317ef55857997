/** The smallest words of a world. */
export type Id = string;
/** Milliseconds since 1970. */
export type Instant = number;

export const inspectorates = ['OFSTED', 'CQC', 'HMICFRS', 'HMI_PROBATION', 'HMCPSI', 'HMI_PRISONS'] as const;
export type Inspectorate = (typeof inspectorates)[number];
