/** Names that are one person’s in Polish, Arabic-derived, Welsh and West African use, beside those of `short-names.ts`; between commas stands what is taken for one another. */
export const shortNamesElsewhere = `
  agnieszka aga, aleksander aleksandra olek ola alex sasza, alicja ala, andrzej jedrek andrew, anna ania hania anka, antoni antek tony, barbara basia
  bartosz bartlomiej bartek, dariusz darek, dorota dorotka, franciszek franek, grzegorz grzes grzesiek greg, hanna hania, izabela iza
  jakub kuba jakob jacob, jan jas janek john, jaroslaw jarek, jerzy jurek, joanna asia, julia julka, katarzyna kasia kaska kate, krystyna krysia
  krzysztof krzysiek krzys chris kristof christopher, leszek lech, maciej maciek, magdalena magda, malgorzata gosia margaret, maria marysia
  mateusz matthew, michal michael, miroslaw mirek, natalia natalka, oliwia oliwka, pawel paul, piotr piotrek peter, slawomir slawek
  stanislaw staszek stas stan, szymon szymek simon, tadeusz tadek, tomasz tomek tom, wiktoria wika, wladyslaw wladek, wojciech wojtek
  zbigniew zbyszek zbig, zofia zosia sophie, zuzanna zuzia, abdirahman abdi, abdullahi abdi, abdullah abdul, fatima fati fatou fatoumata
  ibrahim ibby ibs, khadija dija, yusuf yousef joseph, maryam mariam miriam, mustafa mus, zainab zee, catrin cati cadi, dafydd dai dewi david
  gwilym gwil william, llewelyn llew, angharad hari, rhiannon rhi, sioned janet, sion john shon, sian jane shan, oluwaseun seun
  oluwatobi oluwatobiloba tobi, oluwadamilola dami, temitope temi tope, chukwuemeka emeka, chinedu nedu
`;
