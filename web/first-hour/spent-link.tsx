import { Code, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from '../language/i18n.js';
import { ButtonLink } from '../parts/links.js';

/** The link was used, or belongs to an earlier start: what to do now, before anything is typed in vain. */
export function SpentLink() {
  const { t } = useTranslation('first-hour');
  return (
    <Paper withBorder p="lg" radius="lg">
      <Stack>
        <Title order={1} size="h3">
          {t('spent.title')}
        </Title>
        <Text>{t('spent.text')}</Text>
        <List spacing="xs" size="sm">
          <List.Item>{t('spent.haveAccount')}</List.Item>
          <List.Item>
            {t('spent.noAccount')} <Code>npm start</Code>
          </List.Item>
        </List>
        <ButtonLink to="/sign-in">{t('spent.signIn')}</ButtonLink>
      </Stack>
    </Paper>
  );
}
