import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconKey } from '@tabler/icons-react';
import { useTranslation } from '../language/i18n.js';

/** A secret that is shown this once: to be copied before the page is left. */
export function CopyOnce({ title, text, secret }: { title: string; text: string; secret: string }) {
  const { t } = useTranslation('parts');
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<IconKey aria-hidden />}
      title={title}
      role="status"
    >
      <Stack gap="xs">
        <Text size="sm">{text}</Text>
        <Group gap="xs" align="center">
          <Code fz="md" style={{ overflowWrap: 'anywhere', userSelect: 'all' }}>
            {secret}
          </Code>
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button
                size="sm"
                variant={copied ? 'light' : 'filled'}
                leftSection={
                  copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
                }
                onClick={copy}
              >
                {t(copied ? 'copied' : 'copy')}
              </Button>
            )}
          </CopyButton>
        </Group>
      </Stack>
    </Alert>
  );
}
