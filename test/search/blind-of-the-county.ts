/**
 * Names of the demonstration as they are misheard, mistyped, half remembered and written down otherwise: of the second list that is measured and not worked with (`wanted.ts`).
 * Somebody wrote it who had not seen how the search is made. A line: what is typed, who is meant, born on.
 */
export const blindOfTheCounty = `
  # swapped letters, a letter more or less, the neighbouring key
  Maxmilian Featherstonhaugh | Maximilian Featherstonehaugh | 2013-02-11
  Anastaisa Cholmondeley | Anastasia Cholmondeley | 2016-05-04
  Batholomew Throgmorton | Bartholomew Throgmorton | 2011-09-19
  Oluwadamliola Adeyemi | Oluwadamilola Adeyemi | 2014-12-02
  Wriothseley Jones | Tilly Wriothesley-Jones | 2015-07-23
  Papadimitrou Scarlett | Scarlett Papadimitriou | 2012-03-30
  Vandenbergeh | Rowan Vandenberghe-Clarke | 2010-10-08
  Reubne Thorgmorton | Reuben Throgmorton | 2017-01-26
  Caoimeh Gallagher 02/06/2013 | Caoimhe Gallagher | 2013-06-02
  Cililan McDonagh | Cillian McDonagh | 2012-11-17
  Sadbhh Gallaghre | Sadbh Gallagher | 2015-08-29
  Temialde Boateng | Temilade Boateng | 2011-04-13
  Folasdae Mensah | Folasade Mensah | 2016-09-05
  Adaeez Okafor | Adaeze Okafor | 2014-02-21
  Chidinam Eze | Chidinma Eze | 2013-07-07
  Oluwasuen Ncube | Oluwaseun Ncube | 2010-12-15
  Nevaeh Samules | Nevaeh Samuels | 2015-03-18
  Malahci Powell | Malachi Powell | 2012-06-24
  Tyrlel Francis | Tyrell Francis | 2009-11-03
  Rihanan Gordon | Rihanna Gordon | 2014-08-12
  Maalchi Campbell | Malachi Campbell | 2016-10-27
  Jermoe Morgan Bailey | Jerome Morgan-Bailey | 2011-01-31
  Gurrpeet Sharma | Gurpreet Sharma | 2013-05-16
  Jasleeen Kuar | Jasleen Kaur | 2015-11-22
  Sienna Atkisnon 14/03/2014 | Sienna Atkinson | 2014-03-14
  Fniley Bennet 09/09/2012 | Finley Bennett | 2012-09-09
  Scralett Stewart 28/01/2016 | Scarlett Stewart | 2016-01-28
  Wilolw Marshall 03/12/2013 | Willow Marshall | 2013-12-03
  Jesnon Holmes 17/06/2015 | Jenson Holmes | 2015-06-17
  Harrisno Quinn | Harrison Quinn | 2011-02-25
  Ameila Wrihgt 20/10/2010 | Amelia Wright | 2010-10-20
  Caleb Abott | Caleb Abbott | 2014-04-09
  Arol Philips 11/08/2017 | Arlo Phillips | 2017-08-11
  Feddie Cartre 25/05/2013 | Freddie Carter | 2013-05-25
  Ruebn Clrake | Reuben Clarke | 2012-07-19
  Chalrotte Hughse 06/02/2015 | Charlotte Hughes | 2015-02-06
  Zbaiullah Stanikzai | Zabiullah Stanikzai | 2007-03-14
  Fershteh Ahmdai | Fereshteh Ahmadi | 2008-10-09
  Merhwai Ghebremedhni | Merhawi Ghebremedhin | 2007-12-21
  Karwna Mahmodo | Karwan Mahmood | 2008-05-02
  Semhra Woldu | Semhar Woldu | 2009-01-17
  Berivna Salih | Berivan Salih | 2008-08-30
  # by ear
  Neve McDonnagh | Niamh McDonagh | 2014-09-15
  Keeva O Brien | Caoimhe O’Brien | 2012-01-20
  Kweeva OSullivan | Caoimhe Ó Súilleabháin | 2015-05-11
  Eefa Gallager | Aoife Gallagher | 2013-10-28
  Sive Ward O'Connor | Sadhbh Ward-O’Connor | 2016-07-06
  Rosheen McDonough | Róisín McDonagh | 2011-12-12
  Owen Obrien 08/04/2014 | Eoin O’Brien | 2014-04-08
  Usheen Gallacher | Oisín Gallagher | 2012-08-23
  Rory O'Sullivan 19/02/2010 | Ruairí Ó Súilleabháin | 2010-02-19
  Porick McDonagh | Pádraig McDonagh | 2009-06-05
  Killian Ward OConnor | Cillian Ward-O’Connor | 2017-03-01
  Chumley Warner | Poppy Cholmondeley-Warner | 2014-11-13
  Fanshaw Montgomery | Ivy Featherstonehaugh-Montgomery | 2015-09-24
  Rizley Jones | Noah Wriothesley-Jones | 2013-04-17
  Oshaughnessey | Theo O’Shaughnessy-Clarke | 2012-05-08
  O'Shornessy Van den Berg | Ruby O’Shaughnessy-Vandenberghe | 2011-07-29
  Nevayah Grant | Nevaeh Grant | 2013-03-09
  Aliyah Cambell | Aaliyah Campbell | 2015-12-18
  Isiah Frances | Isaiah Francis | 2012-10-02
  Jerrome Powel | Jerome Powell | 2010-08-14
  Teeanna Gordan | Tiana Gordon | 2016-06-21
  Kira Aitkinson 22/09/2011 | Keira Atkinson | 2011-09-22
  Fraya Stuart 30/07/2014 | Freya Stewart | 2014-07-30
  Evey Thomson 13/01/2016 | Evie Thompson | 2016-01-13
  Lacy Phillips 05/11/2012 | Lacey Phillips | 2012-11-05
  Rueben Kelley 27/04/2013 | Reuben Kelly | 2013-04-27
  Calum Reed 10/10/2015 | Callum Reid | 2015-10-10
  Jaidan Dickson 18/03/2010 | Jayden Dixon | 2010-03-18
  Kye Webb 24/12/2014 | Kai Webb | 2014-12-24
  Dillon Hewes 07/07/2011 | Dylan Hughes | 2011-07-07
  Teo Parmer 02/05/2017 | Theo Palmer | 2017-05-02
  Siena Foster 21/08/2013 | Sienna Foster | 2013-08-21
  Tillie Shore 16/02/2012 | Tilly Shaw | 2012-02-16
  Reilly Mores 29/09/2016 | Riley Moore | 2016-09-29
  Zeon Samuel | Zion Samuels | 2014-01-04
  Kwami Boatang | Kwame Boateng | 2012-12-30
  Quame Mensa | Kwame Mensah | 2015-07-15
  Abenah Boatung | Abena Boateng | 2013-11-26
  Tobey Adeyemmi | Tobi Adeyemi | 2011-05-19
  Chedee Okafoor | Chidi Okafor | 2016-03-23
  Oochay Ezeh | Uche Eze | 2014-06-10
  Inesh Ferrera | Inês Ferreira | 2012-04-03
  Jow Santos | João Santos | 2015-10-31
  Jem Yilmas | Cem Yılmaz | 2013-09-12
  Lin Nuyen | Linh Nguyễn | 2014-05-27
  Shin Jang | Xin Zhang | 2016-11-08
  Winter Tesfai | Winta Tesfay | 2007-07-18
  Yohanes Berhaney | Yonas Berhane | 2008-02-06
  Phaven Hailey | Feven Haile | 2009-04-24
  Due Tran | Đức Trần | 2008-09-11
  Hoong Fam | Hùng Phạm | 2007-11-29
  Twan Le | Tuấn Lê | 2009-06-13
  # Welsh
  Angarad Hughes | Angharad Hughes | 2014-02-10
  Ankharad Edwards | Angharad Edwards | 2012-09-04
  Cerris Lewis | Cerys Lewis | 2015-06-08
  Kerris Roberts 17/10/2013 | Cerys Roberts | 2013-10-17
  Fion Phillips | Ffion Phillips | 2011-03-22
  Griffith Edwards 12/05/2016 | Gruffydd Edwards | 2016-05-12
  Gryffidd Lewis | Gruffudd Lewis | 2013-01-30
  Hugh Roberts 09/08/2010 | Huw Roberts | 2010-08-09
  Yestin Hughes | Iestyn Hughes | 2014-11-20
  Yo-an Davies 26/06/2012 | Ioan Davies | 2012-06-26
  Ivan Hughes 15/04/2015 | Ifan Hughes | 2015-04-15
  Owine Edwards | Owain Edwards | 2011-12-07
  Davith Lewis | Dafydd Lewis | 2013-08-01
  Reece Hughes 23/03/2009 | Rhys Hughes | 2009-03-23
  Rianon Phillips | Rhiannon Phillips | 2016-02-18
  Shan Davies 11/11/2012 | Siân Davies | 2012-11-11
  Shoned Roberts | Sioned Roberts | 2014-07-03
  Lowry Edwards | Lowri Edwards | 2010-05-28
  Hlewelyn Hughes | Llewelyn Hughes | 2015-01-14
  Clewellyn Parker | Harley Llewellyn-Parker | 2012-02-09
  Mevanwy Lewis | Myfanwy Lewis | 2013-06-29
  Guenllian Roberts | Gwenllian Roberts | 2011-10-16
  Heleth Davies | Heledd Davies | 2016-08-25
  Bethen Hues 04/04/2014 | Bethan Hughes | 2014-04-04
  Tomas Lewis 30/12/2015 | Tomos Lewis | 2015-12-30
  # Polish
  Wojtech Kowalchik | Wojciech Kowalczyk | 2013-04-06
  Voychek Novak | Wojciech Nowak | 2011-08-17
  Shimon Wojcik | Szymon Wójcik | 2014-10-23
  Simon Nowak 05/06/2012 | Szymon Nowak | 2012-06-05
  Catzper Lewandowski | Kacper Lewandowski | 2015-02-27
  Kasper Kowalczyk | Kacper Kowalczyk | 2010-11-09
  Yakub Zolkievski | Jakub Żółkiewski | 2016-12-14
  Zolkiewska Maya | Maja Żółkiewska | 2013-09-20
  Joelkiewska Hanna | Hanna Żółkiewska | 2012-03-05
  Oliwia Levandovska | Oliwia Lewandowska | 2015-07-31
  Olivia Wojcik 18/01/2014 | Oliwia Wójcik | 2014-01-18
  Sofia Novak 29/05/2011 | Zofia Nowak | 2011-05-29
  Susannah Kowalczyk | Zuzanna Kowalczyk | 2016-04-21
  Zuzana Woycik | Zuzanna Wójcik | 2013-12-11
  Hana Kovalchyk | Hanna Kowalczyk | 2014-08-07
  Philip Lewandowska 03/03/2012 | Filip Lewandowska | 2012-03-03
  Vuychik Filip | Filip Wójcik | 2010-09-26
  Wojick Jakub | Jakub Wójcik | 2015-11-02
  Zulkiewska Zofia | Zofia Żółkiewska | 2011-06-18
  Maia Nowack 14/02/2016 | Maja Nowak | 2016-02-14
  Szimon Kowalcyzk | Szymon Kowalczyk | 2013-07-25
  Jacob Novack 22/10/2014 | Jakub Nowak | 2014-10-22
  Kowalchuk Oliwia | Oliwia Kowalczyk | 2012-01-08
`;
