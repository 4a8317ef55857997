import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'app', name: 'app_user' })
export class AppUserEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') issuer!: string;
  @Column('text') subject!: string;
  @Column('uuid') organisationId!: string;
  @Column('text') name!: string;
  @Column('text') contact!: string | null;
  @Column('timestamptz') suspendedAt!: Date | null;
  @Column('int') version!: number;
}

@Entity({ schema: 'app', name: 'organisation_role' })
export class OrganisationRoleEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') userId!: string;
  @Column('uuid') organisationId!: string;
  @Column('text') role!: string;
  @Column('uuid') grantedBy!: string | null;
  @Column('timestamptz') endedAt!: Date | null;
}
