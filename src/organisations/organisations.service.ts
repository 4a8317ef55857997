import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { POSTS, type Post } from '../access/standing.js';
import type { WriteTransaction } from '../database/transaction.js';
import { databaseCode, UnitOfWork, type Act, type Stored } from '../database/unit-of-work.js';
import { notFound, notPermitted, PlatformError, ProblemsError, refuse } from '../platform/errors.js';
import { localId, localIdAt } from '../platform/global-id.js';
import { areaByCode } from '../areas/areas.js';
import { AppUserEntity, OrganisationRoleEntity } from './organisation.entity.js';
import type {
  InviteUserInput,
  PostInput,
  RegisterAgencyInput,
  ReplaceAgencyInput,
  UserInput,
} from './organisation.inputs.js';

const UNIQUE_VIOLATION = '23505';

/** Agencies, users and their roles in an organisation. None of these roles opens content (R13). */
@Injectable()
export class OrganisationsService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  async registerAgency(actor: Actor, input: RegisterAgencyInput): Promise<Stored<{ agencyId: string }>> {
    const strange = input.areaCodes.findIndex((code) => areaByCode(code) === undefined);
    if (strange >= 0)
      refuse(`areaCodes.${strange}`, 'UNKNOWN_CODE', 'Give the ONS code of an upper-tier authority of England.');
    return this.unique(
      'code',
      'An agency with this code, or a provider with this issuer, is registered already. Look it up, or give another.',
      () =>
        this.unitOfWork.write(actor, { operation: 'registerAgency', input }, async (tx) => {
          await this.hold(tx, 'PLANNER', 'a planner of an inspectorate');
          const agencyId = tx.newId();
          await tx.rows('SELECT auth.register_agency($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
            agencyId,
            input.code,
            input.kind,
            input.name,
            [...new Set(input.areaCodes)],
            input.issuer,
            tx.newId(),
            input.administratorSubject,
            input.administratorName,
          ]);
          tx.touch('Agency', agencyId, 'REGISTERED', null);
          return { agencyId };
        }),
    );
  }

  replaceAgency(actor: Actor, input: ReplaceAgencyInput): Promise<Stored<{ agencyId: string }>> {
    return this.unitOfWork.write(actor, { operation: 'replaceAgency', input }, async (tx) => {
      const agencyId = localId('Agency', input.agencyId);
      const successor = localIdAt('Agency', input.replacedById, 'replacedById');
      const known = await tx.rows<{ id: string }>(
        `SELECT id FROM app.organisation WHERE id = ANY ($1) AND kind <> 'INSPECTORATE'`,
        [[agencyId, successor]],
      );
      if (!known.some(({ id }) => id === agencyId)) throw notFound();
      await this.hold(tx, 'PLANNER', 'a planner of an inspectorate');
      // One after the other: two at once would each see no circle where both together make one.
      await tx.rows('SELECT pg_advisory_xact_lock(6)');
      if (!known.some(({ id }) => id === successor) || successor === agencyId)
        refuse('replacedById', 'UNKNOWN_ID', 'Give the id of another agency.');
      const becomes = await tx.row(
        `WITH RECURSIVE later AS (
           SELECT $2::uuid AS id UNION SELECT o.replaced_by FROM later JOIN app.organisation o ON o.id = later.id WHERE o.replaced_by IS NOT NULL
         ) SELECT 1 FROM later WHERE id = $1`,
        [agencyId, successor],
      );
      if (becomes !== null)
        refuse('replacedById', 'IN_A_CIRCLE', 'That body was itself replaced by this one: exchange them, or mend one.');
      await tx.rows('SELECT auth.replace_agency($1, $2)', [agencyId, successor]);
      tx.touch('Agency', agencyId, 'REPLACED', null);
      return { agencyId };
    });
  }

  async inviteUser(actor: Actor, input: InviteUserInput): Promise<Stored<{ personId: string }>> {
    return this.unique('subject', 'A user with this subject is here already. Look him up, or mend the subject.', () =>
      this.unitOfWork.write(actor, { operation: 'inviteUser', input }, async (tx) => {
        await this.hold(tx, 'ADMINISTRATOR', 'an administrator of the organisation');
        const own = await tx.row<{ issuer: string }>('SELECT issuer FROM app.app_user WHERE id = $1', [
          tx.actor.userId,
        ]);
        if (own === null) throw notFound();
        const personId = tx.newId();
        const { organisationId } = tx.actor;
        await tx.insert(AppUserEntity, {
          id: personId,
          issuer: own.issuer,
          subject: input.subject,
          organisationId,
          name: input.name,
          contact: input.contact ?? null,
          suspendedAt: null,
          version: 1,
        });
        for (const post of new Set(input.posts ?? [])) await this.insertPost(tx, personId, post);
        tx.touch('Person', personId, 'INVITED', null);
        return { personId };
      }),
    );
  }

  grantPost(actor: Actor, input: PostInput): Promise<Stored<{ personId: string }>> {
    return this.onOwnUser(actor, { operation: 'grantPost', input }, input, async (tx, personId) => {
      if (personId === tx.actor.userId) throw notPermitted('another administrator: nobody assigns himself');
      const held = await tx.row(
        'SELECT 1 FROM app.organisation_role WHERE user_id = $1 AND role = $2 AND ended_at IS NULL',
        [personId, input.post],
      );
      if (held === null) await this.insertPost(tx, personId, input.post);
      return 'POST_GRANTED';
    });
  }

  endPost(actor: Actor, input: PostInput): Promise<Stored<{ personId: string }>> {
    return this.onOwnUser(actor, { operation: 'endPost', input }, input, async (tx, personId) => {
      if (input.post === 'ADMINISTRATOR') await this.refuseLastAdministrator(tx, personId);
      await tx.rows(
        'UPDATE app.organisation_role SET ended_at = $3 WHERE user_id = $1 AND role = $2 AND ended_at IS NULL',
        [personId, input.post, tx.actor.now.toISOString()],
      );
      return 'POST_ENDED';
    });
  }

  suspendUser(actor: Actor, input: UserInput): Promise<Stored<{ personId: string }>> {
    return this.onOwnUser(actor, { operation: 'suspendUser', input }, input, async (tx, personId) => {
      await this.refuseLastAdministrator(tx, personId);
      await tx.update(AppUserEntity, { id: personId }, { suspendedAt: tx.actor.now });
      return 'SUSPENDED';
    });
  }

  restoreUser(actor: Actor, input: UserInput): Promise<Stored<{ personId: string }>> {
    return this.onOwnUser(actor, { operation: 'restoreUser', input }, input, async (tx, personId) => {
      await tx.update(AppUserEntity, { id: personId }, { suspendedAt: null });
      return 'RESTORED';
    });
  }

  private onOwnUser(
    actor: Actor,
    act: Act,
    input: UserInput,
    work: (tx: WriteTransaction, personId: string) => Promise<string>,
  ): Promise<Stored<{ personId: string }>> {
    return this.unitOfWork.write(actor, act, async (tx) => {
      const personId = localId('Person', input.userId);
      const person = await tx.row<{ organisation_id: string }>(
        'SELECT organisation_id FROM app.app_user WHERE id = $1',
        [personId],
      );
      if (person === null) throw notFound();
      await this.hold(tx, 'ADMINISTRATOR', 'an administrator of his organisation');
      await tx.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 5))', [personId]);
      if (person.organisation_id !== tx.actor.organisationId)
        throw notPermitted('an administrator of his organisation');
      tx.touch('Person', personId, await work(tx, personId), null);
      return { personId };
    });
  }

  /** Somebody has to be there who can appoint another. */
  private async refuseLastAdministrator(tx: WriteTransaction, personId: string): Promise<void> {
    const held = await tx.row<{ last: boolean }>(
      `SELECT EXISTS (SELECT FROM app.organisation_role WHERE user_id = $1 AND role = 'ADMINISTRATOR' AND ended_at IS NULL)
         AND NOT auth.has_other_administrator($1) AS last`,
      [personId],
    );
    if (held?.last === true)
      refuse('userId', 'LAST_ADMINISTRATOR', 'Make somebody else administrator first: your organisation needs one.');
  }

  private async insertPost(tx: WriteTransaction, userId: string, role: Post): Promise<void> {
    await tx.insert(OrganisationRoleEntity, {
      id: tx.newId(),
      userId,
      organisationId: tx.actor.organisationId,
      role,
      grantedBy: tx.actor.userId,
      endedAt: null,
    });
  }

  private async hold(tx: WriteTransaction, post: Post, who: string): Promise<void> {
    const held = await tx.row<{ posts: Post[] }>('SELECT auth.posts() AS posts');
    if (!POSTS.some((known) => known === post && held?.posts.includes(post) === true)) throw notPermitted(who);
  }

  /** A unique key that the actor's own input repeats is told as a problem with it. */
  private async unique<Result>(at: string, message: string, work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof PlatformError || databaseCode(error) !== UNIQUE_VIOLATION) throw error;
      throw new ProblemsError([{ at, code: 'TAKEN', message }]);
    }
  }
}
