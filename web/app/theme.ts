import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';
import i18next from 'i18next';

/** The product's own colour: a teal that stands on white and on black (contrast over 4.5 at shades 7 and 4). */
const reach: MantineColorsTuple = [
  '#e9f7f7',
  '#d3ecec',
  '#a7d8d9',
  '#78c4c5',
  '#4fb0b3',
  '#2f9da1',
  '#118087',
  '#0b6b73',
  '#085860',
  '#04454c',
];

/** Words on a pale ground of their own colour are darker than Mantine's, so that yellow and orange ones can be read too (4.5 : 1). */
const legibleColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const name = input.color ?? input.theme.primaryColor;
  if (input.variant !== 'light' || !(name in input.theme.colors)) return colors;
  return {
    ...colors,
    color: `light-dark(color-mix(in srgb, var(--mantine-color-${name}-9) 72%, black), var(--mantine-color-${name}-2))`,
  };
};

export const theme = createTheme({
  primaryColor: 'reach',
  primaryShade: { light: 7, dark: 6 },
  colors: { reach },
  autoContrast: true,
  variantColorResolver: legibleColors,
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif',
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  components: {
    // Figures stand under one another.
    Table: { defaultProps: { style: { fontVariantNumeric: 'tabular-nums' } } },
    // Its cross has a name too, in the language of the page.
    Notification: {
      defaultProps: () => ({ closeButtonProps: { 'aria-label': i18next.t('parts:close') } }),
    },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 250 } },
    // Mantine's own are `header` elements: the page has one banner, and it is not a dialog's title.
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    ModalHeader: { defaultProps: { role: 'presentation' } },
  },
});
