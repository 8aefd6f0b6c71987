import { Injectable, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS_KEY } from './roles.decorator.js';

/** Deny by default: the service does not start with a route that does not say who may call it. */
@Injectable()
export class RouteCheck implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const open = this.discovery.getControllers().flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      return this.findOpenRoutes(metatype as new () => object);
    });
    if (open.length > 0) {
      throw new Error(
        `These routes do not say who may call them (@Roles or @Public): ${open.join(', ')}`,
      );
    }
  }

  private findOpenRoutes(controller: new () => object): string[] {
    const prototype = controller.prototype as Record<string, (...all: unknown[]) => unknown>;
    return this.scanner
      .getAllMethodNames(prototype)
      .filter((name) => Reflect.hasMetadata(METHOD_METADATA, prototype[name]!))
      .filter(
        (name) =>
          this.reflector.getAllAndOverride<unknown>(ACCESS_KEY, [prototype[name]!, controller]) ===
          undefined,
      )
      .map((name) => `${controller.name}.${name}`);
  }
}
