"""Login cards: eight a page, each in its owner's language, with everything a child needs to get in."""

from collections.abc import Sequence

import pypdfium2
import pytest
from sqlalchemy.orm import Session

from ailab.errors import Refused
from ailab.office.centre import Centre
from ailab.office.centre.people import NewSecret, add_learners, login_cards, picture_name
from ailab.office.centre.people.keys import SecretKind

from .conftest import NOW

ADDRESS = "https://192.168.10.4:8000/"


def cards(secrets: Sequence[NewSecret], address: str = ADDRESS) -> bytes:
    return login_cards(secrets, address=address, centre="Sample", language="en", at=NOW)


def pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [text(document, at) for at in range(len(document))]
    finally:
        document.close()


def text(document: pypdfium2.PdfDocument, at: int) -> str:
    page = document[at]
    lines = page.get_textpage()
    try:
        return str(lines.get_text_range())
    finally:
        lines.close()
        page.close()


def secret(*, pseudonym: str = "Lion 7", kind: SecretKind = "pin", shown: str = "482913", group: str = "Monday") -> NewSecret:
    return NewSecret(person="c1-a7k2mn", pseudonym=pseudonym, kind=kind, shown=shown, language="en", group=group)


def test_a_card_shows_name_code_class_and_address() -> None:
    [page] = pages(cards([secret()]))

    assert all(words in page.replace("\u00a0", " ") for words in ("Lion 7", "482 913", "Monday", "https://192.168.10.4:8000"))


def test_a_card_with_pictures_names_them_in_order() -> None:
    [page] = pages(cards([secret(kind="pictures", shown="sun,cat,bread")]))

    places = [page.index(f"{at}. {picture_name(slug, 'en')}") for at, slug in enumerate(("sun", "cat", "bread"), 1)]
    assert places == sorted(places)


def test_eight_cards_are_one_page_and_nine_are_two() -> None:
    assert [len(pages(cards([secret()] * count))) for count in (1, 8, 9, 30)] == [1, 1, 2, 4]


def test_http_need_not_be_typed_and_https_must() -> None:
    [plain] = pages(cards([secret()], "http://192.168.10.4:8000/"))

    assert "192.168.10.4:8000" in plain
    assert "http" not in plain


def test_the_same_cards_are_the_same_bytes() -> None:
    assert cards([secret()]) == cards([secret()])


def test_cards_of_a_real_class_in_arabic_are_printed(session: Session, centre: Centre) -> None:
    made = add_learners(session, centre, group="young", count=3, kind="pictures", now=NOW)

    assert cards(made).startswith(b"%PDF")


def test_a_name_is_printed_and_never_obeyed() -> None:
    [page] = pages(cards([secret(pseudonym="#panic() *x*", group="$x$ #read")]))

    assert "#panic() *x*" in page


def test_nobody_to_print_for_is_said() -> None:
    with pytest.raises(Refused, match="no secret"):
        cards([])


def test_a_sign_that_no_font_has_is_said() -> None:
    with pytest.raises(Refused, match="No font"):
        cards([secret(pseudonym="\U00013000 7")])


def test_a_login_in_tifinagh_is_printed() -> None:
    [page] = pages(cards([secret(pseudonym="ⵉⵣⵎ 7")]))

    assert "ⵉⵣⵎ" in page
