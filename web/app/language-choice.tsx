import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconLanguage } from '@tabler/icons-react';
import { createContext, useContext } from 'react';
import { useLanguage, useTranslation } from '../language/i18n.js';
import { type Language, LANGUAGE_NAMES, LANGUAGES } from '../language/language.js';
import classes from './office.module.css';

export const ChangeLanguageContext = createContext<(language: Language) => Promise<void>>(() =>
  Promise.resolve(),
);

const SHORT: Readonly<Record<Language, string>> = { 'sr-Latn': 'Lat', 'sr-Cyrl': 'Ћир', en: 'En' };

/** Each language under the name that it gives itself. */
export function LanguageChoice() {
  const { t } = useTranslation('app');
  const language = useLanguage();
  const change = useContext(ChangeLanguageContext);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <UnstyledButton
          className={classes.control}
          aria-label={`${SHORT[language]} · ${t('language')}: ${LANGUAGE_NAMES[language]}`}
        >
          <IconLanguage size={20} aria-hidden />
          <span aria-hidden>{SHORT[language]}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {LANGUAGES.map((each) => (
          <Menu.Item
            key={each}
            lang={each}
            leftSection={<IconCheck size={14} opacity={each === language ? 1 : 0} aria-hidden />}
            onClick={() => void change(each)}
          >
            {LANGUAGE_NAMES[each]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
