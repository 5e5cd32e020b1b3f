/**
 * Names of which the spelling does not say how they are said (Cholmondeley, Marjoribanks, St John), and names of one origin written in two languages (Bleddyn, Blethyn).
 * Between commas stands what is taken for one another: the usual spellings, then how it is written by who has only heard it; small letters without marks.
 */
export const saidOtherwise = `
  abergavenny abergenny, alnwick annick, anwyl anwil anwel, aodhan aidan aiden, aoibhe aoife eefa, auchinleck affleck, ayscough askew ascough
  bagehot badget, beauchamp beecham beacham, beaulieu bewley bewlay, belvoir beaver bever, berkeley barclay barkley, bertie barty
  beynon benyon eynon einion, bleddyn blethyn blevin, blount blunt, bohun boon, boleyn bullen, bourchier bowcher, bourne burn bourn, bowen owen
  bronagh brona, brougham broom broome, burgh borough, cadwgan cadogan, caius keys, caradog craddock caradoc, cathal cahal, charteris charters
  chisholm chisum, cholmeley cholmondeley chumley chumleigh, cirencester sisister, cliodhna cleena cliona, cockburn coburn, coke cook cooke
  colclough coakley, colquhoun colhoun cahoon calhoun, coutts coots, cowper cooper, crichton cryton creighton, dalziel dalyell dalzell, darcy darcey
  derby darby, devereux deveraux devereaux, domhnall donal donald, donoghue donohue, dymoke dimmock dymock, eilidh ayley ailie
  eoghan owen eoin euan ewan, eyre ayre, falconer faulkner fawkner faulconer, farquhar farker farquer
  featherstonhaugh featherstonehaugh fanshaw fanshawe, fiadh fia feea, fiennes fines, foulkes folkes fooks, fowke foke, fremantle freemantle
  gallagher gallaher gallacher, geoghegan gaygan gahagan, gethin gething, glamis glahms glarms, gloucester gloster, goch gough gooch, gough goff
  gower gore, grainne grania gronya, grosvenor grovener grovenor, gruffydd griffith griffiths gruffudd griffin, gwyn gwynne wynne wynn win gwynn
  haigh hague haig, harewood harwood, hawarden harden, heathcote hethcut, hepburn hebburn, hertford harford, hobart hubbard hubert, holborn hoburn
  home hume, houghton horton haughton hoton, hughes huws hews, hywel howell howells hywell powell, ieuan ifan evan evans bevan iwan jevan, inglis ingles
  iorwerth yorath yorwerth, jervis jarvis, kavanagh cavanagh cavanaugh, keighley keithley, kerr carr, keynes canes, kirkcaldy kircoddy
  knollys knowles noles nolls, laoise leesha, laugharne larne, lefevre lefever, legh lee leigh lea, leicester lester, leveson looson leeson
  llwyd lloyd floyd loyd, llywelyn llewelyn llewellyn, lygon liggon, macleod mccloud mcleod macloud, madog maddock maddocks madoc maddox
  maeve meadhbh medb mave, magdalen maudlin, mainwaring mannering manwaring, mairead maraid, majoribanks marjoribanks marchbanks, maredudd meredith
  maugham mawm morgham, mcgrath mcgraw magrath, meabh mave maeve, meagher maher mar, menzies mingis, meux mews, meyrick meurig merrick, milngavie mulguy
  mohun moon, molyneux molyneaux mullinux, monckton munkton, monro munro munroe monroe, montagu montague, monzie monee, mowbray mobray
  moynihan moynahan, oisin osheen usheen, outhwaite uthwaite, padraig patrick porrick, pepys peeps, pierrepoint pierpoint, pole pool poole
  pontefract pumfrey, pugh pew, quay key, ralegh raleigh rawley, rhys rees reece preece price pryse pryce prys, rothschild rothchild, ruairi rory ruari
  ruthven rivven riven, ruthwell rivvel, sadhbh sive, sandys sands, saoirse sersha seersha, scone scoon, scrymgeour scrimger, sean shaun shawn shane
  sinclair stclair sinkler, sinead shinade, smyth smith smythe smithe, somers summers, southwell suthell, stjohn sinjin sinjun, stleger sellinger
  stourton sturton, strachan strawn straughan, tadhg tadg teague tighe tige, taliaferro tolliver, theobald tibbald, thynne thin, tollemache tolmash
  towcester toaster, tudur tudor tewdwr, tyrwhitt tirrit tyrwhit, urquhart urkut erkart, vaughan vawn vaughn fychan, villiers villers
  waldegrave walgrave, warwick warrick, wauchope walkup, wemyss weems wemys, wodehouse woodhouse, wolseley woolsley, woolfardisworthy woolsery
  worcester wooster, wriothesley risley rizzly, yeats yates, youghal yawl
`;
