import { arrangeFamilies } from './material-families.js';

const made = (id: string, variantOf: string | null = null) => ({ id, variantOf });
const shown = (materials: Parameters<typeof arrangeFamilies>[0]): string[] =>
  arrangeFamilies(materials).map(
    ({ material, isVariant }) => `${isVariant ? '↳' : ''}${material.id}`,
  );

describe('materials in families', () => {
  it('have their variants beneath them, in order', () => {
    expect(
      shown([made('hu', 'leaflet'), made('kit'), made('leaflet'), made('sq', 'leaflet')]),
    ).toEqual(['kit', 'leaflet', '↳hu', '↳sq']);
  });

  it('lose none whose original is not shown', () => {
    expect(shown([made('hu', 'leaflet'), made('poster')])).toEqual(['hu', 'poster']);
  });
});
