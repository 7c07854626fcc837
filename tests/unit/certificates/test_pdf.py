"""The page itself, looked at as its readers and their machines do."""

import sys
import unicodedata
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image, ImageChops

from ailab.errors import ExtraMissing
from ailab.lang import Language
from ailab.office.certificates import Achievement, Certificate, Credential, Line, NameUnprintable, render_pdf
from ailab.office.paper import AMIRI, forget_fonts

CERTIFICATE = Certificate(
    credential=Credential(
        id="urn:uuid:1",
        achievement=Achievement(id="module_statement", kind="statement", name="Statement", criteria="Enough points.", language="en"),
        issuer="Berkane",
        valid_from="2026-11-20T10:00:00Z",
        decision_sha256="0" * 64,
        policy_sha256="0" * 64,
        policy_version="1",
    ),
    language="en",
    title="Statement of modules passed",
    awarded_to="This statement is given to",
    name="Salma El Idrissi",
    awarded_for="for passing these modules",
    columns=("Module", "Points"),
    lines=(Line(what="Collections and files", measure="54.5 of 60"), Line(what="Classifiers", measure="48 of 60")),
    criteria="At least 60 percent of the points.",
    scope="It covers the modules named here, and no others.",
    issuer="Center of Berkane",
    place_and_date="Berkane, November 20, 2026",
    signature="For the center",
    reference_label="Decision",
    reference="4F3A-92BC-17D0",
)

ARABIC = replace(
    CERTIFICATE,
    language="ar",
    title="إفادة باجتياز وحدات",
    awarded_to="هذه الإفادة إلى",
    name="عبد اللطيف بن ملال الجزائري",
    columns=("الوحدة", "النقاط"),
    lines=(Line(what="القوائم والقواميس والملفات", measure="54,5 من 60"),),
    criteria="كسب 60 بالمئة من النقاط على الأقل.",
    scope="لا تشمل هذه الإفادة إلا الوحدات المذكورة فيها.",
    issuer="مركز بركان",
    signature="عن المركز",
)


def text_of(pdf_bytes: bytes) -> str:
    page = pypdfium2.PdfDocument(pdf_bytes)[0]
    return unicodedata.normalize("NFKC", str(page.get_textpage().get_text_range()))


def image_of(pdf_bytes: bytes) -> Image.Image:
    image = pypdfium2.PdfDocument(pdf_bytes)[0].render(scale=1).to_pil()
    assert isinstance(image, Image.Image)
    return image.convert("L")


def metadata_of(pdf_bytes: bytes) -> str:
    start = pdf_bytes.index(b"<?xpacket begin")
    return pdf_bytes[start : pdf_bytes.index(b"<?xpacket end")].decode()


def test_the_same_certificate_gives_the_same_bytes() -> None:
    first = render_pdf(CERTIFICATE)
    forget_fonts()

    assert render_pdf(CERTIFICATE) == first


def test_the_page_is_declared_for_archives_and_screen_readers() -> None:
    metadata = metadata_of(render_pdf(ARABIC))

    assert "<pdfaid:part>3</pdfaid:part>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert ARABIC.name in metadata
    assert ARABIC.reference in metadata


@pytest.mark.parametrize("certificate", [CERTIFICATE, ARABIC], ids=["en", "ar"])
def test_words_can_be_copied_in_reading_order(certificate: Certificate) -> None:
    text = text_of(render_pdf(certificate))

    words = [certificate.title, certificate.name, *(line.what for line in certificate.lines), certificate.criteria, certificate.scope]
    assert all(word in text for word in words)
    assert [text.index(word) for word in words] == sorted(text.index(word) for word in words)


def test_points_stand_in_order_beside_their_module_in_arabic() -> None:
    assert "القوائم والقواميس والملفات 54,5 من 60" in text_of(render_pdf(ARABIC))


def test_arabic_letters_are_joined() -> None:
    # Zero-width non-joiners part the letters without another change: the joined word must look different.
    joined = replace(ARABIC, name="ببب")
    parted = replace(ARABIC, name="\u200c".join("ببب"))

    assert ImageChops.difference(image_of(render_pdf(joined)), image_of(render_pdf(parted))).getbbox()


def test_different_arabic_letters_look_different() -> None:
    # Empty boxes in place of letters would all look alike.
    assert ImageChops.difference(
        image_of(render_pdf(replace(ARABIC, name="سلمى"))), image_of(render_pdf(replace(ARABIC, name="صباح")))
    ).getbbox()


def test_the_border_is_the_same_in_both_directions_of_writing() -> None:
    latin, arabic = (image_of(render_pdf(certificate)) for certificate in (CERTIFICATE, ARABIC))
    width, height = latin.size

    for box in ((0, 0, width, height // 9), (0, 0, width // 13, height), (width - width // 13, 0, width, height)):
        assert not ImageChops.difference(latin.crop(box), arabic.crop(box)).getbbox()


def test_commands_in_a_name_are_letters() -> None:
    name = '#import "x" *bold* $x^2$ \\ // #panic()'

    text = text_of(render_pdf(replace(CERTIFICATE, name=name)))

    assert '#import "x" *bold* $x^2$ \\ // #panic()' in text


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("count", [1, 8, 24])
def test_long_names_and_lists_stay_on_one_page(language: Language, count: int) -> None:
    certificate = CERTIFICATE if language == "en" else ARABIC
    long = replace(certificate, name=" ".join([certificate.name] * 4)[:100], lines=certificate.lines[:1] * count)

    document = pypdfium2.PdfDocument(render_pdf(long))

    assert len(document) == 1
    assert text_of(render_pdf(long)).count(certificate.lines[0].what) == count
    assert certificate.signature in text_of(render_pdf(long))


def test_a_letter_the_font_lacks_is_named() -> None:
    with pytest.raises(NameUnprintable, match=r"'ⵜ'.*Arabic or Latin"):
        render_pdf(replace(CERTIFICATE, name="ⵜⴰⵎⴰⵣⵉⵖⵜ"))


def test_without_typst_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    forget_fonts()
    monkeypatch.setitem(sys.modules, "typst", None)

    with pytest.raises(ExtraMissing, match=r"ailab\[office\]"):
        render_pdf(CERTIFICATE)


def test_fonts_come_with_their_license() -> None:
    assert {path.name for path in AMIRI.iterdir()} == {"Amiri-Regular.ttf", "Amiri-Bold.ttf", "OFL.txt"}
    assert "SIL OPEN FONT LICENSE" in (AMIRI / "OFL.txt").read_text(encoding="utf-8")
