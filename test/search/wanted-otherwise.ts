/** Names transcribed otherwise, double, short, begun; common ones with a date of birth. A line: what is typed, who is meant, born on. */
export const otherwise = `
  # Arabic-derived, South Asian, Somali
  Muhamad Shahjehan | Mohammed Shahjahan | 2014-02-13
  Mohamed Daudzai | Muhammad Daudzai | 2011-08-29
  Mohd Istikhar | Mohammed Iftikhar | 2012-05-06
  Hussein Jarral | Hussain Jarral | 2016-06-17
  Husain Tanoli | Hussain Tanoli | 2010-10-04
  Ayisha Bangash | Aisha Bangash | 2013-04-25
  Aysha Ghaznavi | Ayesha Ghaznavi | 2015-11-29
  Fatema Ghaznawi | Fatima Ghaznavi | 2009-01-07
  Fathima Lashari | Fatima Lashari | 2017-09-20
  Yousef Al Hashimi | Yusuf Al-Hashimi | 2012-07-15
  Youssuf Alhashimi | Yusuf Al-Hashimi | 2014-12-28
  Othman Durrani | Uthman Durrani | 2011-03-09
  Osman Tarakzai | Uthman Tarakzai | 2016-01-21
  Zeinab Karimzada | Zainab Karimzada | 2013-10-27
  Zaynab Sherzai | Zainab Sherzai | 2010-07-13
  Abdel Rahman Noorzai | Abdul Rahman Noorzai | 2008-12-19
  Abdulrahman Popalzai | Abdul Rahman Popalzai | 2012-09-05
  Abdul Rehman Yousafzai | Abdul Rahman Yousafzai | 2015-06-11
  Khadeeja Qazi | Khadija Qazi | 2014-03-28
  Kadija Kazi | Khadija Qazi | 2017-05-31
  Mariam Quraishi-Khan | Maryam Qureshi-Khan | 2011-02-16
  Sheik Nazrul Talukder | Shaikh Nazrul Talukdar | 2009-08-23
  Rukshana Talukdar | Rukhsana Talukdar | 1992-11-20
  Tasleema Khatoon Bhuiyan | Taslima Khatun Bhuiyan | 1987-05-03
  Ibraheem Sesay | Ibrahim Sesay | 2013-07-22
  Abdirahman Warsami | Abdirahman Warsame | 2010-02-26
  Hodan Abdulahi | Hodan Abdullahi | 2012-01-09
  Saeed Hotaki | Said Hotaki | 2016-04-07
  Jamaal Stanekzai | Jamal Stanikzai | 2014-10-12
  Tarek Zadran | Tariq Zadran | 2011-05-24
  Sulayman Orakzai | Suleiman Orakzai | 2015-08-03
  Noorjahan Choudry | Nurjahan Chowdhury | 2009-06-30
  Zackaria Mangal | Zakariya Mangal | 2017-02-08
  Hamdi Mohamud Elmi | Hamdi Mahamud Elmi | 2013-11-25
  Rayan Safi Wardak | Rayyan Safi Wardak | 2018-03-11
  Shabaana Kakar | Shabana Kakar | 1990-09-16
  # double-barrelled, in either order, with and without hyphen and apostrophe
  Oakden-Marlowe Ruby | Ruby Marlowe-Oakden | 2013-02-24
  Ruby Oakden Marlowe | Ruby Marlowe-Oakden | 2015-10-05
  Lily Mae Brackenbury | Lily-Mae Brackenbury | 2016-08-30
  Lilymae Ashpole | Lily-Mae Ashpole | 2014-06-08
  Tommylee Dredge-Vane | Tommy-Lee Dredge-Vane | 2012-03-22
  Smithhargreave Jack | Jack Smith-Hargreave | 2011-07-10
  Hargreave Smith Jack | Jack Smith-Hargreave | 2017-12-01
  Okonkwo Pemberton | Ngozi Pemberton-Okonkwo | 2010-11-17
  Oneil Fitzpatrick-Daly | Cillian O’Neill-Fitzpatrick | 2013-09-08
  O Shaugnessy Aoife | Aoife O’Shaughnessy | 2012-12-15
  Eefa Oshaughnessy | Aoife O’Shaughnessy | 2015-04-19
  Mc Glinchey Conor | Conor McGlinchey | 2009-10-26
  Conor MacGlinchy | Conor McGlinchey | 2016-07-20
  Neve Ocarolan | Niamh O’Carolan | 2014-01-14
  Keeva Dalrymple | Caoimhe Dalrymple | 2011-11-02
  Shevaun Gilhooly | Siobhán Gilhooly | 1988-02-23
  Roisin O Suilleabhain | Róisín Ó Súilleabháin | 2013-05-13
  Anna Sofia Varga-Holt | Anna-Sofia Varga-Holt | 2017-06-04
  El Sayed Farouk Nour | Nour El-Sayed-Farouk | 2012-08-11
  Joao Ferreira da Mota | João Ferreira da Mota | 2010-01-28
  Nguyen Thao Linh | Linh Nguyễn Thảo | 2015-09-23
  Adeyemi Featherstone-Hope | Temitope Featherstone-Adeyemi | 2014-04-10
  Uppal-Weatherby Simran | Simran Weatherby-Uppal | 2011-06-02
  Papadopoulou-Grice | Eleni Papadopoulou-Grice | 2016-02-19
  Zhang Whiteley Mei | Mei Whiteley-Zhang | 2013-08-06
  # short names and names of before
  Billy Thackthwaite | William Thackthwaite | 2012-04-17
  Liz Haddlesey | Elizabeth Haddlesey | 1984-12-08
  Bob Winspear | Robert Winspear | 1979-06-25
  Kate Tunnicliffe | Katherine Tunnicliffe | 2009-09-29
  Gus Tunnicliff | Angus Tunnicliffe | 2014-07-12
  Ted Addlestone | Edward Addlestone | 2011-01-20
  Charlie Skeffington | Charlotte Skeffington | 2016-05-09
  Peggy Ormerod-Pyke | Margaret Ormerod-Pyke | 1951-10-14
  Zac Threlfall | Zachary Threlfall | 2013-03-02
  Becky Throgmorton | Rebecca Throckmorton | 2010-08-27
  Dai Cadwallader 2015 | David Cadwallader | 2015-12-18
  Mo Barakzai | Mohammed Barakzai | 2012-06-10
  Sasha Lobanov | Alexander Lobanov | 2017-10-07
  Maddie Oldcastle | Madeleine Oldcastle | 2014-11-22
  Nell Hebblethwaite | Eleanor Hebblethwaite | 2011-04-28
  # beginnings
  theo quater | Theo Quatermaine | 2015-01-16
  szczyg | Maja Szczygielska | 2013-07-30
  hebbl zara | Zara Hebblewhite | 2012-02-01
  ola woodthor | Olamide Woodthorpe | 2016-09-15
  pemb-ok | Chidi Pemberton-Okoro | 2010-03-25
  micklem iv | Ivy Micklem | 2018-05-14
  throck arch | Archie Throckmorton | 2014-08-20
  przybysz | Iga Przybysz | 2011-12-05
  wrioth | Florence Wriothesley | 2009-05-22
  ghebrem | Semhar Ghebremedhin | 2013-06-29
  abdulw yous | Yousef Abdulwahid | 2015-03-19
  llanfair | Cadi Llanfair-Pugh | 2017-08-02
  # common names, with a date of birth: exact, day and month exchanged, figures exchanged
  John Smith 14/05/2013 | John Smith | 2013-05-14
  Jon Smith 05/14/2012 | John Smith | 2012-05-14
  Smith Jack 3 9 2015 | Jack Smith | 2015-09-03
  Jack Smyth 09/03/2014 | Jack Smith | 2014-03-09
  Oliver Jones 21/07/2011 | Oliver Jones | 2011-07-12
  Olivia Jones 12-10-2016 | Olivia Jones | 2016-10-12
  Emily Brown 31/01/2017 | Emily Brown | 2017-01-13
  Mohammed Khan 08.02.2014 | Mohammed Khan | 2014-02-08
  Muhamed Kahn 02/08/2012 | Mohammed Khan | 2012-08-02
  Muhammad Ali 17 June 2013 | Muhammad Ali | 2013-06-17
  Aisha Begum 2015-11-04 | Aisha Begum | 2015-04-11
  Ayesha Begom 6/12/2010 | Ayesha Begum | 2010-12-06
  Hussein Ahmed 28/03/2011 | Hussain Ahmed | 2011-03-28
  Fatima Hussain 30/09/2061 | Fatima Hussain | 2016-09-30
  Jakub Novak 19/04/2014 | Jakub Nowak | 2014-04-19
  Zuzana Kovalski 11/02/2013 | Zuzanna Kowalska | 2013-02-11
  Rhys Davis 22/11/2012 | Rhys Davies | 2012-11-22
  Reece Evans 25/08/2009 | Rhys Evans | 2009-08-25
  Megan Wiliams 10/07/2015 | Megan Williams | 2015-07-01
  Tom Taylor 26/06/2010 | Thomas Taylor | 2010-06-26
  Kate Wilson 15/02/1987 | Katherine Wilson | 1987-02-15
  Charlie Walker 07/10/18 | Charlie Walker | 2018-10-07
  George White 24/12/2013 | George White | 2013-12-24
  Harpreet Sing 13 Apr 2012 | Harpreet Singh | 2012-04-13
  Gurprit Kaur 20/05/2011 | Gurpreet Kaur | 2011-05-20
  Emanuel Mensah 01/03/2014 | Emmanuel Mensah | 2014-03-01
  Oneill Sean 18/11/2009 | Seán O’Neill | 2009-11-18
  Khan 23/01/2016 Zara | Zara Khan | 2016-01-23
  Begum Maryam 1/6/12 | Maryam Begum | 2012-06-01
  Lilly Thomson 16/08/2016 | Lily Thompson | 2016-08-16
  Sara Roberts 29/10/2013 | Sarah Roberts | 2013-10-29
  Ahmed Mohamed 05/07/2010 | Ahmed Mohamed | 2010-07-05
  Daniel Clark 27/02/2012 | Daniel Clarke | 2012-02-27
  Chloe Robinson 04/03/2011 | Chloe Robinson | 2011-03-14
  Jessica Hall 12/21/2014 | Jessica Hall | 2014-12-21
`;
