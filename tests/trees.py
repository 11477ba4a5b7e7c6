"""Sentences of our own with the trees that the reader gives them, for the tests of composition."""

ACTIVE = """
Iran/PROPN/1/nsubj/IRN supplied/VERB/-1/root drones/NOUN/1/obj to/ADP/4/case Russia/PROPN/1/obl/RUS
./PUNCT/1/punct
"""
PASSIVE = """
The/DET/1/det airfield/NOUN/3/nsubj:pass was/AUX/3/aux:pass bombed/VERB/-1/root by/ADP/5/case
Russia/PROPN/3/obl:agent/RUS ./PUNCT/3/punct
"""
NO_AGENT = """
The/DET/1/det airfield/NOUN/3/nsubj:pass was/AUX/3/aux:pass bombed/VERB/-1/root ./PUNCT/3/punct
"""
REDUCED = """
The/DET/1/det missiles/NOUN/5/nsubj supplied/VERB/1/acl by/ADP/4/case Iran/PROPN/2/obl:agent/IRN
hit/VERB/-1/root Odesa/PROPN/5/obj/in:UKR ./PUNCT/5/punct
"""
SUBJECT_GAP = """
Belarus/PROPN/6/nsubj/BLR ,/PUNCT/3/punct which/PRON/3/nsubj/BLR hosts/VERB/0/acl:relcl missiles/NOUN/3/obj
,/PUNCT/0/punct accused/VERB/-1/root Poland/PROPN/6/obj/POL ./PUNCT/6/punct
"""
OBJECT_GAP = """
The/DET/1/det shells/NOUN/8/nsubj that/PRON/4/obj Pyongyang/PROPN/4/nsubj/PRK sent/VERB/1/acl:relcl
to/ADP/6/case Russia/PROPN/4/obl/RUS were/AUX/8/cop old/ADJ/-1/root ./PUNCT/8/punct
"""
SUBJECT_CONTROL = """
Japan/PROPN/1/nsubj/JPN plans/VERB/-1/root to/PART/3/mark sanction/VERB/1/xcomp Russia/PROPN/3/obj/RUS
./PUNCT/1/punct
"""
OBJECT_CONTROL = """
Washington/PROPN/1/nsubj/USA urged/VERB/-1/root Israel/PROPN/1/obj/ISR to/PART/4/mark withdraw/VERB/1/xcomp
troops/NOUN/4/obj/? ./PUNCT/1/punct
"""
GERUND = """
Belarus/PROPN/1/nsubj/BLR accused/VERB/-1/root Poland/PROPN/1/obj/POL of/SCONJ/4/mark shelling/VERB/1/advcl
Grodno/PROPN/4/obj/in:BLR ./PUNCT/1/punct
"""
JOINED = """
Germany/PROPN/3/nsubj/DEU and/CCONJ/2/cc France/PROPN/0/conj/FRA armed/VERB/-1/root Ukraine/PROPN/3/obj/UKR
and/CCONJ/6/cc fed/VERB/3/conj Poland/PROPN/6/obj/POL ./PUNCT/3/punct
"""
LIGHT = """
Turkey/PROPN/1/nsubj/TUR carried/VERB/-1/root out/ADP/1/compound:prt strikes/NOUN/1/obj on/ADP/5/case
Syria/PROPN/3/nmod/SYR ./PUNCT/1/punct
"""
UNDERGOING = """
Russia/PROPN/1/nsubj/RUS faces/VERB/-1/root sanctions/NOUN/1/obj from/ADP/4/case Japan/PROPN/1/obl/JPN
./PUNCT/1/punct
"""
POSSESSED = """
Iran/PROPN/2/nmod:poss/IRN 's/PART/0/case delivery/NOUN/7/nsubj of/ADP/4/case shells/NOUN/2/nmod to/ADP/6/case
Russia/PROPN/4/nmod/RUS alarmed/VERB/-1/root Seoul/PROPN/7/obj/KOR ./PUNCT/7/punct
"""
BETWEEN = """
Talks/NOUN/5/nsubj between/ADP/2/case Armenia/PROPN/0/nmod/ARM and/CCONJ/4/cc Azerbaijan/PROPN/2/conj/AZE
ended/VERB/-1/root ./PUNCT/5/punct
"""
BARE_RECIPIENT = """
Norway/PROPN/1/nsubj/NOR gave/VERB/-1/root Ukraine/PROPN/3/nmod:poss/UKR money/NOUN/1/obj ./PUNCT/1/punct
"""
PLAN = """
Paris/PROPN/1/nsubj/FRA denounced/VERB/-1/root the/DET/3/det plan/NOUN/1/obj to/PART/5/mark deploy/VERB/3/acl
soldiers/NOUN/5/obj/? ./PUNCT/1/punct
"""
APPOSED = """
Israel/PROPN/7/nsubj/ISR ,/PUNCT/3/punct an/DET/3/det ally/NOUN/0/appos/? of/ADP/5/case Egypt/PROPN/3/nmod/EGY
,/PUNCT/0/punct waits/VERB/-1/root ./PUNCT/7/punct
"""
MEANS = """
By/SCONJ/1/mark sending/VERB/6/advcl troops/NOUN/1/obj/? ,/PUNCT/1/punct Russia/PROPN/6/nsubj/RUS
could/AUX/6/aux free/VERB/-1/root prisoners/NOUN/6/obj/? ./PUNCT/6/punct
"""
ORIGIN = """
Russian/ADJ/1/amod/RUS shelling/NOUN/4/nsubj of/ADP/3/case Kharkiv/PROPN/1/nmod/in:UKR went/VERB/-1/root
on/ADP/4/compound:prt ./PUNCT/4/punct
"""
RESULT = """
The/DET/1/det defect/NOUN/2/nsubj made/VERB/-1/root Iran/PROPN/2/obj/IRN dependent/ADJ/2/xcomp on/ADP/6/case
Russia/PROPN/4/obl/RUS ./PUNCT/2/punct
"""
LIFTED = """
Spain/PROPN/1/nsubj/ESP lifted/VERB/-1/root sanctions/NOUN/1/obj on/ADP/4/case Cuba/PROPN/1/obl/CUB
./PUNCT/1/punct
"""
NOT_ACCEPTED = """
Cuba/PROPN/3/nsubj/CUB did/AUX/3/aux not/PART/3/advmod accept/VERB/-1/root the/DET/5/det offer/NOUN/3/obj
of/ADP/7/case Spain/PROPN/5/nmod/ESP ./PUNCT/3/punct
"""
QUESTION = """
Will/AUX/2/aux China/PROPN/2/nsubj/CHN attack/VERB/-1/root Taiwan/PROPN/2/obj/TWN ?/PUNCT/2/punct
"""
MODIFIER = """
Sanctioned/VERB/1/amod banks/NOUN/2/nsubj/? wait/NOUN/-1/root ./PUNCT/2/punct
"""
TALKS = """
The/DET/1/det talks/NOUN/2/nsubj set/VERB/-1/root the/DET/5/det peace/NOUN/5/compound process/NOUN/2/obj
back/ADV/2/advmod ./PUNCT/2/punct
"""
