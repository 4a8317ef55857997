import { DECLARED, type Declared } from '../access/access.decorators.js';
import { AppModule } from '../app.module.js';

type Class = abstract new (...args: never[]) => unknown;

export interface Door {
  /** "query", "mutation" or an HTTP method. */
  readonly kind: string;
  readonly name: string;
  /** Undefined where the handler declares no access: nobody may call it. */
  readonly declared: Declared | undefined;
}

const metadata = (key: string, target: object): unknown => Reflect.getMetadata(key, target) as unknown;
const classes = (key: string, module: Class): Class[] =>
  ((metadata(key, module) ?? []) as unknown[]).filter((each): each is Class => typeof each === 'function');

/** Every module that the application imports, at any depth, by class. */
function modules(): Class[] {
  const found = new Set<Class>();
  const visit = (each: unknown): void => {
    const module = typeof each === 'function' ? each : (each as { module?: unknown } | null)?.module;
    if (typeof module !== 'function' || found.has(module as Class)) return;
    found.add(module as Class);
    const imports = [...((metadata('imports', module) ?? []) as unknown[]), ...((each as { imports?: unknown[] }).imports ?? [])];
    imports.forEach(visit);
  };
  AppModule.subjects.forEach(visit);
  return [...found];
}

export const resolvers = (): Class[] =>
  modules()
    .flatMap((module) => classes('providers', module))
    .filter((provider) => metadata('graphql:resolver_type', provider) !== undefined || handlers(provider).some(isRootField));

export const controllers = (): Class[] => [...modules().flatMap((module) => classes('controllers', module)), ...AppModule.ownControllers];

function handlers(type: Class): object[] {
  return Object.entries(Object.getOwnPropertyDescriptors(type.prototype as object))
    .filter(([name]) => name !== 'constructor')
    .map(([, { value }]) => value as unknown)
    .filter((each): each is object => typeof each === 'function');
}

const isRootField = (handler: object): boolean => ['Query', 'Mutation', 'Subscription'].includes(String(metadata('graphql:resolver_type', handler)));
const HTTP = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'ALL', 'OPTIONS', 'HEAD'];

const nameOf = (handler: object): string => {
  const given = metadata('graphql:resolver_name', handler);
  if (typeof given === 'string') return given;
  return typeof handler === 'function' ? handler.name : '';
};

/** Every way in: the root fields of the API and the routes. */
export function doors(): Door[] {
  const fields = resolvers().flatMap((resolver) =>
    handlers(resolver)
      .filter(isRootField)
      .map((handler) => ({
        kind: String(metadata('graphql:resolver_type', handler)).toLowerCase(),
        name: nameOf(handler),
        declared: metadata(DECLARED, handler) as Declared | undefined,
      })),
  );
  const routes = controllers().flatMap((controller) =>
    handlers(controller)
      .filter((handler) => metadata('path', handler) !== undefined)
      .map((handler) => ({
        kind: HTTP[Number(metadata('method', handler) ?? 0)] ?? 'GET',
        name: `/${[metadata('path', controller), metadata('path', handler)].map(String).join('/').replace(/\/+/g, '/').replace(/^\/|\/$/g, '')}`,
        declared: metadata(DECLARED, handler) as Declared | undefined,
      })),
  );
  return [...fields, ...routes].sort((a, b) => (a.kind + a.name < b.kind + b.name ? -1 : 1));
}
