import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { Public, Roles } from '../../src/access/roles.decorator.js';
import { RouteCheck } from '../../src/access/route-check.service.js';

@Controller('said')
class SaidController {
  @Get('roles')
  @Roles('manager')
  forRoles(): string {
    return '';
  }

  @Get('public')
  @Public()
  forAll(): string {
    return '';
  }

  notARoute(): string {
    return '';
  }
}

@Controller('said-above')
@Roles('manager')
class SaidAboveController {
  @Get()
  read(): string {
    return '';
  }
}

@Controller('forgotten')
class ForgottenController {
  @Get()
  @Roles('manager')
  said(): string {
    return '';
  }

  @Get('open')
  forgotten(): string {
    return '';
  }
}

async function boot(...controllers: (new () => object)[]): Promise<void> {
  @Module({ imports: [DiscoveryModule], controllers, providers: [RouteCheck] })
  class TestedModule {}
  const module = await Test.createTestingModule({ imports: [TestedModule] }).compile();
  const app = module.createNestApplication(new FastifyAdapter(), { logger: false });
  await app.init();
  await app.close();
}

describe('a route', () => {
  it('says who may call it, itself or by its controller', async () => {
    await expect(boot(SaidController, SaidAboveController)).resolves.toBeUndefined();
  });

  it('keeps the service from starting where it does not, and is named', async () => {
    await expect(boot(SaidController, ForgottenController)).rejects.toThrow(
      /\(@Roles or @Public\): ForgottenController\.forgotten$/,
    );
  });
});
