/** ONS codes of real areas, because an inspection is of one. Everything else about them here is invented. */
export const AREAS = { current: 'E06000017', published: 'E06000053' } as const;

export interface DemonstrationAgency {
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly areas: readonly string[];
}

/** The agencies inspected. One force, one health commissioner and one probation region span both areas. */
export const AGENCIES: readonly DemonstrationAgency[] = [
  {
    code: 'HARBOUR_COUNCIL',
    kind: 'LOCAL_AUTHORITY',
    name: 'Harbour County Council (invented)',
    areas: [AREAS.current],
  },
  {
    code: 'COASTAL_POLICE',
    kind: 'POLICE_FORCE',
    name: 'Coastal Constabulary (invented)',
    areas: [AREAS.current, AREAS.published],
  },
  {
    code: 'COASTAL_HEALTH',
    kind: 'HEALTH_COMMISSIONER',
    name: 'Coastal Integrated Care Board (invented)',
    areas: [AREAS.current, AREAS.published],
  },
  {
    code: 'HARBOUR_HOSPITAL',
    kind: 'NHS_PROVIDER',
    name: 'Harbour Hospitals NHS Trust (invented)',
    areas: [AREAS.current],
  },
  {
    code: 'COASTAL_PROBATION',
    kind: 'PROBATION_REGION',
    name: 'Coastal Probation Region (invented)',
    areas: [AREAS.current, AREAS.published],
  },
  {
    code: 'HARBOUR_YOUTH_JUSTICE',
    kind: 'YOUTH_JUSTICE_SERVICE',
    name: 'Harbour Youth Justice Service (invented)',
    areas: [AREAS.current],
  },
  {
    code: 'ISLAND_COUNCIL',
    kind: 'LOCAL_AUTHORITY',
    name: 'Island Council (invented)',
    areas: [AREAS.published],
  },
];
