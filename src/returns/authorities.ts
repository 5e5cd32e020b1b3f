/** The authorities since April 1998 and the pseudo authorities that give pupils their numbers, as first and last of a run. */
const authorities: readonly (readonly [first: number, last: number])[] = [
  ...([
    [1, 5],
    [201, 213],
    [301, 320],
    [330, 336],
    [340, 344],
    [350, 359],
    [370, 373],
    [380, 384],
    [390, 394],
  ] as const),
  ...([
    [420, 420],
    [660, 681],
    [701, 708],
    [800, 803],
    [805, 808],
    [810, 813],
    [815, 816],
    [820, 823],
    [825, 826],
  ] as const),
  ...([
    [830, 831],
    [835, 841],
    [845, 846],
    [850, 852],
    [855, 857],
    [860, 861],
    [865, 896],
    [908, 909],
    [916, 916],
  ] as const),
  ...([
    [919, 919],
    [921, 921],
    [925, 926],
    [928, 929],
    [931, 931],
    [933, 933],
    [935, 938],
    [940, 941],
  ] as const),
];
/** Cumberland (942), and Westmorland and Furness (943), authorities since 1 April 2023. */
const since2023 = ['942', '943'];

/** As the DfE numbers local authorities, in three digits. */
export const isAuthorityUntil2023 = (code: string): boolean =>
  /^\d{3}$/.test(code) && authorities.some(([first, last]) => Number(code) >= first && Number(code) <= last);
export const isAuthority = (code: string): boolean => isAuthorityUntil2023(code) || since2023.includes(code);
