/** Names transcribed otherwise, double, short, begun, with a date, of the list that is measured and not worked with (`wanted.ts`). A line: what is typed, who is meant, born on. */
export const blindOtherwise = `
  # Arabic-derived, South Asian, Somali, Kurdish, Turkish
  Mohammad Al Zahrani | Mohamed Al-Zahrani | 2013-06-15
  Noor Alqahtani | Nour Al-Qahtani | 2015-10-28
  Abdulaziz Alghamdi | Abdul Aziz Al-Ghamdi | 2011-02-03
  Khaled Bin Maktoom | Khalid bin Maktoum | 2012-12-19
  Layla El Masri | Leila El-Masry | 2016-04-30
  Huda Abdelkader | Houda Abdulqadir | 2010-07-22
  Jafar Alavi | Ja’far Alawi | 2014-09-13
  Faisal Makhdum | Faysal Makhdoom | 2009-05-27
  Saira Gilani | Saira Jilani | 2017-08-06
  Zulfikar Bugti | Zulfiqar Bughti | 2013-03-19
  Tehmina Durani-Lodhi | Tahmina Durrani-Lodi | 1989-11-24
  Nasiruddin Shahrukh | Naseeruddin Shah-Rukh | 2011-10-01
  Wajeeha Kakakhel | Wajiha Kaka Khel | 2015-01-10
  Sumaiyah Afridi | Sumaya Afreedi | 2012-05-17
  Ihsanullah Mohmand | Ehsanullah Momand | 2008-08-25
  Rahmatulah Wazeeri | Rahmatullah Waziri | 2014-11-08
  Hashmat Sadat | Hashmatullah Sadaat | 2010-03-12
  Khadra Abdisalan | Khadra Abdisalaam | 2016-07-14
  Mahamed Farax Guled | Mohamed Farah Guled | 2013-12-26
  Xaawo Geedi | Hawa Gedi | 2011-06-09
  Deeqa Xirsi | Deqa Hirsi | 2015-05-20
  Sagal Shermarke | Sagal Sharmarke | 2009-09-30
  Roza Barzanji | Rozha Barzinji | 2012-02-11
  Hiwa Talebani | Hiwa Talabani | 2014-10-05
  Zaynep Ozturk-Kaplan | Zeynep Öztürk-Kaplan | 2017-03-23
  Chagla Yildirim | Çağla Yıldırım | 2016-01-16
  Shukran Erdogan | Şükran Erdoğan | 1984-04-27
  Sayed Mustafa Rizvi | Syed Mustafa Rizvi | 2010-11-03
  Syeda Zehra Naqwi | Sayyida Zahra Naqvi | 2013-08-20
  Tayyiba Chisty | Tayyaba Chishti | 2011-04-14
  Ghulaam Rasul Khokar | Ghulam Rasool Khokhar | 1976-12-07
  Momina Kazmee | Momina Kazmi | 2015-07-29
  Shamshad Bukhari-Pirzada | Shamshad Bokhari-Peerzada | 1993-02-18
  Mominul Hoque Mazumder | Mominul Haque Majumdar | 2012-09-04
  Shofiqul Sikdar | Shafiqul Sikder | 2009-01-21
  Rokeya Laskar | Ruqayya Lashkar | 2014-06-27
  Gagandip Sahni | Gagandeep Sawhney | 2013-11-15
  Krishnamurthi Subramaniam | Krishnamurthy Subramanian | 2011-08-19
  Lakshmy Vijayan Pilai | Laxmi Vijayan Pillai | 2016-12-02
  Sivakumar Tharmalingham | Shivakumar Dharmalingam | 2010-02-25
  # double-barrelled, in either order, with and without hyphen and apostrophe
  Hetherington Blythe Poppy | Poppy Blythe-Hetherington | 2014-05-03
  Poppy Hetherington | Poppy Blythe-Hetherington | 2012-10-16
  Alfie Carruthers Nunn | Alfie Nunn-Carruthers | 2016-03-08
  Carruthersnunn Alfie | Alfie Nunn-Carruthers | 2011-11-29
  Annmarie Delacroix Stubbs | Ann-Marie Delacroix-Stubbs | 1987-06-30
  Ellarose Winterbourne | Ella-Rose Winterbourne | 2015-09-14
  Billyjoe Maughan-Loveridge | Billy-Joe Maughan-Loveridge | 2013-01-05
  Gracie Mae Tindall-Orr | Gracie-May Tindall-Orr | 2017-07-18
  Orr Tindle Bonnie | Bonnie Tindall-Orr | 2010-04-11
  Dangelo Rafe | Rafe D’Angelo | 2014-02-22
  Delia O Muircheartaigh | Delia Ó Muircheartaigh | 2012-08-06
  Obrien Lacey Fay | Faye O’Brien-Lacey | 2011-05-31
  Roshin Macaodhagain | Róisín Mac Aodhagáin | 2016-11-20
  Eva Gillespie-Mcgann | Aoibhe Gillespie-McGann | 2013-04-01
  Owen Odonovan Rossa | Eoghan O’Donovan-Rossa | 2009-12-13
  Keera Ni Dhomhnail | Ciara Ní Dhomhnaill | 2015-06-07
  Shirsha Concannon-Shea | Saoirse Concannon-Shea | 2014-08-24
  Teague Heffernan-Quirke | Tadhg Heffernan-Quirke | 2012-03-26
  Adetokunbo Akinwale-Briggs | Adetokumbo Akinwale-Briggs | 2010-10-09
  Briggs-Akinwale Simisola | Simisola Akinwale-Briggs | 2016-05-25
  Oluwatobi Ogunsanya Crane | Oluwatobiloba Ogunsanya-Crane | 2013-09-28
  Chukwuemeka Nwachukwu | Chukwuemeka Nwachuku | 2011-01-30
  Kwabna Ofori Attah | Kwabena Ofori-Atta | 2015-02-06
  Thandi Mkhize Barlow | Thandiwe Mkhize-Barlow | 2017-12-15
  Maria Joao Figueiredo Pinto | Maria-João Figueiredo-Pinto | 2014-01-02
  Figueredo Tiago | Tiago Figueiredo | 2012-07-24
  Stephania Dumitrescu | Ștefania Dumitrescu | 2010-12-12
  Andrea Constantinesku | Andreea Constantinescu | 2013-10-18
  Oleksander Tymoshenko | Oleksandr Timoshenko | 2016-08-01
  Tran Duc Hieu | Hiếu Trần Đức | 2011-07-11
  Zhou-Whitcombe Xiaoming | Xiao-Ming Zhou-Whitcombe | 2015-04-08
  Anastasia Hadjigeorgiou | Anastasia Hatzigeorgiou | 2009-06-21
  # short names and names of before
  Nick Trelawny-Sykes | Nicholas Trelawny-Sykes | 1980-03-13
  Tony Cattermole-Finch | Anthony Cattermole-Finch | 1972-10-06
  Libby Hollingbery | Elizabeth Hollingbery | 2012-11-11
  Jack Hollingberry | John Hollingbery | 2009-02-02
  Ollie Wigmore-Dunn | Oliver Wigmore-Dunn | 2015-05-09
  Sandy Auchterlonie | Alexander Auchterlonie | 2013-08-14
  Frankie Thistlewood | Francesca Thistlewood | 2016-10-23
  Tash Godolphin | Natasha Godolphin | 2011-12-05
  Izzy Godolfin | Isabella Godolphin | 2014-04-17
  Josie Pettigrew-Lamb | Josephine Pettigrew-Lamb | 2010-01-28
  Drew Kinnaird | Andrew Kinnaird | 2012-06-04
  Gosia Jablonowska | Małgorzata Jabłonowska | 1990-09-19
  Wojtek Sobieszczanski | Wojciech Sobieszczański | 2013-02-28
  Abdi Samatar | Abdirahman Samatar | 2015-11-21
  Jaz Randhawa-Toor | Jasmine Randhawa-Toor | 2014-07-10
  Ness Quarmby | Vanessa Quarmby | 1985-08-03
  Theo Arbuthnott | Theodore Arbuthnot | 2016-06-26
  Pip Fotheringay | Philippa Fotheringay | 2009-04-05
  # beginnings
  clutterb har | Harriet Clutterbuck | 2014-10-30
  murgatr | Ellis Murgatroyde-Lunn | 2012-01-19
  bartholom lyd | Lydia Bartholomew-Key | 2010-08-07
  knatchb | Rufus Knatchbull | 2015-12-27
  akinf tem | Temilade Akinfenwa | 2013-05-12
  grzymk | Bruno Grzymkowski | 2016-02-09
  ibra sulaimank | Ibrahim Sulaimankhil | 2011-09-25
  llewelyn-br | Tegan Llewelyn-Bryce | 2014-03-15
  fitzw aug | Augusta Fitzwilliam | 2017-11-04
  wojciechowicz-s | Lidia Wojciechowicz-Stone | 2012-04-28
  ramanujap | Aditi Ramanujapuram | 2010-06-10
  oshaugh lor | Lorcan O’Shaughnessy-Byrd | 2013-07-17
  papathan | Nikos Papathanasiou | 2015-08-11
  montgomery-sm iso | Isolde Montgomery-Smythe | 2011-03-06
  # common names, with a date of birth: right, day and month exchanged, figures exchanged, another figure
  James Taylor 19/02/2013 | James Taylor | 2013-02-19
  Jmaes Brown 11/08/2014 | James Brown | 2014-11-08
  Charlie Evans 03/10/2012 | Charlie Evans | 2012-10-03
  Charley Wright 10/04/2011 | Charlie Wright | 2011-04-10
  Freddie Johnson 23/01/2015 | Freddie Johnson | 2015-01-23
  Isabelle Green 06/05/2016 | Isabella Green | 2016-05-06
  Amelia Walker 21/12/2010 | Amelia Walker | 2010-12-12
  Sofie Clarke 08/07/2013 | Sophie Clarke | 2013-07-08
  Hannah Thomson 27/03/2009 | Hannah Thompson | 2009-03-27
  Thompson Hannah 14/06/2017 | Hannah Thompson | 2017-06-14
  Ben Wood 4/9/14 | Benjamin Wood | 2014-09-04
  Matt Harris 13/11/2008 | Matthew Harris | 2008-11-13
  Bekki Lewis 30/05/2012 | Rebecca Lewis | 2012-05-30
  Steven Philips 22/04/1984 | Stephen Phillips | 1984-04-22
  Sara Davis 01/12/1990 | Sarah Davies | 1990-12-01
  Joe Clark 17/09/2051 | Joseph Clarke | 2015-09-17
  Adam Hussein 25/10/2013 | Adam Hussain | 2013-10-25
  Mohamad Ahmad 09/06/2011 | Mohammed Ahmed | 2011-06-09
  Mohammed Ali 12/05/2016 | Mohammed Ali | 2016-05-12
  Yousuf Khan 04/11/2012 | Yusuf Khan | 2012-04-11
  Ibraheem Malick 28/07/2015 | Ibrahim Malik | 2015-07-28
  Zeinab Iqbaal 15/03/2010 | Zainab Iqbal | 2010-03-15
  Mariam Akhter 07/02/2014 | Maryam Akhtar | 2014-02-07
  Amena Bibi 20/08/2017 | Amina Bibi | 2017-08-20
  Umer Farook 31/05/2013 | Umar Farooq | 2013-05-13
  Hasan Shaikh 02/10/2009 | Hassan Sheikh | 2009-10-02
  Simran Kour 16/01/2012 | Simran Kaur | 2012-01-16
  Rohan Pattel 05/09/2011 | Rohan Patel | 2011-09-05
  Priya Sharmer 12/12/2014 | Priya Sharma | 2014-12-12
  Blesing Osai 29/04/2013 | Blessing Osei | 2013-04-29
  Niave Murphy 18/08/2010 | Niamh Murphy | 2010-08-18
  Keira Kelly 11/01/2015 | Ciara Kelly | 2015-01-11
  Connor Osullivan 24/03/2016 | Conor O’Sullivan | 2016-03-24
  Katlin Griffith 06/11/2011 | Caitlin Griffiths | 2011-11-06
  Oliver Smtih 13/07/2012 | Oliver Smith | 2012-07-13
  Jones Emily 8 Feb 2014 | Emily Jones | 2014-02-08
  Daniel Wilson 09/01/2010 | Daniel Wilson | 2010-09-01
  Ethan Hall 15/10/2016 | Ethan Hall | 2016-10-25
  Lucy Morris 26/02/2013 | Lucy Morris | 2014-02-26
  Callum Stewart 2011-07-03 | Callum Stuart | 2011-07-03
  Grace Mensa 19/06/2015 | Grace Mensah | 2015-06-19
  # a date of birth with a part of the name
  Thandiwe 14/08/2013 | Thandiwe Ncube | 2013-08-14
  Okonkwo 23/05/2011 | Chidi Okonkwo | 2011-05-23
  Branwen 02/06/2015 | Branwen Roberts | 2015-06-02
  Nikodem 27/01/2014 | Nikodem Zieliński | 2014-01-27
  Wisn Mikolaj 05/12/2012 | Mikołaj Wiśniewski | 2012-12-05
  Haz Jenkins 17/04/2016 | Harry Jenkins | 2016-04-17
  Shevchenko 09/09/2010 | Yulia Shevchenko | 2010-09-09
  Gwenllian 21/11/2013 | Gwenllian Rees | 2013-11-21
`;
