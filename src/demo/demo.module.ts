import { Module } from '@nestjs/common';
import { DemoProcess } from './demo-process.service.js';
import { DemoController } from './demo.controller.js';

/** The demo, one click away from the empty pages. */
@Module({ controllers: [DemoController], providers: [DemoProcess] })
export class DemoModule {}
