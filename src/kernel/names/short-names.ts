import { saidOtherwise } from './said-otherwise.ts';
import { shortNamesElsewhere } from './short-names-elsewhere.ts';

/** Names that are one person’s in English, whichever is written down. A line holds what is taken for one another. */
const lines = `
  abigail abi abbie abby gail
  adelaide addie heidi
  alan al
  albert al bert bertie albie
  alexander alex alec al sandy sasha xander zander alexandra ali lexi lexie
  alfred alf alfie fred freddie
  alice ali allie
  alison ali allie
  amanda mandy
  amelia millie milly mia amy
  andrew andy drew
  angela angie ange
  angus gus
  ann anne anna annie nan nancy
  anthony antony tony ant
  archibald archie
  arthur art artie
  barbara barb babs
  beatrice bea trixie
  benjamin ben benji benny
  bernard bernie
  bethany beth
  bradley brad
  bridget biddy bridie
  cameron cam
  caroline carol carrie caz
  catherine katherine kathryn cath cathy kath kathy kate katie katy kitty kit cat kay
  cecilia celia cissy
  charles charlie chas chuck chaz
  charlotte charlie lottie lotty
  christian chris
  christina christine chris chrissie tina
  christopher chris topher kit kris
  clement clem
  clifford cliff
  cynthia cindy
  daniel dan danny
  danielle dani danny
  david dave davey davy dai
  deborah debra deb debbie
  dennis den denny
  dominic dom
  donald don donny
  dorothy dot dotty dolly
  douglas doug dougie
  edward ed eddie ted teddy ned
  edwin ed eddie
  eleanor ellie nell nellie elle nora lena
  elizabeth eliza liz lizzie lizzy beth betty bess libby elsie lisa liza lily
  emily em emmy millie
  emma em emmy
  eugene gene
  evelyn evie eve
  florence flo florrie flossie
  frances fran frankie fanny
  francis frank frankie
  frederick fred freddie freddy
  gabriel gabe gabriella gabby
  geoffrey jeffrey geoff jeff
  george georgie
  georgina georgia georgie gina
  gerald gerard gerry ged
  gillian gill jill jilly
  gordon gordie
  grace gracie
  graham gra
  gregory greg
  gwendolen gwendoline gwen gwenllian
  harold harry hal
  harriet hattie harri
  helen nell nellie lena
  henrietta hetty etta
  henry harry hal hank
  herbert bert bertie herb
  hugh hughie huw
  imogen immy
  irene rene
  isabel isabella isobel issy izzy bella belle
  jacob jake jakob
  jacqueline jackie jacqui
  james jim jimmy jamie jem
  jane janie jenny janet
  jasmine jas jaz
  jeannette jean jeannie
  jennifer jen jenny jenni
  jeremy jerry jez
  jessica jess jessie
  joanna joanne jo
  jocelyn joss
  john jon jack johnny jonny ian evan ieuan
  jonathan jon jonny jonty
  joseph joe joey josef
  josephine jo josie
  joshua josh
  judith judy jude
  julia julie jules
  kenneth ken kenny
  kimberley kim
  lawrence laurence larry laurie loz
  leonard len lenny leo
  lewis louis lou louie
  lilian lily lil lilly
  louise lou louisa lulu
  lucinda lucy cindy
  lydia liddy
  madeleine maddie maddy
  malcolm mal
  margaret maggie meg megan peg peggy madge marge daisy greta rita
  maria marie mary molly polly mae may mair
  martha marty mattie
  martin marty
  matilda tilly mattie
  matthew matt matty
  maximilian maxwell max
  melanie mel
  melissa mel lissa
  michael mick mike mikey micky mitch
  michelle shell shelley
  mohammed muhammad mohamed mo md mohd muhammed mohammad
  nathan nathaniel nat nate
  natalie nat tilly
  nicholas nick nicky nico
  nicola nicky nikki nic
  oliver ollie olly
  olivia liv livvy livia
  oscar ozzy
  pamela pam
  patricia pat patsy tricia trish
  patrick pat paddy
  penelope penny nell
  peter pete
  philip phil pip
  philippa pippa pip
  priscilla cilla
  rachel rach rae
  raymond ray
  rebecca becky becca bex becki
  reginald reg reggie
  richard rick ricky dick rich richie dickon
  robert rob robbie bob bobby bert robin rab
  roderick rod roddy
  roger rodge
  ronald ron ronnie
  rosemary rose rosie
  rupert bert
  samantha sam sammy
  samuel sam sammy
  sarah sally sadie sara
  sean shaun shawn
  sebastian seb bastian
  sophie sophia soph
  stanley stan
  stephanie steph steff stevie
  stephen steven steve stevie steffan
  stuart stewart stu
  susan susannah suzanne sue susie suzy sukie
  sydney sidney sid
  teresa theresa terri tess tessa tracy
  terence terry tel
  theodore theo ted teddy
  thomas tom tommy
  timothy tim timmy
  tobias toby
  valerie val
  veronica ronnie vera nicky
  victor vic
  victoria vicky vicki tori vix
  vincent vince vinny
  vivian viv
  walter walt wally
  wilfred wilf fred
  william bill billy will willy wills liam gwilym wilhelm
  winifred winnie freda
  zachary zac zack zak zach
  anastasia stacey ana nastya
  ashley ash
  elisabeth elizabeth liz lisbeth
  felicity fliss flick
  francesca fran frankie chess cesca
  gemma jemma gem
  hannah hanna han
  isaac zac zak ike
  jeremiah jerry jem
  lauren laurie loz
  leonora nora leo
  marcus mark marc
  natasha tash tasha nat
  rosalind ros roz
  roxanne roxy
  tabitha tabby
  vanessa ness nessa
  xavier xav zavi
`;

