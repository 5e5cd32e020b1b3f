/** Invented people: any likeness is chance. Long, short, hyphenated and accented on purpose. */
export type Names = {
  /** Codes of ethnicity, each as often as it stands here. */
  readonly ethnicities: readonly [string, ...string[]];
  readonly girls: readonly [string, ...string[]];
  readonly boys: readonly [string, ...string[]];
  readonly families: readonly [string, ...string[]];
};

const words = (text: string): readonly [string, ...string[]] => {
  const [first = '', ...rest] = text.split(' ');
  return [first, ...rest];
};

const british: Names = {
  ethnicities: ['WBRI', 'WBRI', 'WBRI', 'WBRI', 'WBRI', 'WBRI', 'WBRI', 'MWBC', 'WBRI', 'MOTH', 'WBRI', 'NOBT'],
  girls: words(
    'Alice Amelia Bea Charlotte Daisy Ella Evie Freya Grace Harper Isla Ivy Jessica Keira Lacey Lily-Mae Lola Mia Millie Olivia Poppy Rosie Ruby Scarlett Sienna Sophie-Anne Summer Tilly Violet Willow Zara',
  ),
  boys: words(
    'Adam Alfie Archie Arlo Caleb Callum Charlie Dylan Ethan Finley Freddie George Harley Harrison Jack Jayden Jenson Kai Leo Logan Mason Maximilian Noah Oscar Reuben Riley Rowan Theo Toby Tyler William',
  ),
  families: words(
    'Abbott Atkinson Baker Barker Bennett Booth Carter Clarke Cooper Cox Davies Dixon Edwards Ellis Foster Fox Green Hall Harrison Holmes Hughes Jackson Kelly Lewis Marsh Marshall Mills Moore Palmer Parker Phillips Quinn Reid Roberts Shaw Smith Stewart Taylor Thompson Walker Ward Webb Wood Wright Young',
  ),
};

const caribbean: Names = {
  ethnicities: ['BCRB', 'MWBC', 'MWBC', 'BOTH'],
  girls: ['Aaliyah', 'Destiny', 'Imani', 'Nevaeh', 'Rihanna', 'Tiana', 'Zuri'],
  boys: ['Andre', 'Isaiah', 'Jerome', 'Malachi', 'Marlon', 'Tyrell', 'Zion'],
  families: ['Campbell', 'Francis', 'Gordon', 'Grant', 'Morgan-Bailey', 'Powell', 'Samuels'],
};
const westAfrican: Names = {
  ethnicities: ['BAFR', 'BAFR', 'BAFR', 'MWBA'],
  girls: ['Abena', 'Adaeze', 'Chidinma', 'Folasade', 'Precious', 'Temilade'],
  boys: ['Chidi', 'Emmanuel', 'Kwame', 'Oluwaseun', 'Tobi', 'Uche'],
  families: ['Adeyemi', 'Boateng', 'Eze', 'Mensah', 'Ncube', 'Okafor', 'Okonkwo-Williams'],
};
const pakistani: Names = {
  ethnicities: ['APKN', 'APKN', 'APKN', 'MWAS'],
  girls: ['Aisha', 'Amina', 'Fatima', 'Hafsa', 'Maryam', 'Zainab'],
  boys: ['Bilal', 'Hamza', 'Ibrahim', 'Musa', 'Tariq', 'Yusuf'],
  families: ['Ahmed', 'Akhtar', 'Bibi', 'Hussain', 'Khan', 'Malik', 'Shah'],
};
const bengali: Names = {
  ethnicities: ['ABAN'],
  girls: ['Anika', 'Nusrat', 'Sumaiya', 'Tahmina'],
  boys: ['Imran', 'Rafi', 'Samir', 'Tanvir'],
  families: ['Begum', 'Chowdhury', 'Miah', 'Rahman', 'Uddin'],
};
const indian: Names = {
  ethnicities: ['AIND', 'AIND', 'MWAS'],
  girls: ['Anaya', 'Jasleen', 'Meera', 'Priya'],
  boys: ['Arjun', 'Dev', 'Gurpreet', 'Rohan'],
  families: ['Kaur', 'Patel', 'Sharma', 'Singh'],
};
const polish: Names = {
  ethnicities: ['WOTH'],
  girls: ['Hanna', 'Maja', 'Oliwia', 'Zofia', 'Zuzanna'],
  boys: ['Filip', 'Jakub', 'Kacper', 'Szymon', 'Wojciech'],
  families: ['Kowalczyk', 'Lewandowska', 'Nowak', 'Wójcik', 'Żółkiewska'],
};
const irish: Names = {
  ethnicities: ['WIRI', 'WIRI', 'WIRT'],
  girls: ['Aoife', 'Caoimhe', 'Niamh', 'Róisín', 'Sadhbh'],
  boys: ['Cillian', 'Eoin', 'Oisín', 'Pádraig', 'Ruairí'],
  families: ['Gallagher', 'McDonagh', 'O’Brien', 'Ó Súilleabháin', 'Ward-O’Connor'],
};
const elsewhere: Names = {
  ethnicities: ['WOTH', 'WROM', 'AOTH', 'OOTH', 'CHNE', 'REFU'],
  girls: ['Anna-Sofia', 'Elif', 'Inês', 'Linh', 'Mehwish', 'Nour', 'Xin'],
  boys: ['Alejandro', 'Cem', 'João', 'Minh', 'Omar', 'Stefan', 'Wei'],
  families: ['Al-Khatib', 'Ferreira', 'Ivanova', 'Nguyễn', 'Popescu', 'Santos', 'Yılmaz', 'Zhang'],
};

