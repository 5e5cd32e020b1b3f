/** The rest of the second blind list (`blind-of-the-county.ts`): names transcribed otherwise, double, begun, with a date. A line: what is typed, who is meant, born on. */
export const blindOfTheCountyToo = `
  # Arabic-derived, South Asian, Kurdish, Afghan
  Zaynab Husain 09/05/2014 | Zainab Hussain | 2014-05-09
  Zeinab Akhter 21/02/2012 | Zainab Akhtar | 2012-02-21
  Mariam Shar 13/08/2015 | Maryam Shah | 2015-08-13
  Miriam Malek 06/11/2013 | Maryam Malik | 2013-11-06
  Hafza Beebi | Hafsa Bibi | 2016-03-16
  Fatema Akhtar 25/07/2011 | Fatima Akhtar | 2011-07-25
  Ayesha Malik 19/12/2014 | Aisha Malik | 2014-12-19
  Aamina Kahn 04/09/2010 | Amina Khan | 2010-09-04
  Hamzah Achtar | Hamza Akhtar | 2013-02-28
  Belal Hussein 17/06/2016 | Bilal Hussain | 2016-06-17
  Billal Bibby | Bilal Bibi | 2012-10-11
  Ebrahim Maalik | Ibrahim Malik | 2015-01-05
  Moosa Shah 30/03/2014 | Musa Shah | 2014-03-30
  Tarek Ahmad 12/07/2009 | Tariq Ahmed | 2009-07-12
  Tareeq Akthar | Tariq Akhtar | 2011-11-24
  Yousef Khan 02/10/2015 | Yusuf Khan | 2015-10-02
  Joseph Bibi | Yusuf Bibi | 2013-05-21
  Nusrut Choudhury | Nusrat Chowdhury | 2012-08-06
  Sumaya Meah | Sumaiya Miah | 2014-11-15
  Soumaya Udin | Sumaiya Uddin | 2016-01-22
  Tamina Rehman | Tahmina Rahman | 2011-04-02
  Tahminah Chaudhry | Tahmina Chowdhury | 2013-10-19
  Tanveer Mia | Tanvir Miah | 2010-06-27
  Sameer Udden | Samir Uddin | 2015-09-08
  Anikah Begam | Anika Begum | 2012-12-04
  Rafee Chowdry | Rafi Chowdhury | 2014-04-26
  Imraan Rahmaan | Imran Rahman | 2013-01-12
  Mervish Al Khatib | Mehwish Al-Khatib | 2016-07-20
  Noor Alkhateeb | Nour Al-Khatib | 2011-02-15
  Omer El Khatib | Omar Al-Khatib | 2014-09-30
  Zabihullah Stanekzai | Zabiullah Stanikzai | 2008-01-28
  Fareshta Nurzai | Fereshteh Noorzai | 2007-05-07
  Mostafa Kareemi | Mustafa Karimi | 2008-12-16
  Jawed Rahimy | Jawad Rahimi | 2007-08-22
  Farreed Hotaak | Farid Hotak | 2009-03-10
  Leila Norzai | Laila Noorzai | 2010-10-25
  Zara Ahmedi | Zahra Ahmadi | 2008-07-01
  Hameed Stanakzai | Hamid Stanikzai | 2007-09-19
  Moubarak Aboubakar | Mubarak Abakar | 2008-04-13
  Yehia Osmann | Yahya Osman | 2009-11-06
  Saleh Haroon | Salih Haroun | 2007-02-24
  Ishmael Adam-Ibrahim | Ismail Adam Ibrahim | 2008-06-09
  Nahlah Harun | Nahla Haroun | 2009-08-17
  Diar Azeez | Diyar Aziz | 2007-10-03
  Sherzaad Hasan | Sherzad Hassan | 2008-03-26
  Rabin Mahmud | Rebin Mahmood | 2009-05-14
  Shelan Mahmoud | Shilan Mahmood | 2010-01-07
  # double-barrelled: the other way round, one half of it, run together
  Williams-Okonkwo Kwame | Kwame Okonkwo-Williams | 2013-03-27
  Okonkwo Williams Presious | Precious Okonkwo-Williams | 2015-05-18
  Bailey-Morgan Destiny | Destiny Morgan-Bailey | 2012-07-02
  Destinee Morganbailey | Destiny Morgan-Bailey | 2014-10-14
  Zuri Bailey Morgan | Zuri Morgan-Bailey | 2016-12-09
  OConnor-Ward Aoife | Aoife Ward-O’Connor | 2011-09-01
  Wardoconnor Niamh | Niamh Ward-O’Connor | 2013-06-16
  Montgomery Adeyemi Alfie | Alfie Adeyemi-Featherstonehaugh-Montgomery | 2014-01-24
  Featherstonehaugh Bea | Bea Adeyemi-Featherstonehaugh-Montgomery | 2016-08-03
  Warner Throgmorton Logan | Logan Cholmondeley-Warner-Throgmorton | 2012-11-28
  Throgmorton-Cholmondeley Keira | Keira Cholmondeley-Warner-Throgmorton | 2010-04-10
  Jones-Papadimitriou Toby | Toby Wriothesley-Papadimitriou-Jones | 2015-03-07
  Clarke Vandenberghe Summer | Summer O’Shaughnessy-Vandenberghe-Clarke | 2013-12-20
  Lilymae Throgmorton | Lily-Mae Throgmorton | 2017-02-13
  Lily May Featherstonhaugh | Lily-Mae Featherstonehaugh | 2014-06-30
  Sophieanne Vandenberghe | Sophie-Anne Vandenberghe | 2012-05-05
  Annie Sophie Boateng | Sophie-Anne Boateng | 2016-09-16
  Anna Sofia Popesku | Anna-Sofia Popescu | 2011-01-09
  Annasophia Ivanova | Anna-Sofia Ivanova | 2013-08-31
  Alexander-Maximilian Eze | Maximilian-Alexander Eze | 2015-04-22
  Temperance Ncube | Anastasia-Temperance Ncube | 2014-12-27
  Grace Oluwadamilola Okafor | Oluwadamilola-Grace Okafor | 2012-10-18
  James Bartholomew Stanikzai | Bartholomew-James Stanikzai | 2009-12-01
  # begun, or a part
  papadim tob | Toby Papadimitriou | 2016-06-04
  throgm wil | Willow Throgmorton | 2013-11-10
  chol-war | Jack Cholmondeley-Warner | 2011-08-28
  oluwadam | Oluwadamilola Haroun | 2015-12-23
  ghebre rob | Robel Ghebremedhin | 2008-11-05
  stanik jaw | Jawad Stanikzai | 2007-04-19
  sulleabh ru | Ruairí Ó Súilleabháin | 2014-07-13
  zolk zuz | Zuzanna Żółkiewska | 2012-09-27
  alejan yil | Alejandro Yılmaz | 2015-02-02
  featherst ad | Ada Featherstonehaugh | 2010-03-29
  wrioth arl | Arlo Wriothesley | 2017-06-07
  wojc kowal | Wojciech Kowalczyk | 2016-10-05
  # common names, with a date of birth: day and month exchanged, figures exchanged, another figure, another year
  Charlotte Smith 04/09/2013 | Charlotte Smith | 2013-09-04
  Mason Taylor 11/02/2015 | Mason Taylor | 2015-02-11
  Alfie Walker 06/12/2011 | Alfie Walker | 2011-12-06
  Poppy Wood 31/08/2014 | Poppy Wood | 2014-08-13
  Isla Hall 21/05/2016 | Isla Hall | 2016-05-12
  Oscar Green 17/10/2021 | Oscar Green | 2012-10-17
  Jack Cooper 28/06/2013 | Jack Cooper | 2013-06-23
  Mia Jackson 09/01/2010 | Mia Jackson | 2010-01-08
  Elis Ruby 15/07/2012 | Ruby Ellis | 2012-07-15
  Noah Young 03/07/2017 | Noah Young | 2017-07-03
  Willam Baker 24/11/2014 | William Baker | 2014-11-24
  Kahn Aisha 08/12/2011 | Aisha Khan | 2011-12-08
  Hamza Hussein 10/05/2013 | Hamza Hussain | 2013-10-05
  Priya Patell 18/09/2015 | Priya Patel | 2015-09-18
  Arjan Singh 02/11/2012 | Arjun Singh | 2012-11-02
  Rohan Shamra 26/04/2010 | Rohan Sharma | 2010-04-26
  Emanuel Boateng 13/03/2014 | Emmanuel Boateng | 2014-03-31
  George Roberts 1/7/16 | George Roberts | 2016-07-01
  Lewis Olivia 12 Feb 2013 | Olivia Lewis | 2013-02-12
  Harper Edwards 2015-08-10 | Harper Edwards | 2015-10-08
  # a date of birth with a part of the name
  Zofia 16/05/2013 | Zofia Lewandowska | 2013-05-16
  Kwame 07/02/2012 | Kwame Adeyemi | 2012-02-07
  Wojcik 23/09/2015 | Maja Wójcik | 2015-09-23
  Gallagher 12/01/2011 | Eoin Gallagher | 2011-01-12
  Fereshteh 01/04/2008 | Fereshteh Karimi | 2008-04-01
  Osulivan 20/06/2014 | Róisín Ó Súilleabháin | 2014-06-20
  Nguyen 05/10/2009 | Thảo Nguyễn | 2009-10-05
  Popescu 08/11/2016 | Elif Popescu | 2016-11-08
`;
