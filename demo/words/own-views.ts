/** In which words children were told, and what they said to it. */
export const toldWords = [
  'That a judge decides where they live, and that it is nothing they did. “Does Mum know where I am?” Yes; we said when she comes.',
  'With the calendar on the wall: who comes when, and until when they stay. They coloured in Saturdays.',
  'In the car, as they like it best: what the meeting decided, and what nobody knows yet.',
  'With their carer on the sofa. They knew most of it, and asked whether anything changes for the dog.',
  'Slowly, and twice. They wanted to hear again that school stays the same.',
] as const;

export type View = { readonly words: string; readonly wishes?: string };

/** As those under ten say it. */
export const viewsOfTheYounger: readonly View[] = [
  { words: 'I like the bunk bed and the big garden. I do not like it when it is bath time.', wishes: 'To bring my own bike.' },
  { words: 'It is nice here. I miss Mum on Sundays.', wishes: 'That Mum can come to my birthday.' },
  { words: 'I drew us all. I am the one with the cat.' },
  { words: 'At school they think that my carer is my nan. I said yes.', wishes: 'To know when I go home.' },
];

/** As those from ten on say it. */
export const viewsOfTheOlder: readonly View[] = [
  { words: 'They ask me before they decide now. That is better than last year.', wishes: 'Fewer meetings in lessons.' },
  { words: 'I want to stay here until I am eighteen. I have said it three times.', wishes: 'That somebody writes it down as decided.' },
  { words: 'I am all right. I do not want to talk about home with people I have met once.', wishes: 'The same worker until the summer.' },
  { words: 'I can cook four things. I want to see my brother without a person in the room.', wishes: 'To see him every week.' },
];
