import { Injectable } from '@nestjs/common';

/** The platform's one clock. Nothing else reads the time; a check looks for it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
