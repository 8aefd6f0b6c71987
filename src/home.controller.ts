import { Controller, Get, Redirect } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from './access/roles.decorator.js';

/** `/` leads to something that a person can use at once: until there are pages, the API's own. */
@Controller()
@ApiExcludeController()
@Public({ throttled: false })
export class HomeController {
  @Get()
  @Redirect('/api/docs', 302)
  home(): void {
    // The redirect says it all.
  }
}
