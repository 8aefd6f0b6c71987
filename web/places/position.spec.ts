import { readPosition, typePosition, writePosition } from './position.js';

const EMPTY = { latitude: '', longitude: '' };

describe('a position that is typed', () => {
  it.each([
    ['43.8914, 20.3497'],
    ['43.8914 20.3497'],
    ['43,8914 20,3497'],
    ['43,8914, 20,3497'],
    ['43.8914;20.3497'],
    ['  43.8914 ; 20.3497 '],
  ])('fills both fields when pasted as %j', (typed) => {
    const position = { latitude: 43.8914, longitude: 20.3497 };
    expect(readPosition(typePosition(EMPTY, 'latitude', typed))).toEqual(position);
    expect(readPosition(typePosition(EMPTY, 'longitude', typed))).toEqual(position);
  });

  it.each([['43'], ['43.8914'], ['43,8914'], ['43.'], ['x']])(
    'keeps to its field when it is %j alone',
    (typed) => {
      expect(typePosition(EMPTY, 'latitude', typed)).toEqual({ latitude: typed, longitude: '' });
    },
  );

  it('is nothing where nothing is typed, and not yet one where a half or no number is', () => {
    expect(readPosition({ latitude: ' ', longitude: '' })).toBeNull();
    expect(readPosition({ latitude: '43.9', longitude: '' })).toBeUndefined();
    expect(readPosition({ latitude: '43.9', longitude: 'east' })).toBeUndefined();
  });

  it('is written as it was read', () => {
    const position = { latitude: 43.8914, longitude: 20.3497 };
    expect(readPosition(writePosition(position))).toEqual(position);
    expect(readPosition(writePosition({ latitude: null, longitude: null }))).toBeNull();
  });
});
