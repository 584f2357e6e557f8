import { notesText } from './limit-notes.ts';

test('a reason that holds for several places is told once', () => {
  const notes = [
    { where: 'a', text: 'it is off' },
    { where: 'b', text: 'pending' },
    { where: 'c', text: 'it is off' },
    { where: 'c', text: 'it is off' },
  ];
  expect(notesText(notes)).toBe('a, c: it is off\nb: pending');
});
