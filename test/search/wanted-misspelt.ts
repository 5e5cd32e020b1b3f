/** Names misspelt by hand and by ear: English, Welsh, Polish. A line: what is typed, who is meant, born on. */
export const misspelt = `
  # swapped letters, a letter more or less, the neighbouring key
  Jonatahn Peasgood | Jonathan Peasgood | 2014-03-09
  Rebeca Thistlethwaite | Rebecca Thistlethwaite | 2011-07-21
  Ehtan Blenkinsop | Ethan Blenkinsop | 2016-01-30
  Chalrotte Ramsbottom | Charlotte Ramsbottom | 2009-12-04
  Oliver Featherstonhaugh | Oliver Featherstonehaugh | 2013-05-17
  Isabela Micklethwaite | Isabella Micklethwaite | 2017-08-25
  Jaocb Wigglesworth | Jacob Wigglesworth | 2012-10-11
  Sohpie Entwhistle | Sophie Entwistle | 2010-02-14
  Daneil Higginbottom | Daniel Higginbottom | 2015-06-03
  Hanah Sidebottom | Hannah Sidebottom | 2008-09-19
  Freya Winterbotom | Freya Winterbottom | 2018-04-28
  Alfei Shufflebottom | Alfie Shufflebottom | 2014-11-06
  Matlida Cruickshank | Matilda Cruickshank | 2012-01-15
  Georgia Crickshank | Georgia Cruickshank | 2016-07-07
  Finlay Oglethorp | Finley Oglethorpe | 2013-03-23
  Pheobe Ravenscroft | Phoebe Ravenscroft | 2011-05-29
  Theo Ravencsroft | Theo Ravenscroft | 2019-02-02
  Reuben Quattermain | Reuben Quatermain | 2015-12-12
  Imogne Pennyfeather | Imogen Pennyfeather | 2010-08-18
  Lucas Arkwrihgt | Lucas Arkwright | 2017-10-20
  Evelyn Postelthwaite | Evelyn Postlethwaite | 2009-06-13
  Toby Brathwaite | Toby Braithwaite | 2014-04-04
  Abigial Cholmley | Abigail Cholmeley | 2012-09-27
  Harrison Bickerstafe | Harrison Bickerstaffe | 2016-11-16
  Scarlet Tattershall | Scarlett Tattersall | 2018-01-08
  Edward Molyneaux | Edward Molyneux | 2011-03-31
  Willow Beuchamp | Willow Beauchamp | 2015-09-09
  Callum Delahunty | Callum Delahunty | 2013-07-14
  Kieran Delahutny | Kieran Delahunty | 2010-10-30
  Jayden Masqueraid | Jayden Mascarade | 2014-02-22
  Eleanor Haslewhurst | Eleanor Haslehurst | 2017-05-05
  Natahn Fothergill | Nathan Fothergill | 2012-12-21
  Megan Fotherigll | Megan Fothergill | 2009-04-16
  Samule Gathercole | Samuel Gathercole | 2016-08-10
  Bethnay Gathercole | Bethany Gathercole | 2013-01-26
  # as it sounds
  Jeffrey Lester | Geoffrey Leicester | 2012-03-18
  Stefan Fillingham | Stephen Phillingham | 2010-11-23
  Katherine Ruxton | Catherine Wroxton | 2008-05-30
  Kathrin Nollys | Kathryn Knollys | 2009-10-08
  Phillip Naylor-Rite | Philip Naylor-Wright | 2014-06-19
  Shawn Rotherum | Sean Rotherham | 2011-08-02
  Nikolas Kurwen | Nicholas Curwen | 2015-04-13
  Micheal Kavanah | Michael Kavanagh | 2013-09-25
  Zavier Montague | Xavier Montagu | 2017-12-30
  Izaak Newbury | Isaac Newbery | 2016-02-11
  Karis Fensome | Carys Fensom | 2012-07-01
  Kaylee Thurlbee | Kayleigh Thurlby | 2010-01-19
  Jaqueline Skofield | Jacqueline Schofield | 1985-03-07
  Emily Skofield | Emily Schofield | 2014-10-24
  Lewis Farquer | Louis Farquhar | 2011-02-28
  Chloe Urkhart | Chloe Urquhart | 2015-08-16
  Ryan Colhoun | Ryan Colquhoun | 2013-11-05
  Amelia Fanshaw | Amelia Fanshawe | 2018-06-26
  Connor Pepis | Connor Pepys | 2009-09-12
  Grace Bowlyer 2016 | Grace Bolger | 2016-04-20
  Sofia Leeson-Gower | Sophia Leveson-Gower | 2012-05-08
  Hary Worsester | Harry Worcester | 2014-12-17
  Erin Wosley 2010 | Erin Wolseley | 2010-03-03
  Alice Lestrange | Alice Le Strange | 2011-06-15
  Tilly Sinjin | Tilly St John | 2017-01-22
  Joe Sissons | Joe Cissons | 2015-10-10
  Kian Ryelance | Kian Rylance | 2013-04-29
  # Welsh
  Lewellin Pritchard | Llewelyn Pritchard | 2014-08-08
  Llewellyn Cadwalader | Llewelyn Cadwallader | 2011-12-26
  Lloyd Gwiliam 2009 | Llwyd Gwilliam | 2009-07-17
  Gruffudd Probert | Gruffydd Probert | 2016-05-21
  Griffith Cadwallader | Gruffydd Cadwallader | 2013-02-09
  Davith Penry | Dafydd Penry | 2012-04-02
  Daffyd Gwynne 2010 | Dafydd Gwynne | 2010-06-28
  Rees Meredyth | Rhys Meredith | 2015-01-13
  Reece Bevan 2008 | Rhys Bevan | 2008-08-31
  Owen Gwilym 2017 | Owain Gwilym | 2017-11-03
  Cerris Prosser 2014 | Cerys Prosser | 2014-09-14
  Kerys Watkins | Cerys Watkins | 2011-10-19
  Shan Meredith | Siân Meredith | 1990-01-24
  Sian Cadwaladr | Siân Cadwaladr | 2009-03-15
  Anghared Vaughan | Angharad Vaughan | 2012-08-22
  Myfanwi Vaughan | Myfanwy Vaughan | 2016-10-02
  Muvanwy Probert June 2013 | Myfanwy Probert | 2013-06-06
  Gwenlian Llewellyn | Gwenllian Llewellyn | 2010-12-07
  Gwenllian Lewelyn | Gwenllian Llewelyn | 2018-02-18
  Evan Rowlands | Ieuan Rowlands | 2015-07-29
  Yestin Humphreys | Iestyn Humphreys | 2011-04-11
  Iwan Humphries | Iwan Humphreys | 2014-01-05
  Geraint Gwynn | Geraint Gwynne | 2012-11-27
  Feeon Penry | Ffion Penry | 2017-03-16
  Fion Cadwallader | Ffion Cadwallader | 2009-05-02
  Heleth Parry | Heledd Parry | 2013-10-15
  Lowry Bowen | Lowri Bowen | 2016-12-23
  Tomas Vaughan-Rees | Tomos Vaughan-Rees | 2010-09-06
  Bronwyn Gwilliam | Bronwen Gwilliam | 2015-05-18
  Ifan Llwyd 2012 | Ifan Lloyd | 2012-02-20
  Shoned Prosser | Sioned Prosser | 2011-01-31
  Braunwen Hopkin | Branwen Hopkin | 2014-07-25
  # Polish
  Schepanski Jakub | Jakub Szczepański | 2013-08-19
  Szczepanski Wiktoria | Wiktoria Szczepańska | 2011-09-30
  Shchepansky Oliwia | Oliwia Szczepańska | 2015-03-04
  Voychek Kowalchik 2010 | Wojciech Kowalczyk | 2010-05-11
  Woyciech Wojcik 6/2012 | Wojciech Wójcik | 2012-06-24
  Kshishtof Przybylski | Krzysztof Przybylski | 1986-10-09
  Kristof Pshibilski | Krzysztof Przybylski | 2009-02-06
  Malgorzata Wozniak | Małgorzata Woźniak | 1988-04-27
  Lukas Vishnevski 2014 | Łukasz Wiśniewski | 2014-11-18
  Lucasz Wisniewsky | Łukasz Wiśniewski | 2016-09-01
  Zofia Kaminsky | Zofia Kamińska | 2013-12-10
  Gregorz Dombrowski | Grzegorz Dąbrowski | 2008-07-03
  Zuzana Kozlovska | Zuzanna Kozłowska | 2017-04-15
  Yakub Yankowski 2011 | Jakub Jankowski | 2011-11-11
  Schimon Kvyatkovski | Szymon Kwiatkowski | 2015-02-27
  Kaspar Grabowsky | Kacper Grabowski | 2012-10-31
  Agneshka Zayonc | Agnieszka Zając | 1991-06-12
  Mikolay Yablonski | Mikołaj Jabłoński | 2014-05-26
  Katazyna Wlodarchik | Katarzyna Włodarczyk | 1989-08-05
  Bartosh Shevchik | Bartosz Szewczyk | 2010-04-22
  Nikodem Chmielevski | Nikodem Chmielewski | 2016-03-30
  Hanna Hmielewska | Hanna Chmielewska | 2013-01-17
  Pawel Charnecki | Paweł Czarnecki | 2009-11-14
  Stanislav Vrublevski | Stanisław Wróblewski | 2012-12-03
  Alicja Wujtovich | Alicja Wójtowicz | 2017-07-08
`;
