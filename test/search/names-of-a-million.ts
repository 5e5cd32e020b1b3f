/*
 * Names by heritage, most frequent first, for a population as an authority of England has it: about as often as the Office for National Statistics and the
 * electoral roll count them. Behind the common surnames stands a long tail of rare ones, which is what makes a search hard: each resembles some other.
 */
export type Heritage = {
  readonly name: string;
  /** Of a hundred people. */
  readonly share: number;
  readonly first: readonly string[];
  readonly last: readonly string[];
  /** How many rare surnames follow the common ones, of a hundred people who bear one, and of what syllables they are. */
  readonly rare: { readonly count: number; readonly share: number; readonly of?: Syllables };
};

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

type Syllables = {
  readonly onsets: readonly string[];
  readonly middles: readonly string[];
  readonly codas: readonly string[];
  readonly endings: readonly string[];
};

const slavic: Syllables = {
  onsets: words('b br ch cz d dr g gr j k kr kw l ł m n p pr prz r s sz st szcz t tr w wr z ż'),
  middles: words('a e i o u ó y ą ę'),
  codas: words('b c cz d dz g j k l ł m n ń r rz s sz t w z ź'),
  endings: words('owski ewski iński icki owicz czyk ak ek ik ka uk owska ewska'),
};
const eastern: Syllables = {
  onsets: words('a b ch d f g gh h i j k kh l m n q r s sh t u w y z'),
  middles: words('a aa ai e ee i o oo u'),
  codas: words('b d f h j k l m n q r s sh t z mm ss rr'),
  endings: words('ai ani ari awi i ullah uddin zai dar khel a ari oor een ood'),
};

