/** Who asks, for one request: first argument of every service method. */
export interface Actor {
  /** Null for a member of the public. */
  readonly userId: string | null;
  readonly organisationId: string | null;
  /** Code of the inspectorate; null for a partner agency. */
  readonly inspectorate: string | null;
  readonly name: string;
  readonly requestId: string;
  /** The platform's clock at the request's start. */
  readonly now: Date;
}

/** An actor who has signed in. */
export interface SignedIn extends Actor {
  readonly userId: string;
  readonly organisationId: string;
}

export const isSignedIn = (actor: Actor): actor is SignedIn => actor.userId !== null && actor.organisationId !== null;
