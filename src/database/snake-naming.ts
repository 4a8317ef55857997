import { DefaultNamingStrategy } from 'typeorm';

/** `createdAt` in a class is `created_at` in the database. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? propertyName.replace(/([A-Z])/g, '_$1').toLowerCase();
  }
}
