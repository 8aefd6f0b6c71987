import { gradeProof, type Word } from './proof.js';

const word = (source: Word['source'], more: Partial<Word> = {}): Word => ({
  source,
  sentByVolunteer: false,
  hasPhotoOrSignature: false,
  ...more,
});
const volunteer = word('volunteer', { sentByVolunteer: true });

describe('the grade of proof', () => {
  it.each<[string, Word[], string | undefined]>([
    ['nothing stands', [], undefined],
    ["the office's word", [word('office')], 'office'],
    ['a volunteer alone', [volunteer], 'volunteer'],
    ["a volunteer's word that the office wrote down", [word('volunteer')], 'volunteer'],
    ["a carrier's record", [word('carrier')], 'carrier'],
    ["a carrier's record beside a volunteer", [volunteer, word('carrier')], 'carrier'],
    ['a signature', [word('volunteer', { hasPhotoOrSignature: true })], 'photo_or_signature'],
    ['recipient and volunteer', [volunteer, word('recipient')], 'recipient_and_volunteer'],
    ['a recipient as told to the office', [word('recipient')], 'office'],
    [
      'a volunteer who speaks for the recipient',
      [volunteer, word('recipient', { sentByVolunteer: true })],
      'volunteer',
    ],
  ])('%s', (_, words, grade) => {
    expect(gradeProof(words)).toBe(grade);
  });
});
