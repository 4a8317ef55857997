import type { ReferenceData } from './database/reference-data.js';
import { inspectorates } from './inspectorates/index.js';
import { areas } from './areas/areas.js';
import type { Config } from './platform/config.js';
import { localIssuer } from './sign-in/local-issuer.js';

/** The local issuer's administrator of each inspectorate, in the demonstration and in tests. */
export const LOCAL_ADMINISTRATOR = { subject: 'administrator', name: 'Local administrator' };

/** What the platform's own files and its configuration say that the database must hold. */
export function referenceData(config: Config): ReferenceData {
  const local =
    config.mode === 'production'
      ? []
      : inspectorates.map(({ code }) => ({
          issuer: localIssuer(code),
          organisation: code,
          administrators: [LOCAL_ADMINISTRATOR],
        }));
  return {
    areas: areas.map(({ code, name, region, type, end }) => ({
      code,
      name,
      region,
      type,
      replacedBy: end?.replacedBy ?? [],
    })),
    inspectorates: inspectorates.map(({ code, name }) => ({ code, name })),
    providers: [...config.issuers, ...local],
  };
}