const british: Heritage = {
  name: 'british',
  share: 66,
  first: words(`
    Oliver Jack Harry George Noah Charlie Jacob Alfie Freddie Oscar Leo Logan Archie Theo Thomas James Joshua Henry William Max Lucas Ethan Arthur Joseph Harrison
    Olivia Amelia Isla Ava Emily Isabella Mia Poppy Ella Lily Jessica Sophie Grace Evie Freya Charlotte Daisy Alice Florence Sienna Matilda Sophia Evelyn Ivy Ruby
    Daniel Samuel Alexander David John Michael Matthew Luke Benjamin Adam Ryan Callum Connor Liam Jake Tyler Dylan Finley Toby Riley Reuben Jayden Kai Mason Edward
    Chloe Megan Hannah Lucy Emma Bethany Rebecca Lauren Amy Katie Holly Molly Abigail Eleanor Elizabeth Phoebe Scarlett Rosie Willow Lola Erin Millie Georgia Imogen
    Robert Paul Mark Andrew Christopher Stephen Peter Richard Steven Lee Craig Scott Stuart Gary Kevin Jason Ian Simon Martin Darren Wayne Jordan Kieran Nathan Aaron
    Sarah Claire Nicola Lisa Karen Susan Julie Deborah Michelle Joanne Kelly Samantha Donna Louise Gemma Natalie Stacey Kirsty Danielle Leanne Kayleigh Jade Shannon
    Lily-Mae Ella-Rose Tommy-Lee Lacey Layla Nevaeh Keira Summer Tilly Amber Zara Skye Harper Violet Aurora Hallie Arlo Albie Jaxon Kian Kayden Bobby Frankie Ronnie
    Patrick Anthony Philip Nigel Graham Trevor Geoffrey Malcolm Keith Roger Brenda Maureen Sandra Wendy Tracey Dawn Sharon Lorraine Teresa Catherine Katherine Kathryn`),
  last: words(`
    Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson Clarke Harris Clark Lewis
    Turner Hill Scott Cooper Morris Ward Moore King Watson Baker Harrison Morgan Young Allen James Mitchell Anderson Phillips Lee Bell Parker Bennett Cook Shaw Miller
    Richardson Carter Collins Marshall Bailey Gray Cox Adams Wilkinson Foster Chapman Mason Russell Powell Webb Rogers Hunt Mills Holmes Palmer Matthews Gibson Fisher
    Barnes Knight Harvey Barker Butler Jenkins Murray Lloyd Stevens Simpson Ellis Graham Reynolds Pearson Dixon Fox Price Hughes Stewart Reid Kelly Murphy Edwards Hudson
    Saunders Lane Cole Burton Rose Payne Hart Gardner Spencer Elliott Armstrong Bradley Andrews Atkinson Arnold Perry Woods Francis Wells Newman Day Carr West Black
    Pearce Fletcher Ford Lawrence Hawkins Griffiths Thomson Watts Cunningham Kennedy Robertson Dunn Hamilton Ross Booth Barnett Marsh Osborne Poole Walsh Burns Nicholls
    Wheeler Bird Read Freeman Berry Austin Curtis Rowe Lowe Page Porter Gregory Harding Bates Stone Wallace Miles Howard Hopkins Parsons Johnston Barrett Kaye Goodwin`),
  rare: { count: 16_000, share: 34 },
};
const southAsianMuslim: Heritage = {
  name: 'south-asian-muslim',
  share: 12,
  first: words(`
    Mohammed Muhammad Mohammad Muhammed Ali Ibrahim Yusuf Aisha Fatima Maryam Zainab Omar Ahmed Hamza Hassan Hussain Abdullah Bilal Zara Khadija Amina Hafsa Safa Aaliyah
    Imran Usman Umar Haroon Adam Ismail Zakariya Idris Musa Isa Yahya Sumaya Ayesha Iqra Noor Sana Nadia Samina Shazia Nasreen Rukhsana Yasmin Farah Shabana Tahira Razia
    Tariq Asif Nadeem Kamran Faisal Waqas Adnan Zeeshan Shahid Khalid Rashid Saeed Javed Naveed Rizwan Sajid Amjad Arif Abdul Rahim Nasrin Taslima Rahima Sultana Jannat
    Zoya Anaya Inaya Eesa Rayyan Ayaan Zayd Hania Hiba Mehreen Uzma Bushra Saima Rubina`),
  last: words(`
    Khan Ahmed Hussain Ali Begum Mohammed Ahmad Akhtar Mahmood Iqbal Malik Bibi Shah Hussein Miah Uddin Islam Rahman Chowdhury Kaur Mirza Butt Qureshi Sheikh Chaudhry
    Hassan Raza Aslam Ashraf Rashid Saleem Nawaz Javed Anwar Hamid Aziz Karim Siddiqui Ansari Bhatti Zaman Choudhury Sultana Khatun Khanom Yousaf Younis Parveen Kauser
    Ullah Haque Sarwar Mehmood Farooq Latif Majid Nazir Rafiq Sadiq Tariq Waheed Yaqub Zafar Abbasi Gill Dar Mughal Rehman Hanif Ismail Patel Osman Omar Ibrahim Warsame`),
  rare: { count: 3000, share: 20, of: eastern },
};
const polish: Heritage = {
  name: 'polish',
  share: 4,
  first: words(`
    Jakub Antoni Jan Szymon Filip Kacper Aleksander Mikołaj Wojciech Franciszek Zuzanna Julia Maja Zofia Hanna Lena Alicja Oliwia Maria Amelia Piotr Krzysztof Andrzej
    Tomasz Paweł Marcin Michał Grzegorz Łukasz Katarzyna Agnieszka Małgorzata Anna Magdalena Joanna Monika Ewa Beata Aleksandra Natalia Wiktoria Dawid Kamil Mateusz
    Bartosz Zbigniew Stanisław Jadwiga Bożena Danuta Nadia Pola Iga Igor Oskar Nikodem`),
  last: words(`
    Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Mazur Wojciechowski Kwiatkowski Krawczyk
    Kaczmarek Piotrowski Grabowski Zając Pawłowski Michalski Król Wieczorek Jabłoński Wróbel Nowakowski Majewski Olszewski Stępień Malinowski Jaworski Adamczyk Dudek
    Nowicki Pawlak Górski Witkowski Walczak Sikora Baran Rutkowski Michalak Szewczyk Ostrowski Tomaszewski Pietrzak Zalewski Wróblewski Marciniak Jasiński Sadowski
    Bąk Zawadzki Duda Jakubowski Wilk Włodarczyk Chmielewski Borkowski Sokołowski Szczepański Sawicki Kucharski Kowalska Nowicka Wójtowicz Przybylski Szulc Czarnecki`),
  rare: { count: 4000, share: 70, of: slavic },
};
const welsh: Heritage = {
  name: 'welsh',
  share: 5,
  first: [
    ...words(`
    Dylan Osian Rhys Owain Dafydd Gethin Ioan Ifan Llewelyn Gruffydd Huw Gareth Emyr Iolo Tomos Macsen Cai Gwilym Aled Geraint Ffion Cerys Carys Seren Megan Angharad
    Rhiannon Siân Bethan Nia Catrin Elin Mali Lowri Eleri Gwen Gwenllian Myfanwy Branwen Heledd Efa Cadi Non Sioned Lleucu Bronwen Meinir Iestyn Iwan Ieuan Steffan Alun`),
    ...british.first,
  ],
  last: [
    ...words(`
    Jones Davies Williams Evans Thomas Roberts Lewis Hughes Morgan Griffiths Edwards Owen James Rees Morris Price Lloyd Phillips Parry Jenkins Powell Richards Harris
    Ellis Davis Pritchard Howells Bowen Llewellyn Vaughan Rowlands Humphreys Probert Gwynne Prosser Watkins Bevan Hopkin Penry Meredith Llewelyn Gwilliam Cadwallader`),
    ...british.last,
  ],
  rare: { count: 1500, share: 30 },
};
const african: Heritage = {
  name: 'african',
  share: 5,
  first: words(`
    Emmanuel David Samuel Blessing Grace Precious Joy Esther Oluwaseun Temitope Chidi Chinedu Ngozi Amara Ifeoma Kwame Kofi Kwabena Abena Akosua Ama Yaw Adwoa Nana Tobi
    Folasade Adebayo Olumide Babajide Yetunde Funmilayo Tendai Tatenda Rutendo Nyasha Farai Thandiwe Sipho Abdi Abdirahman Hodan Ayan Hamdi Ifrah Sahra Liban Mahad Semhar`),
  last: words(`
    Mensah Boateng Owusu Asante Osei Appiah Okafor Okonkwo Eze Nwosu Adeyemi Adebayo Ogunleye Balogun Okoro Obi Ibe Moyo Ncube Dube Ndlovu Sibanda Banda Phiri Mwale Abdi
    Hassan Ali Mohamed Warsame Farah Jama Yusuf Tesfay Berhane Haile Okello Mugisha Kamara Sesay Conteh Bangura Koroma Diallo Adjei Agyeman Amoah Darko Frimpong`),
  rare: { count: 700, share: 15 },
};
const indian: Heritage = {
  name: 'indian',
  share: 4,
  first: words(`
    Arjun Rohan Dev Krish Aarav Priya Anaya Meera Diya Isha Jasleen Simran Gurpreet Harpreet Manpreet Jaspreet Amrit Rajesh Sanjay Anil Sunita Kavita Neha Pooja Rahul
    Vikram Kiran Harjit Baljit Sukhdeep Navdeep Jagdeep Lakshmi Deepa Anjali Shreya Ishaan Reyansh Kavya Nikhil`),
  last: words(`
    Singh Patel Kaur Sharma Shah Gill Kumar Sandhu Dhillon Mistry Mehta Desai Chauhan Joshi Parmar Solanki Grewal Sidhu Bains Dhaliwal Johal Rai Verma Gupta Nair Reddy
    Iyer Thakur Bhatt Chopra Kapoor Malhotra Sahota Virk Uppal Purewal`),
  rare: { count: 300, share: 10 },
};
const irish: Heritage = {
  name: 'irish',
  share: 2,
  first: words(`
    Aoife Caoimhe Niamh Saoirse Róisín Ciara Sinéad Siobhán Gráinne Orla Cillian Eoin Oisín Pádraig Ruairí Conor Declan Brendan Seán Tadhg Fionn Bridget Kathleen Nuala Dermot`),
  last: words(`
    Murphy Kelly O’Sullivan Walsh O’Brien Byrne Ryan O’Connor O’Neill O’Reilly Doyle McCarthy Gallagher O’Doherty Kennedy Lynch Murray Quinn Moore McLaughlin O’Carroll
    Connolly Daly O’Connell Wilson Dunne Brennan Burke Collins Campbell Clarke Johnston Hughes O’Farrell Fitzgerald Brown Martin Maguire Nolan Flynn Ward McDonagh Joyce`),
  rare: { count: 200, share: 12 },
};
const elsewhere: Heritage = {
  name: 'elsewhere',
  share: 2,
  first: words(`
    Anna-Sofia Elif Inês Linh Nour Xin Alejandro João Minh Stefan Wei Ana Maria Ion Andrei Elena Ioana Ivan Olena Dmytro Yulia Sofia Mateo Lucia Ahmet Mehmet Zeynep Emre
    Giorgos Eleni Hana Yuki Mei Thảo Tuấn Diyar Berivan Rebin Shilan`),
  last: words(`
    Popescu Ionescu Popa Silva Santos Ferreira Costa Garcia Rodriguez Nguyễn Trần Phạm Lê Chen Wang Zhang Li Yılmaz Kaya Demir Şahin Ivanova Petrov Shevchenko Kovalenko
    Bondarenko Papadopoulos Al-Khatib Al-Hassan El-Sayed Dimitrov Georgieva Varga Nagy Kovács Horváth Rossi Müller Jensen Tanaka`),
  rare: { count: 500, share: 20 },
};