const groups: readonly (readonly string[])[] = `${lines}${shortNamesElsewhere}${saidOtherwise}`
  .split(/[\n,]/)
  .map((group) => group.trim().split(' '))
  .filter((group) => group.length > 1);

const byWord: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const known = new Map<string, Set<string>>();
  for (const group of groups)
    for (const word of group) known.set(word, new Set([...(known.get(word) ?? []), ...group.filter((other) => other !== word)]));
  return known;
})();

const none: ReadonlySet<string> = new Set();

/** What else somebody of this name may be called, or how it may be written; small letters without marks. */
export const alsoCalled = (word: string): ReadonlySet<string> => byWord.get(word) ?? none;

/** Each of its words with one letter less, and what it is then of: made when it is first asked for. */
let slipped: ReadonlyMap<string, readonly string[]> | undefined;
const shortestSlip = 5;

const withoutOne = (word: string): readonly string[] => [word, ...Array.from(word, (_, n) => word.slice(0, n) + word.slice(n + 1))];

function bySlip(): ReadonlyMap<string, readonly string[]> {
  const known = new Map<string, string[]>();
  for (const word of byWord.keys())
    if (word.length >= shortestSlip) for (const less of withoutOne(word)) known.set(less, [...(known.get(less) ?? []), word]);
  return known;
}

/** The same of a word that is a slip away from one of these: Rizley for Risley, which is Wriothesley. */
export function nearlyAlsoCalled(word: string): ReadonlySet<string> {
  if (word.length < shortestSlip || byWord.has(word)) return none;
  const known = nearby.get(word);
  if (known !== undefined) return known;
  slipped ??= bySlip();
  const near = new Set(withoutOne(word).flatMap((less) => slipped?.get(less) ?? []));
  const called = new Set([...near].flatMap((one) => [...alsoCalled(one)]));
  if (nearby.size >= mostNearby) nearby.clear();
  nearby.set(word, called);
  return called;
}

/** A word that is asked for is compared with some hundred names. */
const nearby = new Map<string, ReadonlySet<string>>();
const mostNearby = 1000;
