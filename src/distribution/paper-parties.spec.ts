import { describeRecipient, describeSender } from './paper-parties.js';

const SCHOOL = {
  name: 'OŠ Đura Jakšić',
  address: 'Šumadijska 1',
  postcode: '32000',
  settlement: 'Čačak',
  contact: { person: 'Jelena Šćekić', phone: '+381 32 123', email: 'jelena@example.org' },
  hours: '8–14',
  confidential: false,
};

describe('the recipient on paper', () => {
  it('is the point, with whom to ask for and when', () => {
    expect(describeRecipient(SCHOOL, 'Čačak', 'sr-Latn')).toEqual({
      name: 'OŠ Đura Jakšić',
      address: 'Šumadijska 1',
      place: '32000 Čačak',
      municipality: 'Čačak',
      person: 'Jelena Šćekić',
      phone: '+381 32 123',
      hours: '8–14',
    });
  });

  it('is in the reader’s script', () => {
    expect(describeRecipient(SCHOOL, 'Чачак', 'sr-Cyrl')).toMatchObject({
      name: 'ОШ Ђура Јакшић',
      address: 'Шумадијска 1',
      place: '32000 Чачак',
      person: 'Јелена Шћекић',
    });
  });

  it.each([
    [{ postcode: null }, 'Čačak'],
    [{ settlement: null }, '32000 Lučani'],
    [{ postcode: null, settlement: null }, 'Lučani'],
  ])('with %j is in %s', (known, place) => {
    expect(describeRecipient({ ...SCHOOL, ...known }, 'Lučani', 'sr-Latn').place).toBe(place);
  });

  it('without a contact has none', () => {
    const recipient = describeRecipient({ ...SCHOOL, contact: null }, 'Čačak', 'en');
    expect([recipient.person, recipient.phone]).toEqual([undefined, undefined]);
  });

  describe('of a confidential point', () => {
    const shelter = { ...SCHOOL, name: 'Sigurna kuća', confidential: true };

    it('is the contact person, and nothing says what the place is', () => {
      const recipient = describeRecipient(shelter, 'Čačak', 'sr-Latn');
      expect(recipient).toMatchObject({ name: 'Jelena Šćekić', phone: '+381 32 123' });
      expect(recipient.person).toBeUndefined();
      expect(JSON.stringify(recipient)).not.toMatch(/Sigurna|8–14/);
    });

    it.each([null, {}, { phone: '+381 32 123' }])('with the contact %j is its name', (contact) => {
      const recipient = describeRecipient({ ...shelter, contact }, 'Čačak', 'sr-Latn');
      expect(recipient.name).toBe('Sigurna kuća');
      expect(recipient.hours).toBeUndefined();
    });
  });
});

describe('the sender on paper', () => {
  it('is the warehouse, with whom to tell of differences', () => {
    const { contact } = SCHOOL;
    expect(describeSender({ name: 'Magacin Beograd', contact }, 'Чукарица', 'sr-Cyrl')).toEqual({
      name: 'Магацин Београд',
      municipality: 'Чукарица',
      person: 'Јелена Шћекић',
      phone: '+381 32 123',
      email: 'jelena@example.org',
    });
  });
});
