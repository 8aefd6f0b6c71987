import { Menu, UnstyledButton, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconLogout, IconMoon, IconSun, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { api, read } from '../api/client.js';
import { useMyself } from '../api/use-session.js';
import { useTranslation } from '../language/i18n.js';
import classes from './office.module.css';

export function AccountMenu() {
  const { t } = useTranslation(['app', 'language']);
  const { name, role } = useMyself();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const signOut = async (): Promise<void> => {
    await read(api.POST('/api/v1/auth/logout'));
    // Nothing of what this reader saw stays in memory for the next.
    window.location.assign('/sign-in');
  };
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton className={classes.control} aria-label={t('account')}>
          <IconUserCircle size={22} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {name} · {t(`language:role.${role}`)}
        </Menu.Label>
        <Menu.Item
          component={Link}
          to="/account"
          leftSection={<IconUserCircle size={16} aria-hidden />}
        >
          {t('account')}
        </Menu.Item>
        <Menu.Item
          leftSection={
            isDark ? <IconSun size={16} aria-hidden /> : <IconMoon size={16} aria-hidden />
          }
          onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
        >
          {isDark ? t('light') : t('dark')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={16} aria-hidden />}
          onClick={() => void signOut()}
        >
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
