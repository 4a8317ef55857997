/** Under which an inspectorate's module provides it: `inspectorate:OFSTED`. */
export const inspectorateToken = (code: string): string => `inspectorate:${code}`;
