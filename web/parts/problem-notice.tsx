import { Alert, Button, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconCloudOff } from '@tabler/icons-react';
import { NoAnswer, Refusal } from '../api/refusal.js';
import { useTranslation } from '../language/i18n.js';

interface Props {
  readonly error: unknown;
  /** Where trying again makes sense. */
  readonly onRetry?: () => void;
  /** After a command: says that nothing was changed. */
  readonly isCommand?: boolean;
}

/** What went wrong, in the service's own words, and what became of the data. */
export function ProblemNotice({ error, onRetry, isCommand = false }: Props) {
  const { t } = useTranslation('parts');
  const isOffline = error instanceof NoAnswer;
  return (
    <Alert
      role="alert"
      color={isOffline ? 'gray' : 'red'}
      variant="light"
      icon={isOffline ? <IconCloudOff aria-hidden /> : <IconAlertTriangle aria-hidden />}
      title={titleOf(error, t('wentWrong'), t('noAnswerTitle'))}
    >
      {isOffline && <Text size="sm">{t('noAnswer')}</Text>}
      {!isOffline && <Words error={error} unexpected={t('unexpected')} />}
      {isCommand && error instanceof Refusal && error.code !== 'unexpected' && (
        <Text size="sm" mt="xs" fw={600}>
          {t('nothingChanged')}
        </Text>
      )}
      {onRetry !== undefined && (
        <Button mt="sm" size="xs" variant="default" onClick={onRetry}>
          {t('tryAgain')}
        </Button>
      )}
    </Alert>
  );
}

const SHOWN_ERRORS = 12;

function Words({ error, unexpected }: { error: unknown; unexpected: string }) {
  if (!(error instanceof Refusal) || error.code === 'unexpected')
    return <Text size="sm">{unexpected}</Text>;
  const { detail, errors } = error.problem;
  const further = errors.filter(({ message }) => message !== detail);
  return (
    <>
      <Text size="sm">{detail}</Text>
      {further.length > 0 && (
        <List size="sm" mt="xs" spacing={2}>
          {further.slice(0, SHOWN_ERRORS).map(({ path, message }) => (
            <List.Item key={`${path} ${message}`}>{message}</List.Item>
          ))}
          {further.length > SHOWN_ERRORS && <List.Item>…</List.Item>}
        </List>
      )}
    </>
  );
}

function titleOf(error: unknown, wentWrong: string, noAnswer: string): string {
  if (error instanceof NoAnswer) return noAnswer;
  return error instanceof Refusal && error.problem.title !== '' ? error.problem.title : wentWrong;
}
