"""One sentence of our own in each language and old encoding in; the encoding that reads it right out."""

import random

import pytest

from sayso.documents.legacy import legacy_encoding

SENTENCES = (
    ("Le président a déclaré à la presse que l'État n'enverrait plus d'armes.", "cp1252"),
    ("Außenminister Müller erklärte, die Lieferungen würden über die Türkei geführt.", "cp1252"),
    ("El canciller dijo que la reunión se celebrará mañana en Ávila.", "cp1252"),
    ("A negociação não avançou, disse o ministério.", "cp1252"),
    ("The minister’s aide said “no deal” was near – and left.", "cp1252"),
    ("Polska przekazała Ukrainie żołnierzy i sprzęt, źródła mówią o łącznej wartości.", "cp1250"),
    ("Polska przekazała Ukrainie żołnierzy i sprzęt, źródła mówią o łącznej wartości.", "iso8859_2"),
    ("Министр иностранных дел заявил, что поставки продолжатся.", "cp1251"),
    ("Министр иностранных дел заявил, что поставки продолжатся.", "koi8_r"),
    ("Министр иностранных дел заявил, что поставки продолжатся.", "iso8859_5"),
    ("Міністр заявив, що постачання зброї триватиме, її обсяг зросте.", "cp1251"),
    ("外交部发言人星期三表示，双方将继续谈判。", "gb18030"),
    ("外交部發言人星期三表示，雙方將繼續談判。", "big5"),
    ("외교부 대변인은 수요일 협상을 계속할 것이라고 밝혔다.", "cp949"),
    ("外務省の報道官は水曜日、交渉を続けると述べた。", "cp932"),
    ("外務省の報道官は水曜日、交渉を続けると述べた。", "euc_jp"),
    ("قال المتحدث باسم وزارة الخارجية إن المفاوضات ستستمر.", "cp1256"),
    ("سخنگوی وزارت خارجه گفت مذاکرات ادامه دارد.", "cp1256"),
    ("Dışişleri Bakanlığı sözcüsü görüşmelerin süreceğini söyledi.", "cp1254"),
    ("דובר משרד החוץ אמר כי השיחות יימשכו.", "cp1255"),
)


@pytest.mark.parametrize(("sentence", "encoding"), SENTENCES)
def test_the_encoding_that_reads_it_right_is_found(sentence: str, encoding: str) -> None:
    content = sentence.encode(encoding, "ignore")  # cp1256 lacks one Persian letter
    found = legacy_encoding(content)
    assert found is not None
    assert content.decode(found) == content.decode(encoding)


def test_noise_fits_nothing() -> None:
    noise = random.Random(7).randbytes(4000).replace(b"\0", b"a")
    assert legacy_encoding(noise) is None
