/** What a child said or showed, by age. Each is one child's own, and goes into that child's record alone. */
export const babies = [
  'Awake and alert on the play mat; turned to the parent’s voice and smiled.',
  'Fed while I was there and settled quickly afterwards. Clean and comfortable.',
  'Cried when put down and was picked up and soothed at once.',
  'Crawling, curious, and came back to the parent after each trip across the room.',
  'Asleep in the cot, on the back, in a clear cot. Seen again at the end, awake and content.',
  'Babbled and reached for the rattle. Gaining weight, as the red book shows.',
  'A little unsettled with teething; comforted by the parent and by the older child.',
  'Watched everything from the parent’s arms; quiet with me, lively with the parent.',
  'Pulled up to stand at the sofa and laughed when clapped.',
] as const;

export const toddlers = [
  'Showed me a tower of bricks and knocked it down, again and again, laughing.',
  'Shy at first, then brought me a book. Pointed and named the animals.',
  'Wanted to show me the new bed “like a big bed”.',
  'Played alone with the cars; went to the parent for a cuddle when tired.',
  'Said “Nana’s house” several times and fetched shoes to go there.',
  'Drew round and round and said that it was the dog.',
  'Clung to the parent while we talked and relaxed when the toys came out.',
  'Told me about nursery: the sand, the bikes, and who bites.',
  'Shared a snack with the baby without being asked.',
  'Said “shouting” when we looked at the feelings cards, and turned the card over.',
  'Counted the stairs with me, up to nine.',
] as const;

export const children = [
  'Said that school is good on days with PE and boring on the others. A best friend was named.',
  'Drew the house and who lives in it. Put the dog in the biggest room.',
  'Said nights are better now: “It’s quiet and I can sleep.”',
  'Worried about moving house and about who will be told. We wrote down the questions to take to the meeting.',
  'Said that Mum is “happier, mostly”. On a scale of one to ten, home was a seven.',
  'Would like more time with Dad, and for the visits not to be cancelled on the day.',
  'Did not want to talk today and wanted to play a game. We did, and arranged another day.',
  'Said “I get my own breakfast but I like doing that.” We talked about who is up in the mornings.',
  'Proud of a certificate for reading, which is on the wall.',
  'Three houses exercise: wanted fewer arguments, a bedroom door that shuts, and to keep seeing Gran.',
  'Said that the worst thing is when grown-ups whisper.',
  'Asked why I come. I said why, and that the plan is to make sure that home is safe; this seemed fair.',
  'Said that nothing bad had happened since last time, and then asked to show me the rabbit.',
  'Feels left out at school because of missed days; would like help catching up in maths.',
  'Said that walking to school with a neighbour is “actually fine”.',
  'Told me what to do if there is shouting: go to the bedroom, and ring Auntie.',
  'Wanted the review to know: “I’m not cross with anyone. I just want it to be normal.”',
] as const;

export const youngPeople = [
  'Fed up with meetings, and said so. Wants to be told what was decided rather than to sit through it.',
  'Feels that things at home are calmer, and does not trust it yet.',
  'Talked about college and about wanting to cook. Has looked at the open days.',
  'Said that looking after the little ones takes most evenings. We talked about what would help, and young carers.',
  'Was open about who they have been spending time with. Agreed to keep location sharing on with an aunt.',
  'Does not think that a plan is needed; could nevertheless say what their mother worries about.',
  'Would rather meet at school, and not in lessons that are missed with friends noticing.',
  'Said that sleep is bad. Would see the school nurse, if not during PE.',
  'Asked to read what is written. We read the last visit together, and one sentence was put better.',
  'Said: “You’re the third one. I’m not starting again.” I said that I understood and would earn it.',
  'Talked most about music. Home came up on the way back: “It’s all right when he’s not there.”',
  'Worried about a younger brother and asked me to keep seeing him on his own.',
  'Has missed Mondays. Said why. We agreed whom to tell at school and whom not.',
] as const;
