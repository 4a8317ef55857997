import { Inject } from '@nestjs/common';
import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ForAnyone, ForSignedIn } from '../access/access.decorators.js';
import type { RequestContext } from '../access/request-context.js';
import { Reader } from '../api/reader.js';
import { Request } from '../api/request.decorator.js';
import { LocalDate } from '../api/scalars.js';
import type { Stored } from '../database/unit-of-work.js';
import { localDate } from '../frameworks/calendar/local-date.js';
import { londonDay } from '../frameworks/calendar/london-time.js';
import { areasOn } from '../areas/areas.js';
import {
  AgencyPayload,
  InviteUserInput,
  PersonPayload,
  PostInput,
  RegisterAgencyInput,
  ReplaceAgencyInput,
  UserInput,
} from './organisation.inputs.js';
import { Agency, AgencyKindEnum, Area, Person } from './organisation.object.js';
import { OrganisationsService } from './organisations.service.js';

const ADMINISTRATOR = 'an administrator of the organisation';
const PLANNER = 'a planner of an inspectorate';

@Resolver(() => Agency)
export class OrganisationsResolver {
  constructor(
    @Inject(Reader) private readonly reader: Reader,
    @Inject(OrganisationsService) private readonly organisations: OrganisationsService,
  ) {}

  @Query(() => [Agency], { description: 'Partner agencies, by name.' })
  @ForAnyone('anybody: organisations are public')
  async agencies(
    @Args('areaCode', {
      type: () => String,
      nullable: true,
      description: 'Only those that cover this area (ONS code).',
    })
    areaCode: string | undefined,
    @Args('kind', { type: () => AgencyKindEnum, nullable: true, description: 'Only those of this kind.' })
    kind: string | undefined,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.objects(
      request,
      info,
      'Agency',
      (row) =>
        [
          `${row.self}.kind <> 'INSPECTORATE'`,
          ...(kind == null ? [] : [`${row.self}.kind = ${row.param(kind)}`]),
          ...(areaCode == null
            ? []
            : [
                `EXISTS (SELECT FROM app.organisation_area oa WHERE oa.organisation_id = ${row.self}.id AND oa.area_code = ${row.param(areaCode)})`,
              ]),
        ].join(' AND '),
      (row) => `${row.self}.name, ${row.self}.id`,
    );
  }

  @Query(() => [Area], { description: 'The areas of England that are inspected, by code.' })
  @ForSignedIn('every user: areas are public')
  areas(
    @Args('on', {
      type: () => LocalDate,
      nullable: true,
      description: 'As they are on this day; today where left out.',
    })
    on: string | undefined,
    @Args('region', { type: () => String, nullable: true, description: 'Only those of this region, e.g. "London".' })
    region: string | undefined,
    @Request() request: RequestContext,
  ): Area[] {
    const day = on == null ? londonDay(request.actor.now) : localDate(on);
    return areasOn(day)
      .filter((area) => region == null || area.region === region)
      .map(({ code, name, region, type, end }) => ({
        code,
        name,
        region,
        type,
        replacedBy: [...(end?.replacedBy ?? [])],
      }));
  }

  @Query(() => [Person], { description: 'The users of your own organisation, by name.' })
  @ForSignedIn('the users of an organisation, for its own users')
  async people(@Request() request: RequestContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return this.reader.objects(
      request,
      info,
      'Person',
      (row) => `${row.self}.organisation_id = auth.organisation_id()`,
      (row) => `${row.self}.name, ${row.self}.id`,
    );
  }

  @Query(() => Person, { nullable: true, description: 'Yourself; null for the public.' })
  @ForAnyone('anybody, of himself')
  async me(@Request() request: RequestContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return request.actor.userId === null
      ? null
      : this.reader.object(request, info, 'Person', `Person.${request.actor.userId}`);
  }

  @Mutation(() => AgencyPayload, { description: 'Registers a partner agency.' })
  @ForSignedIn(PLANNER)
  async registerAgency(
    @Args('input', { description: 'The agency.' }) input: RegisterAgencyInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.agency(request, info, await this.organisations.registerAgency(request.actor, input));
  }

  @Mutation(() => AgencyPayload, { description: 'Records that a body was replaced by another.' })
  @ForSignedIn(PLANNER)
  async replaceAgency(
    @Args('input', { description: 'Both bodies.' }) input: ReplaceAgencyInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.agency(request, info, await this.organisations.replaceAgency(request.actor, input));
  }

  @Mutation(() => PersonPayload, { description: 'Invites a user into your own organisation.' })
  @ForSignedIn(ADMINISTRATOR)
  async inviteUser(
    @Args('input', { description: 'The user.' }) input: InviteUserInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.person(request, info, await this.organisations.inviteUser(request.actor, input));
  }

  @Mutation(() => PersonPayload, { description: 'Gives a user a role in your organisation.' })
  @ForSignedIn(ADMINISTRATOR)
  async grantPost(
    @Args('input', { description: 'The user and the role.' }) input: PostInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.person(request, info, await this.organisations.grantPost(request.actor, input));
  }

  @Mutation(() => PersonPayload, { description: "Ends a user's role in your organisation." })
  @ForSignedIn(ADMINISTRATOR)
  async endPost(
    @Args('input', { description: 'The user and the role.' }) input: PostInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.person(request, info, await this.organisations.endPost(request.actor, input));
  }

  @Mutation(() => PersonPayload, { description: 'Suspends a user: he sees nothing from the next request on.' })
  @ForSignedIn(ADMINISTRATOR)
  async suspendUser(
    @Args('input', { description: 'The user.' }) input: UserInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.person(request, info, await this.organisations.suspendUser(request.actor, input));
  }

  @Mutation(() => PersonPayload, { description: 'Ends a suspension.' })
  @ForSignedIn(ADMINISTRATOR)
  async restoreUser(
    @Args('input', { description: 'The user.' }) input: UserInput,
    @Request() request: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.person(request, info, await this.organisations.restoreUser(request.actor, input));
  }

  private agency(
    request: RequestContext,
    info: GraphQLResolveInfo,
    stored: Stored<{ agencyId: string }>,
  ): Promise<unknown> {
    return this.reader.payload(request, info, stored, { agency: stored.agencyId });
  }

  private person(
    request: RequestContext,
    info: GraphQLResolveInfo,
    stored: Stored<{ personId: string }>,
  ): Promise<unknown> {
    return this.reader.payload(request, info, stored, { person: stored.personId });
  }
}