/** Young people who arrived alone. */
export const arrivals: readonly [Names, ...Names[]] = [
  {
    ethnicities: ['AOTH'],
    girls: ['Fereshteh', 'Laila', 'Zahra'],
    boys: ['Abdul', 'Farid', 'Hamid', 'Jawad', 'Mustafa', 'Rahim', 'Zabiullah'],
    families: ['Ahmadi', 'Hotak', 'Karimi', 'Noorzai', 'Rahimi', 'Stanikzai'],
  },
  {
    ethnicities: ['BAFR'],
    girls: ['Feven', 'Helen', 'Semhar', 'Winta'],
    boys: ['Abel', 'Filmon', 'Merhawi', 'Robel', 'Yonas'],
    families: ['Berhane', 'Ghebremedhin', 'Haile', 'Tesfay', 'Woldu'],
  },
  {
    ethnicities: ['BAFR', 'BOTH'],
    girls: ['Amna', 'Nahla'],
    boys: ['Adam', 'Ismail', 'Mubarak', 'Salih', 'Yahya'],
    families: ['Abakar', 'Adam Ibrahim', 'Haroun', 'Osman'],
  },
  {
    ethnicities: ['OOTH'],
    girls: ['Berivan', 'Shilan'],
    boys: ['Aram', 'Diyar', 'Karwan', 'Rebin', 'Sherzad'],
    families: ['Aziz', 'Hassan', 'Mahmood', 'Salih'],
  },
  {
    ethnicities: ['AOTH'],
    girls: ['Huong', 'Linh', 'Thảo'],
    boys: ['Đức', 'Hùng', 'Minh', 'Tuấn'],
    families: ['Lê', 'Nguyễn', 'Phạm', 'Trần'],
  },
];

/** Each as often as in a county much like others. */
export const heritages = [
  ...([british, british, british, pakistani, british, british, polish, british, british, westAfrican] as const),
  ...([british, british, irish, british, caribbean, british, british, elsewhere, british, british] as const),
  ...([british, indian, british, british, bengali, british, polish, british, pakistani, british] as const),
  ...([elsewhere, british, british, caribbean, british, westAfrican, british, british, british, british] as const),
] as const;

/** Names that try every column, label and search. */
export const longFirstNames = ['Maximilian-Alexander', 'Anastasia-Temperance', 'Oluwadamilola-Grace', 'Bartholomew-James'] as const;
export const longFamilies = [
  'Adeyemi-Featherstonehaugh-Montgomery',
  'Cholmondeley-Warner-Throgmorton',
  'Wriothesley-Papadimitriou-Jones',
  'O’Shaughnessy-Vandenberghe-Clarke',
] as const;
