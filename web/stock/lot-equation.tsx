import { Text } from '@mantine/core';
import { useFormat, useTranslation } from '../language/i18n.js';
import { TextLink } from '../parts/links.js';
import { type AccountPart, findBehind, listTerms } from './account-equation.js';
import classes from './stock.module.css';
import type { Lot } from './use-lots.js';

/** A print run's account in one line: printed = the sum of where every piece is. Each figure leads to the rows behind it. */
export function LotEquation({ lot }: { lot: Lot }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const terms = listTerms(lot);
  return (
    <Text size="sm" component="div" className={classes.equation}>
      <span className={classes.term}>
        <b>{format.number(lot.printed)}</b>{' '}
        <span className={classes.sign}>{t('part.printed')}</span>
      </span>
      <span className={classes.sign}>=</span>
      {terms.length === 0 && <span>{format.number(0)}</span>}
      {terms.map(({ part, quantity }, index) => (
        // A sign stays with what follows it.
        <span key={part} className={classes.term}>
          {(index > 0 || quantity < 0) && (
            <span className={classes.sign}>{quantity < 0 ? '− ' : '+ '}</span>
          )}
          <PartLink lotId={lot.id} part={part}>
            {format.number(Math.abs(quantity))}
          </PartLink>{' '}
          <span className={classes.sign}>{t(`part.${part}`)}</span>
        </span>
      ))}
    </Text>
  );
}

interface LinkProps {
  readonly lotId: string;
  readonly part: AccountPart;
  readonly children: string;
}

/** To those who hold the pieces, or to the stock card of where they went. */
export function PartLink({ lotId, part, children }: LinkProps) {
  const behind = findBehind(part);
  if (behind.kind === 'card')
    return (
      <TextLink
        to="/stock/card"
        search={{ account: behind.account, lot: lotId }}
        inherit
        underline="always"
      >
        {children}
      </TextLink>
    );
  return (
    <TextLink
      to="/stock/lots/$id"
      params={{ id: lotId }}
      search={{ view: 'trace', part: behind.part }}
      inherit
      underline="always"
    >
      {children}
    </TextLink>
  );
}
