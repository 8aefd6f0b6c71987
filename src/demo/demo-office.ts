import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Instant } from '../time.js';
import type { DemoClock } from './demo-clock.js';

/** Whoever acts in the demo: speaks to the service by its own interface, as everybody does, without a network. */
export class DemoOffice {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly clock: DemoClock,
    private readonly token: string,
  ) {}

  /** It is now `instant` for everybody. */
  moveTo(instant: Instant): void {
    this.clock.moveTo(instant);
  }

  post<T>(path: string, payload: Record<string, unknown>): Promise<T> {
    return this.send<T>('POST', path, payload);
  }

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path);
  }

  private async send<T>(
    method: 'GET' | 'POST',
    path: string,
    payload?: Record<string, unknown>,
  ): Promise<T> {
    const { statusCode, body } = await this.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${this.token}`, 'accept-language': 'en' },
      ...(payload === undefined ? {} : { payload }),
    });
    if (statusCode < 300) return JSON.parse(body) as T;
    throw new Error(`the demo's story does not hold: ${method} ${path}: ${statusCode} ${body}`);
  }
}
