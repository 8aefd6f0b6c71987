import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Problem, PROBLEMS } from '../problem.js';
import { signInBrowser } from './auth.controller.js';
import { WelcomeFormDto, WelcomeQuery } from './dto/welcome.dto.js';
import { FirstAdministrator } from './first-administrator.service.js';
import { Public } from './roles.decorator.js';
import type { SignedInRequest } from './signed-in-request.types.js';
import { writeRefusalPage, writeWelcomePage } from './welcome-page.js';

/** The page behind the link that start prints while there is no user; outside the API. */
@Controller('welcome')
@ApiExcludeController()
@Public()
export class WelcomeController {
  constructor(private readonly firstAdministrator: FirstAdministrator) {}

  @Get()
  async show(@Query() query: WelcomeQuery, @Res() reply: FastifyReply): Promise<void> {
    const token = query.token ?? '';
    await answer(reply, async () => {
      await this.firstAdministrator.requireGood(token);
      sendPage(reply, 200, writeWelcomePage({ token, email: '', name: '' }));
    });
  }

  /** Makes the first administrator, signs them in and leads on. */
  @Post()
  async create(
    @Body() form: WelcomeFormDto,
    @Req() request: SignedInRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await answer(reply, async () => {
      try {
        const { user, session } = await this.firstAdministrator.run(form);
        signInBrowser(request, reply, user, session);
        reply.redirect('/', 303);
      } catch (error) {
        if (!(error instanceof Problem) || error.code === 'forbidden') throw error;
        sendPage(reply, PROBLEMS[error.code].status, writeWelcomePage(form, error));
      }
    });
  }
}

/** A browser wants a page, also where the answer is no. */
async function answer(reply: FastifyReply, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    sendPage(reply, PROBLEMS[error.code].status, writeRefusalPage(error.detail));
  }
}

/** The link is a secret: no cache keeps it, and no other site is told where the reader came from. */
function sendPage(reply: FastifyReply, status: number, html: string): void {
  void reply
    .status(status)
    .header('Content-Type', 'text/html; charset=utf-8')
    .header('Cache-Control', 'no-store')
    .header('Referrer-Policy', 'no-referrer')
    .send(html);
}
