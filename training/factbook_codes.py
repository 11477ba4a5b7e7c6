"""The file codes and the partner names of the World Factbook in, ids of states of the roster out: a table of facts.

The Factbook names its files by the two letters of FIPS 10-4, which are not those of ISO 3166: `ch` is China, `sz`
Switzerland.
"""

import re

_FILES = """
aa ABW  ac ATG  ae ARE  af AFG  ag DZA  aj AZE  al ALB  am ARM  an AND  ao AGO  aq ASM  ar ARG  as AUS  au AUT  av AIA
ay ATA  ba BHR  bb BRB  bc BWA  bd BMU  be BEL  bf BHS  bg BGD  bh BLZ  bk BIH  bl BOL  bm MMR  bn BEN  bo BLR  bp SLB
br BRA  bt BTN  bu BGR  bv BVT  bx BRN  by BDI  ca CAN  cb KHM  cd TCD  ce LKA  cf COG  cg COD  ch CHN  ci CHL  cj CYM
ck CCK  cm CMR  cn COM  co COL  cq MNP  cs CRI  ct CAF  cu CUB  cv CPV  cw COK  cy CYP  da DNK  dj DJI  do DMA  dr DOM
ec ECU  eg EGY  ei IRL  ek GNQ  en EST  er ERI  es SLV  et ETH  ez CZE  fi FIN  fj FJI  fk FLK  fm FSM  fo FRO  fp PYF
fr FRA  fs ATF  ga GMB  gb GAB  gg GEO  gh GHA  gi GIB  gj GRD  gk GGY  gl GRL  gm DEU  gq GUM  gr GRC  gt GTM  gv GIN
gy GUY  ha HTI  hk HKG  hm HMD  ho HND  hr HRV  hu HUN  ic ISL  id IDN  im IMN  in IND  io IOT  ir IRN  is ISR  it ITA
iv CIV  iz IRQ  ja JPN  je JEY  jm JAM  jo JOR  ke KEN  kg KGZ  kn PRK  kr KIR  ks KOR  kt CXR  ku KWT  kv XKX  kz KAZ
la LAO  le LBN  lg LVA  lh LTU  li LBR  lo SVK  ls LIE  lt LSO  lu LUX  ly LBY  ma MDG  mc MAC  md MDA  mg MNG  mh MSR
mi MWI  mj MNE  mk MKD  ml MLI  mn MCO  mo MAR  mp MUS  mr MRT  mt MLT  mu OMN  mv MDV  mx MEX  my MYS  mz MOZ  nc NCL
ne NIU  nf NFK  ng NER  nh VUT  ni NGA  nl NLD  nn SXM  no NOR  np NPL  nr NRU  ns SUR  nu NIC  nz NZL  od SSD  pa PRY
pc PCN  pe PER  pk PAK  pl POL  pm PAN  po PRT  pp PNG  ps PLW  pu GNB  qa QAT  ri SRB  rm MHL  rn MAF  ro ROU  rp PHL
rq PRI  rs RUS  rw RWA  sa SAU  sb SPM  sc KNA  se SYC  sf ZAF  sg SEN  sh SHN  si SVN  sl SLE  sm SMR  sn SGP  so SOM
sp ESP  st LCA  su SDN  sv SJM  sw SWE  sx SGS  sy SYR  sz CHE  tb BLM  td TTO  th THA  ti TJK  tk TCA  tl TKL  tn TON
to TGO  tp STP  ts TUN  tt TLS  tu TUR  tv TUV  tw TWN  tx TKM  tz TZA  uc CUW  ug UGA  uk GBR  um UMI  up UKR  us USA
uv BFA  uy URY  uz UZB  vc VCT  ve VEN  vi VGB  vm VNM  vq VIR  vt VAT  wa NAM  we PSE  wf WLF  wi ESH  ws WSM  wz SWZ
ym YEM  za ZMB  zi ZWE
"""

STATES = dict(pair.split() for pair in re.split(r"\s{2,}|\n", _FILES) if pair)
"""The state or territory of each file. The West Bank stands for the Palestinian territories where its entry says that
it includes the Gaza Strip, and in no other; Svalbard stands for SJM."""

PARTIAL = {"we": "Gaza Strip"}
"""Files of a part of a state, and the words by which an entry says that it covers the whole."""

NO_STATES = {
    "at": "Ashmore and Cartier Islands, a part of Australia",
    "ax": "Akrotiri, a British base",
    "bq": "Navassa Island, no code of its own",
    "cr": "Coral Sea Islands, a part of Australia",
    "dx": "Dhekelia, a British base",
    "ee": "European Union, a body",
    "gz": "Gaza Strip, see the West Bank",
    "ip": "Clipperton Island, a part of France",
    "jn": "Jan Mayen, see Svalbard",
    "pf": "Paracel Islands, disputed",
    "pg": "Spratly Islands, disputed",
    "wq": "Wake Island, see UMI",
    "xx": "the world",
}
"""Files that are of no state of the roster, and why."""

PARTNERS = {
    "Antigua & Barbuda": "ATG",
    "Bahamas, The": "BHS",
    "Bosnia & Herzegovina": "BIH",
    "Congo, Republic of the": "COG",
    "Cote d'Ivoire": "CIV",
    "Dominican Republic": "DOM",
    "Gambia, The": "GMB",
    "Guadeloupe": "GLP",
    "Martinique": "MTQ",
    "NZ": "NZL",
    "S. Korea": "KOR",
    "St. Kitts & Nevis": "KNA",
    "St. Lucia": "LCA",
    "St. Vincent & the Grenadines": "VCT",
    "Trinidad & Tobago": "TTO",
    "UAE": "ARE",
    "UK": "GBR",
    "US": "USA",
    "USA": "USA",
}
"""How lists of partners name those that have another name, or none, at the head of a file."""