export const heritages: readonly Heritage[] = [british, southAsianMuslim, polish, welsh, african, indian, irish, elsewhere];

const english: Syllables = {
  onsets: words('b br c ch cl cr d dr f fl g gl gr h j k l m n p pl pr qu r s sc sh sk sl sm sp st str sw t th tr v w wh y'),
  middles: words('a ai ar e ea ee el en er i in ir o oa oo or ou ow u ur y'),
  codas: words('ck d ff ft g gh k l ld ll m mb n nd ng nt p r rd rk rn rr s sk sp ss st t tch th x'),
  endings: words(
    'ley ton son ham ford field worth well er ing by man ridge croft shaw den dale wick sley bury head combe cott stead wood nell more gate ward let ell ard',
  ),
};

/** Rare surnames, made of syllables as English places and trades make them, or other languages; the same every time. */
export function rareSurnames(count: number, seed: number, { onsets, middles, codas, endings }: Syllables = english): readonly string[] {
  let state = seed;
  const chance = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const any = (of: readonly string[]): string => of[Math.floor(chance() * of.length)] ?? '';
  const made = new Set<string>();
  while (made.size < count) {
    const name = `${any(onsets)}${any(middles)}${any(codas)}${any(endings)}`;
    made.add(`${name.charAt(0).toUpperCase()}${name.slice(1)}`);
  }
  return [...made];
}
