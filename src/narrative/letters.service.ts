import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { parseGlobalId } from '../platform/global-id.js';
import { PublicationRepository, type PublishedLetter } from './publication.repository.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Published letters as pages of their own. */
@Injectable()
export class LettersService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PublicationRepository) private readonly letters: PublicationRepository,
  ) {}

  /** The page of a published letter by its id, or null alike for one that is unpublished, withdrawn or nobody's. */
  async page(actor: Actor, id: string): Promise<string | null> {
    const parsed = parseGlobalId(id);
    const key = parsed?.type === 'Letter' ? parsed.uuid : id;
    if (!UUID.test(key)) return null;
    return this.unitOfWork.readPublished(actor, (tx) => this.letters.page(tx, key));
  }

  /** Published letters, newest first. */
  newest(actor: Actor, most: number): Promise<PublishedLetter[]> {
    return this.unitOfWork.readPublished(actor, (tx) => this.letters.published(tx, most));
  }
}
